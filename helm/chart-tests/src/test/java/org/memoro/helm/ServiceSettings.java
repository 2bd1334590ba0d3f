package org.memoro.helm;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.BindResult;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.type.filter.AnnotationTypeFilter;

/** A service's own settings, read by its own code from the variables and files that a pod would have. */
record ServiceSettings(
        ConfigurableEnvironment environment, Set<ConfigurationPropertyName> bound, List<String> violations) {
    private static final Map<String, String> PACKAGES = Map.of(
            "gateway", "org.memoro.gateway",
            "contact-service", "org.memoro.contacts",
            "interaction-service", "org.memoro.interactions",
            "search-service", "org.memoro.search",
            "embedding-worker", "org.memoro.embedding",
            "web-ui", "org.memoro.web");
    /** Which library brings settings to whom. */
    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "org.memoro.tenancy",
                    Set.of("gateway", "contact-service", "interaction-service", "search-service", "embedding-worker"),
            "org.memoro.outbox",
                    Set.of("gateway", "contact-service", "interaction-service", "search-service", "embedding-worker"),
            "org.memoro.internaltokens",
                    Set.of("contact-service", "interaction-service", "search-service", "embedding-worker", "web-ui"));

    /** The program that runs before the services; its settings are in a library. */
    static final String PREPARATION = "prepare-database";

    private static final String PREPARATION_SETTINGS = "org.memoro.tenancy.PreparationSettings";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(memoro\\.[a-z0-9.-]+)");
    private static final Map<List<Object>, ServiceSettings> KNOWN = new ConcurrentHashMap<>();
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();

    /** Nothing of a service but its settings. */
    @Configuration
    static class Nothing {}

    /** Starts nothing; only reads. */
    static ServiceSettings of(String service, Map<String, String> variables, Map<String, String> secretFiles) {
        return KNOWN.computeIfAbsent(
                List.of(service, Map.copyOf(variables), Map.copyOf(secretFiles)),
                read -> read(service, variables, secretFiles));
    }

    private static ServiceSettings read(
            String service, Map<String, String> variables, Map<String, String> secretFiles) {
        Map<String, Object> present = new TreeMap<>(variables);
        present.put("MEMORO_SECRETS", folderWith(secretFiles).toString());
        ConfigurableEnvironment isolated = new StandardEnvironment() {
            @Override
            protected void customizePropertySources(MutablePropertySources sources) {
                sources.addLast(new SystemEnvironmentPropertySource("systemEnvironment", present));
            }
        };
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Nothing.class)
                .web(WebApplicationType.NONE)
                .environment(isolated)
                .properties("spring.config.name=" + service)
                .run("--spring.main.web-application-type=none", "--logging.level.root=off")) {
            return bind(service, context.getEnvironment());
        }
    }

    /** Whether anything in the service reads this setting. */
    boolean reads(ConfigurationPropertyName name) {
        return bound.contains(name);
    }

    /** Whether anything in the service reads this environment variable. */
    boolean readsVariable(String variable) {
        return bound.stream().anyMatch(name -> variable(name).equals(variable));
    }

    static String variable(ConfigurationPropertyName name) {
        return name.toString()
                .replace("-", "")
                .replace('.', '_')
                .replace('[', '_')
                .replace("]", "")
                .toUpperCase(java.util.Locale.ROOT);
    }

    private static ServiceSettings bind(String service, ConfigurableEnvironment environment) {
        Set<ConfigurationPropertyName> bound = new LinkedHashSet<>(placeholdersOf(service));
        List<String> violations = new java.util.ArrayList<>();
        BindHandler remembering = new BindHandler() {
            @Override
            public Object onSuccess(
                    ConfigurationPropertyName name, Bindable<?> target, BindContext context, Object result) {
                bound.add(name);
                return result;
            }
        };
        for (Class<?> settings : settingsOf(service)) {
            String prefix = java.util.Objects.requireNonNull(
                            AnnotatedElementUtils.findMergedAnnotation(settings, ConfigurationProperties.class))
                    .prefix();
            BindResult<?> result = Binder.get(environment).bind(prefix, Bindable.of(settings), remembering);
            Object complete = result.isBound()
                    ? result.get()
                    : Binder.get(environment).bindOrCreate(prefix, Bindable.of(settings));
            for (ConstraintViolation<Object> violation : VALIDATOR.validate(complete)) {
                violations.add(prefix + "." + violation.getPropertyPath() + " " + violation.getMessage());
            }
        }
        return new ServiceSettings(environment, bound, violations);
    }

    private static List<Class<?>> settingsOf(String service) {
        if (service.equals(PREPARATION)) {
            return List.of(classNamed(PREPARATION_SETTINGS));
        }
        ClassPathScanningCandidateComponentProvider scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AnnotationTypeFilter(ConfigurationProperties.class));
        Stream<String> packages = Stream.concat(
                Stream.of(PACKAGES.get(service)),
                LIBRARIES.entrySet().stream()
                        .filter(library -> library.getValue().contains(service))
                        .map(Map.Entry::getKey));
        return packages.flatMap(name -> scanner.findCandidateComponents(name).stream())
                .filter(found -> !PREPARATION_SETTINGS.equals(found.getBeanClassName()))
                .<Class<?>>map(found -> classNamed(found.getBeanClassName()))
                .toList();
    }

    /** What the service's own file and its annotations ask for by name. */
    private static Set<ConfigurationPropertyName> placeholdersOf(String service) {
        Path module = Chart.REPOSITORY.resolve(service.equals(PREPARATION) ? "libraries/tenancy" : service);
        Stream<Path> places = Stream.of(
                module.resolve("src/main"),
                Chart.REPOSITORY.resolve("libraries/problem-details/src/main"),
                Chart.REPOSITORY.resolve("libraries/event-outbox/src/main"));
        return places.flatMap(ServiceSettings::textsBelow)
                .flatMap(text -> PLACEHOLDER.matcher(text).results())
                .map(found -> ConfigurationPropertyName.of(found.group(1)))
                .collect(Collectors.toSet());
    }

    private static Stream<String> textsBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files
                    .filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".yml"))
                    .map(ServiceSettings::text)
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> classNamed(@org.jspecify.annotations.Nullable String name) {
        try {
            return Class.forName(java.util.Objects.requireNonNull(name));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Laid out as Kubernetes does it: the files are links into a folder whose name begins with two dots. */
    private static Path folderWith(Map<String, String> files) {
        try {
            Path folder = Files.createTempDirectory("secrets");
            Path data = Files.createDirectory(folder.resolve("..2026_11_21"));
            Files.createSymbolicLink(folder.resolve("..data"), data.getFileName());
            for (Map.Entry<String, String> file : files.entrySet()) {
                Files.writeString(data.resolve(file.getKey()), file.getValue());
                Files.createSymbolicLink(folder.resolve(file.getKey()), Path.of("..data", file.getKey()));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
