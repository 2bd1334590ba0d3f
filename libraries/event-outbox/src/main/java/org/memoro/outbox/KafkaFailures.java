package org.memoro.outbox;

import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Says what is to be done when Kafka cannot be used, by the error its client ends with. */
final class KafkaFailures {
    private static final Map<Class<? extends KafkaException>, String> ACTIONS = Map.of(
            SaslAuthenticationException.class,
            "Compare user and password in memoro.kafka.properties with those that Kafka knows.",
            SslAuthenticationException.class,
            "Kafka's certificate must be for the name in memoro.kafka.bootstrap-servers, and of an authority that"
                    + " ssl.truststore.location in memoro.kafka.properties holds.",
            AuthorizationException.class,
            "Allow this user to create topics, or create them yourself.",
            InvalidReplicationFactorException.class,
            "Lower memoro.kafka.replication-factor to the number of brokers, or start more of them.",
            UnsupportedVersionException.class,
            "Kafka is too old: Memoro wants 4.0 or newer.",
            ConfigException.class,
            "Mend memoro.kafka.bootstrap-servers or memoro.kafka.properties.",
            TimeoutException.class,
            "Check memoro.kafka.bootstrap-servers, the addresses that the brokers announce, and that this network lets"
                    + " us there; a broker that wants TLS answers nothing to who speaks without.");

    private static final String OTHER = "What it says is all there is; the log of the broker may say more.";

    private KafkaFailures() {}

    /** What to do about a failure, in a sentence; the innermost cause that has one counts. */
    static String action(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .flatMap(cause -> ACTIONS.entrySet().stream()
                        .filter(action -> action.getKey().isInstance(cause))
                        .map(Map.Entry::getValue))
                .reduce((outer, inner) -> inner)
                .orElse(OTHER);
    }
}
