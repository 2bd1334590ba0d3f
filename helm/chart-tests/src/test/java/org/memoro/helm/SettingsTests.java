package org.memoro.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import tools.jackson.databind.JsonNode;

/** What the chart sets is what the services read: their own records, bound to what a pod would have. */
class SettingsTests {
    /** Read by the JVM before any code of ours, or by Spring Boot itself. */
    private static final Set<String> OF_THE_JVM = Set.of(
            "JAVA_TOOL_OPTIONS",
            "MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT",
            "MANAGEMENT_TRACING_SAMPLING_PROBABILITY");

    static Stream<Arguments> servicesWithEveryValuesFile() {
        return Rendered.valuesOfMemoro().flatMap(values -> Rendered.memoro(values).deployments().entrySet().stream()
                .map(service -> Arguments.of(service.getKey(), values, service.getValue())));
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("servicesWithEveryValuesFile")
    void setsNothingThatTheServiceDoesNotRead(String service, List<?> values, JsonNode deployment) {
        Map<String, String> variables = variables(deployment);
        Map<String, String> files = secretFiles(deployment);
        ServiceSettings settings = ServiceSettings.of(service, variables, files);

        assertThat(variables.keySet()).allSatisfy(variable -> assertThat(
                        OF_THE_JVM.contains(variable) || settings.readsVariable(variable) || isExtra(variable))
                .as("%s is read by %s", variable, service)
                .isTrue());
        assertThat(files.keySet()).allSatisfy(file -> assertThat(settings.reads(ConfigurationPropertyName.of(file)))
                .as("%s is read by %s", file, service)
                .isTrue());
    }

    @ParameterizedTest(name = "{0} with {1}")
    @MethodSource("servicesWithEveryValuesFile")
    void setsAllThatTheServiceCannotDoWithout(String service, List<?> values, JsonNode deployment) {
        assertThat(ServiceSettings.of(service, variables(deployment), secretFiles(deployment))
                        .violations())
                .isEmpty();
    }

    @Test
    void noticesAVariableThatNobodyReads() {
        JsonNode deployment = Rendered.memoro("least.yaml").deployments().get("gateway");
        ServiceSettings settings = ServiceSettings.of("gateway", variables(deployment), secretFiles(deployment));

        assertThat(settings.readsVariable("MEMORO_DATABASE_HOST")).isTrue();
        assertThat(settings.readsVariable("MEMORO_DATABASE_HOSTNAME")).isFalse();
        assertThat(settings.reads(ConfigurationPropertyName.of("memoro.gateway.cookie-keys")))
                .isFalse();
    }

    @Test
    void noticesASecretThatIsMissing() {
        JsonNode deployment = Rendered.memoro("least.yaml").deployments().get("contact-service");
        Map<String, String> files = secretFiles(deployment);
        files.remove("memoro.internal.secret");

        assertThat(ServiceSettings.of("contact-service", variables(deployment), files)
                        .violations())
                .singleElement()
                .asString()
                .startsWith("memoro.internal.secret");
    }

    @Test
    void reachesTheServicesWithTheValuesThatWereGiven() {
        Map<String, JsonNode> deployments = Rendered.memoro("most.yaml").deployments();
        JsonNode gateway = deployments.get("gateway");
        ServiceSettings settings = ServiceSettings.of("gateway", variables(gateway), secretFiles(gateway));

        assertThat(settings.environment().getProperty("memoro.gateway.public-url"))
                .isEqualTo("https://memoro.example.org");
        assertThat(settings.environment().getProperty("memoro.services.contact-service"))
                .isEqualTo("http://memoro-contact-service:8101");
        assertThat(settings.environment().getProperty("memoro.sign-in.providers.family.issuer"))
                .isEqualTo("https://id.example.org:8443/realms/family");
        assertThat(settings.environment().getProperty("memoro.sign-in.providers.family.client-secret"))
                .isEqualTo("family-client-secret");
        assertThat(settings.environment().getProperty("memoro.kafka.properties.sasl.jaas.config"))
                .isEqualTo("sasl.jaas.config");
        JsonNode worker = deployments.get("embedding-worker");
        ServiceSettings read = ServiceSettings.of("embedding-worker", variables(worker), secretFiles(worker));
        assertThat(read.environment().getProperty("memoro.ai.monthly-budget")).isEqualTo("1.50");
        assertThat(read.environment().getProperty("memoro.ai.api-key")).isEqualTo("api-key");
        assertThat(read.environment().getProperty("memoro.internal.gateway-url"))
                .isEqualTo("http://memoro-gateway:8090");
    }

    /** Of most.yaml, which tries extraEnv. */
    private static boolean isExtra(String variable) {
        return variable.equals("TZ");
    }

    static Map<String, String> variables(JsonNode deployment) {
        Map<String, String> variables = new TreeMap<>();
        deployment
                .at("/spec/template/spec/containers/0/env")
                .forEach(variable -> variables.put(
                        variable.path("name").asString(), variable.path("value").asString()));
        return variables;
    }

    /** By file name, with the key of the Secret as content. */
    static Map<String, String> secretFiles(JsonNode deployment) {
        Map<String, String> files = new TreeMap<>();
        for (JsonNode volume : deployment.at("/spec/template/spec/volumes")) {
            for (JsonNode source : volume.at("/projected/sources")) {
                source.at("/secret/items")
                        .forEach(item -> files.put(
                                item.path("path").asString(), item.path("key").asString()));
            }
        }
        return files;
    }
}
