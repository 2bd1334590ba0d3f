package org.memoro.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that could not work are refused before anything is installed, with a sentence that says what to do. */
class RefusedValuesTests {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "publicUrl: ''                                  | publicUrl is not set: name the address people will type",
                "publicUrl: http://memoro.example.org           | begins with http://, which only localhost may: use https://",
                "database: {host: ''}                           | database.host is not set: name your PostgreSQL",
                "kafka: {bootstrapServers: ''}                  | kafka.bootstrapServers is not set: name your Kafka brokers",
                "signIn: {providers: {family: {clientId: a}}}   | signIn.providers.family.issuer is not set: only google is known without one",
                "signIn: {existingSecret: ''}                   | kubectl create secret generic memoro-sign-in --namespace memoro --from-literal=google-client-secret=…",
                "ingress: {enabled: true}, httpRoute: {enabled: true, parentRefs: [{name: a}]} | ingress.enabled and httpRoute.enabled are both true: Memoro has one door",
                "httpRoute: {enabled: true}                     | httpRoute.parentRefs is empty: name the Gateway",
                "kafka: {securityProtocol: SASL_SSL}            | kafka.securityProtocol SASL_SSL needs kafka.saslMechanism and kafka.existingSecret",
                "kafka: {existingSecret: a}                     | sends no credentials: set it to SASL_SSL, or leave the Secret out",
                "kafka: {caSecret: {name: a}}                   | is not encrypted: set it to SSL or SASL_SSL",
                "database: {sslMode: require, caSecret: {name: a}} | does not check certificates: set it to verify-full",
                "database: {prepare: {enabled: true}}           | kubectl create secret generic memoro-database-admin --namespace memoro",
                "services: {web-ui: {autoscaling: {mode: hpa, minReplicas: 5}}} | services.web-ui.autoscaling.minReplicas 5 is more than maxReplicas 4",
                "services: {web-ui: {autoscaling: {mode: keda}}} | services.web-ui.autoscaling.mode is keda, which follows the notes that wait for the embedding-worker",
                "services: {embedding-worker: {replicas: 7, databasePool: 1}} | services.embedding-worker may have 7 replicas, but interaction.events has 6 partitions",
                "services: {embedding-worker: {databasePool: 1, autoscaling: {mode: keda, maxReplicas: 7}}} | services.embedding-worker may have 7 replicas",
                "kafka: {securityProtocol: SASL_SSL, saslMechanism: PLAIN, existingSecret: a}, services: {embedding-worker: {databasePool: 1, autoscaling: {mode: keda}}} | kubectl create secret generic memoro-keda",
                "kafka: {securityProtocol: SSL}, services: {embedding-worker: {databasePool: 1, autoscaling: {mode: keda}}} | mode keda over SSL needs kafka.caSecret.name",
                "services: {gateway: {replicas: 2}}             | kubectl create secret generic memoro-signing --namespace memoro --from-file=keys.json",
                "services: {search-service: {replicas: 4}}      | PostgreSQL could be asked for 106 connections (contact-service 2 × 8, embedding-worker 2 × 8, gateway 2 × 8, interaction-service 2 × 8+1, search-service 5 × 8), but database.connectionLimit is 97",
                "services: {contact-service: {autoscaling: {mode: hpa, maxReplicas: 9}}} | lower database.pool, services.<name>.databasePool or the most replicas, or raise max_connections",
            })
    void saysWhatToDo(String wrong, String sentence) throws IOException {
        assertThat(refusal("{" + wrong + "}"))
                .contains("Memoro cannot run with these values")
                .contains(sentence);
    }

    @Test
    void saysThatNobodyCouldSignIn() {
        assertThat(Refusal.of(Chart.MEMORO, Chart.NEWEST, Chart.MEMORO.file("values-quickstart.yaml")))
                .contains("signIn.providers is empty, so nobody could sign in: set signIn.providers.google.clientId");
    }

    @Test
    void printsTheCommandThatMakesTheSecret() throws IOException {
        List<String> keys = RenderedSecrets.keysOf(Rendered.memoro("least.yaml"), "memoro");

        String refusal = refusal("secrets: {existingSecret: ''}");

        assertThat(refusal).contains("kubectl create secret generic memoro --namespace memoro");
        assertThat(keys).hasSize(17).allSatisfy(key -> assertThat(refusal)
                .contains("--from-literal=" + key + "=\"$(openssl rand -base64 32)\""));
    }

    @Test
    void saysEverythingThatIsWrongAtOnce() throws IOException {
        assertThat(refusal("{publicUrl: '', database: {host: ''}}"))
                .contains("publicUrl is not set", "database.host is not set");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "servces: {}",
                "services: {gateway: {replica: 2}}",
                "services: {gateway: {replicas: two}}",
                "services: {gateway: {replicas: 0}}",
                "publicUrl: https://memoro.example.org/path",
                "kafka: {bootstrapServers: kafka.example.org}",
                "kafka: {saslMechanism: GSSAPI}",
                "signIn: {providers: {My-Provider: {clientId: a, issuer: 'https://id.example.org'}}}",
                "services: {gateway: {image: {digest: latest}}}",
                "database: {port: '5432'}",
                "services: {web-ui: {autoscaling: {lag: 3}}}",
                "timeZone: Mars in June",
            })
    void refusesWhatTheSchemaDoesNotKnow(String wrong) throws IOException {
        assertThat(refusal(wrong)).contains("values don't meet the specifications of the schema");
    }

    @Test
    void takesTheValuesThatAreNotWrong() throws IOException {
        assertThat(Chart.MEMORO
                        .render(Chart.values("least.yaml"), file("{global: {a: 1}, enabled: true}"))
                        .all())
                .isNotEmpty();
    }

    private String refusal(String wrong) throws IOException {
        return Refusal.of(Chart.MEMORO, Chart.NEWEST, Chart.values("least.yaml"), file(wrong));
    }

    private Path file(String values) throws IOException {
        return Files.writeString(folder.resolve("values.yaml"), values);
    }
}
