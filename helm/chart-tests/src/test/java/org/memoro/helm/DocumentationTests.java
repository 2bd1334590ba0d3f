package org.memoro.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What docs/kubernetes.md tells people to type works. */
class DocumentationTests {
    private static final Path PAGE = Chart.REPOSITORY.resolve("docs/kubernetes.md");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(sh|yaml)\\n(.*?)^```");

    @TempDir
    Path folder;

    @Test
    void makesSigningKeysThatTheGatewayTakes() throws Exception {
        shell(block("prime256v1"));

        ECKey key = JWKSet.load(folder.resolve("keys.json").toFile())
                .getKeys()
                .getFirst()
                .toECKey();
        assertThat(key.isPrivate()).isTrue();
        assertThat(key.toECPublicKey().getW()).isNotNull(); // refuses a point that is not on the curve
        assertThat(org.memoro.internaltokens.InternalTokenSigner.ofJwk(key.toJSONString(), java.time.Clock.systemUTC()))
                .isNotNull();
    }

    @Test
    void makesTheSecretWithAllItsKeys() throws Exception {
        // Stands in for the cluster: prints what it was told.
        Path kubectl = Files.writeString(
                folder.resolve("kubectl"), "#!/bin/sh\nprintf '%s\\n' \"$@\" >>\"$(dirname \"$0\")/told\"\n");
        assertThat(kubectl.toFile().setExecutable(true)).isTrue();
        shell(block("create secret generic memoro "));

        Set<String> keys = new TreeSet<>();
        for (String told : Files.readAllLines(folder.resolve("told"))) {
            if (told.startsWith("--from-literal=") && !told.contains("google")) {
                String[] literal = told.substring("--from-literal=".length()).split("=", 2);
                assertThat(literal[1]).hasSizeGreaterThan(40);
                keys.add(literal[0]);
            }
        }
        assertThat(List.copyOf(keys)).isEqualTo(RenderedSecrets.keysOf(Rendered.memoro("least.yaml"), "memoro"));
    }

    @Test
    void showsValuesThatRender() throws Exception {
        Path values = Files.writeString(
                folder.resolve("values.yaml"), block("publicUrl:").replace("…", "client.example.org"));

        assertThat(Chart.MEMORO.render(values).ofKind("HTTPRoute")).hasSize(1);
    }

    @Test
    void namesEveryImageForThoseWhoMirrorThem() throws Exception {
        for (Chart chart : List.of(Chart.MEMORO, Chart.DATA)) {
            JsonNode annotations =
                    Manifests.read(Files.readString(chart.file("Chart.yaml"))).path("annotations");
            Set<String> named = new TreeSet<>();
            Manifests.read(annotations.path("artifacthub.io/images").asString())
                    .forEach(image -> named.add(image.path("image").asString()));
            Stream<Manifests> rendered =
                    chart == Chart.DATA ? Rendered.data() : Rendered.memoro().limit(1);
            Set<String> used = new TreeSet<>();
            rendered.forEach(manifests -> {
                manifests.pods().values().forEach(pod -> PodTests.containers(pod)
                        .forEach(container -> used.add(container.path("image").asString())));
                manifests
                        .ofKind("Cluster")
                        .forEach(cluster ->
                                used.add(cluster.at("/spec/imageName").asString()));
            });
            assertThat(named).containsAll(used);
        }
    }

    @Test
    void hasNoLinkThatLeadsNowhere() throws Exception {
        for (Path page : List.of(PAGE, Chart.MEMORO.file("README.md"), Chart.DATA.file("README.md"))) {
            List<String> links = Pattern.compile("\\]\\(([^)#:]+)\\)")
                    .matcher(Files.readString(page))
                    .results()
                    .map(link -> link.group(1))
                    .toList();
            assertThat(links)
                    .allSatisfy(link -> assertThat(page.resolveSibling(link)).exists());
        }
    }

    private static String block(String containing) throws java.io.IOException {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map((MatchResult block) -> block.group(2))
                .filter(block -> block.contains(containing))
                .findFirst()
                .orElseThrow();
    }

    private void shell(String script) throws Exception {
        ProcessBuilder builder = new ProcessBuilder("sh", "-euc", script)
                .directory(folder.toFile())
                .redirectErrorStream(true);
        builder.environment().merge("PATH", "", (path, none) -> folder + ":" + path);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue())
                .as(said + Arrays.toString(folder.toFile().list()))
                .isZero();
    }
}
