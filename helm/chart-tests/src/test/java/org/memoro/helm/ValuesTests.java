package org.memoro.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** values.yaml and values.schema.json say the same, and the schema says all of it. */
class ValuesTests {
    /** Allowed besides, so that the chart can be part of another one. */
    private static final Set<String> OF_A_PARENT = Set.of("enabled", "global");

    @ParameterizedTest
    @EnumSource(OurChart.class)
    void namesTheSameKeysInValuesAndSchema(OurChart chart) throws IOException {
        Set<String> inValues = new TreeSet<>();
        JsonNode schema = schema(chart);
        collectValues(
                "", Manifests.read(Files.readString(chart.chart().file("values.yaml"))), schema, schema, inValues);
        Set<String> inSchema = new TreeSet<>();
        collectSchema("", schema, schema, inSchema);
        inValues.removeAll(OF_A_PARENT);
        inSchema.removeAll(OF_A_PARENT);

        assertThat(inValues).isEqualTo(inSchema).hasSizeGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource(OurChart.class)
    void describesAndTypesEveryKey(OurChart chart) throws IOException {
        List<String> wrong = new ArrayList<>();
        JsonNode schema = schema(chart);
        collectUndescribed("", schema, schema, wrong);

        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(OurChart.class)
    void needsNothingFromElsewhere(OurChart chart) throws IOException {
        List<String> references = new ArrayList<>();
        collectReferences(schema(chart), references);

        assertThat(references).allSatisfy(reference -> assertThat(reference).startsWith("#/$defs/"));
        assertThat(Manifests.read(Files.readString(chart.chart().file("Chart.yaml")))
                        .has("dependencies"))
                .isFalse();
        assertThat(textOf(chart))
                .doesNotContain(
                        "lookup ", "randAlpha", "randBytes", "genPrivateKey", "genCA", "uuidv4", "htpasswd", " now ");
    }

    @ParameterizedTest
    @EnumSource(OurChart.class)
    void mayBePartOfAnotherChart(OurChart chart) throws IOException {
        JsonNode root = schema(chart);

        assertThat(root.path("additionalProperties").asBoolean(true)).isFalse();
        OF_A_PARENT.forEach(
                key -> assertThat(root.at("/properties").has(key)).as(key).isTrue());
    }

    private static JsonNode schema(OurChart chart) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(chart.chart().file("values.schema.json")));
    }

    private static String textOf(OurChart chart) throws IOException {
        StringBuilder all = new StringBuilder();
        try (var files = Files.walk(chart.chart().file("templates"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
        }
        return all.toString();
    }

    /** An object that the schema leaves open, such as labels, is one key. */
    private static void collectValues(String path, JsonNode value, JsonNode schema, JsonNode root, Set<String> keys) {
        JsonNode properties = resolve(schema, root).path("properties");
        if (!value.isObject() || properties.isEmpty()) {
            keys.add(path);
            return;
        }
        value.properties()
                .forEach(entry -> collectValues(
                        below(path, entry.getKey()), entry.getValue(), properties.path(entry.getKey()), root, keys));
    }

    private static void collectSchema(String path, JsonNode schema, JsonNode root, Set<String> keys) {
        JsonNode properties = resolve(schema, root).path("properties");
        if (properties.isEmpty()) {
            keys.add(path);
            return;
        }
        properties
                .properties()
                .forEach(entry -> collectSchema(below(path, entry.getKey()), entry.getValue(), root, keys));
    }

    private static void collectUndescribed(String path, JsonNode schema, JsonNode root, List<String> wrong) {
        JsonNode resolved = resolve(schema, root);
        if (!path.isEmpty() && !schema.has("description") && !resolved.has("description")) {
            wrong.add(path + " has no description");
        }
        if (!resolved.has("type")) {
            wrong.add(path + " has no type");
        }
        if (resolved.has("properties") && resolved.path("additionalProperties").asBoolean(true)) {
            wrong.add(path + " takes keys that it does not name");
        }
        resolved.path("properties")
                .properties()
                .forEach(entry -> collectUndescribed(below(path, entry.getKey()), entry.getValue(), root, wrong));
    }

    private static void collectReferences(JsonNode node, List<String> references) {
        if (node.has("$ref")) {
            references.add(node.path("$ref").asString());
        }
        node.forEach(child -> collectReferences(child, references));
    }

    private static JsonNode resolve(JsonNode schema, JsonNode root) {
        return schema.has("$ref") ? root.at(schema.path("$ref").asString().substring(1)) : schema;
    }

    private static String below(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }
}
