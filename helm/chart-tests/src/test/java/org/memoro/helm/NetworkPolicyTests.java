package org.memoro.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A connection between two pods is possible exactly where the code makes one. */
class NetworkPolicyTests {

    @ParameterizedTest
    @MethodSource("org.memoro.helm.Rendered#memoro")
    void opensEveryCallThereIsAndNoOther(Manifests manifests) {
        Network network = new Network(manifests);
        Set<String> open = new TreeSet<>();
        Set<String> needed = new TreeSet<>();
        for (String caller : CallGraph.SERVICES) {
            for (String called : CallGraph.SERVICES) {
                for (String port : Set.of("http", "internal", "management")) {
                    if (!caller.equals(called) && network.connects(caller, called, port)) {
                        open.add(caller + " -> " + called + " " + port);
                    }
                }
            }
            CallGraph.calledBy(caller).forEach(called -> needed.add(caller + " -> " + called + " http"));
            if (!caller.equals("gateway")) {
                needed.add(caller + " -> gateway internal");
            }
        }
        // The door is open to the whole cluster unless publicFrom says otherwise; nobody inside goes through it.
        open.removeIf(edge -> edge.endsWith("-> gateway http"));

        assertThat(open).isEqualTo(needed).hasSizeGreaterThan(15);
    }

    @Test
    void letsOnlyThePublicPortBeReachedFromOutside() {
        Manifests manifests = Rendered.memoro("least.yaml");
        for (JsonNode policy : manifests.ofKind("NetworkPolicy").toList()) {
            for (JsonNode rule : policy.at("/spec/ingress")) {
                boolean fromAnywhere = !rule.has("from");
                assertThat(fromAnywhere)
                        .isEqualTo(Manifests.component(policy).equals("gateway")
                                && portsOf(rule).toList().equals(java.util.List.of("http")));
            }
        }
    }

    @Test
    void leadsOnlyServicesWithDataToPostgresAndKafka() {
        Manifests manifests = Rendered.memoro("most.yaml");
        for (JsonNode policy : manifests.ofKind("NetworkPolicy").toList()) {
            Set<String> ports = new TreeSet<>();
            policy.at("/spec/egress").forEach(rule -> portsOf(rule).forEach(ports::add));
            boolean hasData = !Manifests.component(policy).equals("web-ui");
            assertThat(ports.contains("6432")).isEqualTo(hasData);
            assertThat(ports.containsAll(Set.of("9093", "9094"))).isEqualTo(hasData);
            // Google, and the one that listens elsewhere.
            assertThat(ports.containsAll(Set.of("443", "8443")))
                    .isEqualTo(Manifests.component(policy).equals("gateway"));
            assertThat(ports.contains("11434"))
                    .isEqualTo(Manifests.component(policy).equals("embedding-worker"));
        }
    }

    @Test
    void keepsNotesInsideWithoutAProvider() {
        JsonNode worker = Rendered.memoro("least.yaml").one("NetworkPolicy", "memoro-embedding-worker");
        Set<String> ports = new TreeSet<>();
        worker.at("/spec/egress").forEach(rule -> portsOf(rule).forEach(ports::add));

        assertThat(ports).containsExactlyInAnyOrder("53", "5432", "9092", "8090", "8101", "8102");
    }

    private static Stream<String> portsOf(JsonNode rule) {
        return rule.path("ports").valueStream().map(port -> port.path("port").asString());
    }

    /** Both ends must agree, as Kubernetes has it. */
    private record Network(Manifests manifests) {

        boolean connects(String caller, String called, String portName) {
            int port = PodTests.portNamed(pod(called).at("/spec/containers/0"), portName);
            return port > 0
                    && allows("ingress", "from", called, caller, port)
                    && allows("egress", "to", caller, called, port);
        }

        private boolean allows(String direction, String peers, String owner, String other, int port) {
            for (JsonNode rule : policy(owner).at("/spec/" + direction)) {
                JsonNode listener =
                        pod(direction.equals("ingress") ? owner : other).at("/spec/containers/0");
                boolean portFits = rule.path("ports")
                        .valueStream()
                        .anyMatch(allowed -> allowed.path("port").isNumber()
                                ? allowed.path("port").asInt() == port
                                : PodTests.portNamed(
                                                listener, allowed.path("port").asString())
                                        == port);
                boolean peerFits =
                        !rule.has(peers) || rule.path(peers).valueStream().anyMatch(peer -> selects(peer, other));
                if (portFits && peerFits) {
                    return true;
                }
            }
            return false;
        }

        private boolean selects(JsonNode peer, String component) {
            return peer.has("podSelector")
                    && PodTests.matches(
                            peer.at("/podSelector/matchLabels"), pod(component).at("/metadata/labels"));
        }

        private JsonNode policy(String component) {
            return manifests.one("NetworkPolicy", "memoro-" + component);
        }

        private JsonNode pod(String component) {
            return manifests.deployments().get(component).at("/spec/template");
        }
    }
}
