package org.memoro.local.signin;

import java.util.List;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * A standard OpenID Connect provider for one person, so that a local run signs in by the very code that Google's users
 * take.
 *
 * <p>It asks for no password: whoever reaches this loopback port owns the machine and the notes on it.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(SignInSettings.class)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    SecurityFilterAutoConfiguration.class
})
@Import(SignInConfiguration.class)
public class LocalSignIn {
    /** The path under which the gateway passes requests on to it. */
    public static final String PATH = "/local-sign-in";

    /** Its name in logs and settings. */
    public static final String NAME = "local-sign-in";

    /** The identity provider ready to run beside the services. */
    public static SpringApplicationBuilder builder() {
        return new SpringApplicationBuilder(LocalSignIn.class)
                .web(WebApplicationType.SERVLET)
                .properties("spring.config.name=" + NAME);
    }

    /** Its settings as command-line arguments. */
    public static List<String> arguments(int port, int publicPort, String email, String clientId, String clientSecret) {
        return List.of(
                "--server.port=" + port,
                "--memoro.sign-in.public-port=" + publicPort,
                "--memoro.sign-in.email=" + email,
                "--memoro.sign-in.client-id=" + clientId,
                "--memoro.sign-in.client-secret=" + clientSecret);
    }
}
