package org.memoro.web.layout;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.memoro.internaltokens.OpenPaths;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.reactive.config.ResourceHandlerRegistry;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;

/** How this service serves: precompiled templates, files with long caching, and the few addresses open to everyone. */
@Configuration
class WebConfiguration implements WebFluxConfigurer {

    private static final String FILES = "classpath:/static/web-ui/";
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    private final Assets assets;
    private final VisitorArgument visitor;

    WebConfiguration(Assets assets, VisitorArgument visitor) {
        this.assets = assets;
        this.visitor = visitor;
    }

    @Bean
    static Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    static TemplateEngine templateEngine() {
        return TemplateEngine.createPrecompiled(
                null, ContentType.Html, WebConfiguration.class.getClassLoader(), "memoro.templates");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler(assets.root() + "**")
                .addResourceLocations(FILES)
                .setCacheControl(FOR_EVER);
        registry.addResourceHandler("/favicon.svg")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(1)).cachePublic());
    }

    @Override
    public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(visitor);
    }

    /** Signing in and the files that page needs must work for someone who has no token yet. */
    @Bean
    static OpenPaths openToEveryone() {
        return new OpenPaths(List.of("/sign-in", "/static/**", "/favicon.svg"));
    }
}
