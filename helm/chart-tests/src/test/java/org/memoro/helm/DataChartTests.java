package org.memoro.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.memoro.events.Topics;
import tools.jackson.databind.JsonNode;

/** The companion chart brings what the services expect, and never takes it away. */
class DataChartTests {
    private static final String EVERY = "org.memoro.helm.Rendered#data";

    @TempDir
    Path folder;

    @ParameterizedTest
    @MethodSource(EVERY)
    void keepsEverythingWhenItIsUninstalled(Manifests manifests) {
        assertThat(manifests.all()).isNotEmpty().allSatisfy(manifest -> assertThat(
                        manifest.at("/metadata/annotations/helm.sh~1resource-policy")
                                .asString(""))
                .isEqualTo("keep"));
    }

    @ParameterizedTest
    @MethodSource(EVERY)
    void hasTheTopicsOfTheServices(Manifests manifests) {
        List<JsonNode> topics = manifests.ofKind("KafkaTopic").toList();

        assertThat(topics.stream().map(topic -> topic.at("/spec/topicName").asString()))
                .containsExactlyInAnyOrderElementsOf(Topics.ALL);
        assertThat(topics).allSatisfy(topic -> {
            assertThat(topic.at("/spec/partitions").asInt()).isEqualTo(6);
            // What EventTopics sets; its own tests hold it to a week.
            assertThat(topic.at("/spec/config/retention.ms").asLong())
                    .isEqualTo(java.time.Duration.ofDays(6).toMillis());
            assertThat(topic.at("/spec/config/segment.ms").asLong())
                    .isEqualTo(java.time.Duration.ofHours(23).toMillis());
            assertThat(topic.at("/spec/config/min.insync.replicas").asInt())
                    .isEqualTo(Math.max(1, topic.at("/spec/replicas").asInt() - 1));
        });
    }

    @ParameterizedTest
    @MethodSource(EVERY)
    void letsTheServicesReachTheirTopicsAndGroupsOnly(Manifests manifests) {
        JsonNode acls = manifests.one("KafkaUser", "memoro-data-client").at("/spec/authorization/acls");
        Set<String> topics = names(acls, "topic");
        Set<String> groups = names(acls, "group");

        assertThat(topics).containsExactlyInAnyOrderElementsOf(Topics.ALL);
        assertThat(groups)
                .containsExactlyInAnyOrder(
                        "contact-service.", "interaction-service.", "search-service.", "embedding-worker.");
    }

    @ParameterizedTest
    @MethodSource(EVERY)
    void belongsToOneKafka(Manifests manifests) {
        assertThat(manifests.all().stream()
                        .filter(manifest ->
                                manifest.path("apiVersion").asString().startsWith("kafka.strimzi.io"))
                        .filter(manifest -> !manifest.path("kind").asString().equals("Kafka")))
                .allSatisfy(manifest -> assertThat(manifest.at("/metadata/labels/strimzi.io~1cluster")
                                .asString(""))
                        .isEqualTo("memoro-data"));
    }

    /** Names that the operators make of the cluster's name. */
    @Test
    void isWhatTheQuickstartOfTheOtherChartExpects() {
        Manifests memoro = Rendered.memoro(
                List.of(Chart.MEMORO.file("values-quickstart.yaml"), Chart.values("with-quickstart.yaml")));
        Manifests data = Chart.DATA.render(Chart.DATA.file("values-quickstart.yaml"));
        JsonNode gateway = memoro.deployments().get("gateway");
        var variables = SettingsTests.variables(gateway);

        assertThat(Manifests.name(data.ofKind("Cluster").findFirst().orElseThrow()) + "-rw")
                .isEqualTo(variables.get("MEMORO_DATABASE_HOST"));
        assertThat(Manifests.name(data.ofKind("Kafka").findFirst().orElseThrow()) + "-kafka-bootstrap:9093")
                .isEqualTo(variables.get("MEMORO_KAFKA_BOOTSTRAPSERVERS"));
        assertThat(RenderedSecrets.namesIn(memoro))
                .contains("memoro-data-client", "memoro-data-ca", "memoro-data-cluster-ca-cert");
        JsonNode topic = data.ofKind("KafkaTopic").findFirst().orElseThrow();
        assertThat(variables)
                .containsEntry(
                        "MEMORO_KAFKA_PARTITIONS", topic.at("/spec/partitions").asString())
                .containsEntry(
                        "MEMORO_KAFKA_REPLICATIONFACTOR",
                        topic.at("/spec/replicas").asString());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{postgres: {enabled: false}, kafka: {enabled: false}} | there is nothing to install: leave this chart out",
                "{kafka: {brokers: 2}} | kafka.brokers is 2, of which neither may be away",
                "{postgres: {image: 'ghcr.io/cloudnative-pg/postgresql:16-standard-trixie'}} | is not of PostgreSQL 17",
                "{postgres: {instance: 2}} | additional properties 'instance' not allowed",
            })
    void refusesWhatCannotWork(String wrong, String sentence) throws IOException {
        assertThat(Refusal.of(Chart.DATA, Chart.NEWEST, Files.writeString(folder.resolve("values.yaml"), wrong)))
                .contains(sentence);
    }

    private static Set<String> names(JsonNode acls, String type) {
        return acls.valueStream()
                .map(acl -> acl.path("resource"))
                .filter(resource -> resource.path("type").asString().equals(type))
                .peek(resource ->
                        assertThat(resource.path("patternType").asString()).isEqualTo("prefix"))
                .map(resource -> resource.path("name").asString())
                .collect(Collectors.toSet());
    }
}
