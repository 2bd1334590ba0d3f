package org.memoro.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Tests for {@link EventJson}. */
class EventJsonTests {
    private static final JsonMapper JSON = new JsonMapper();

    @ParameterizedTest
    @MethodSource("types")
    void readsWhatTheFirstVersionPublished(Class<? extends MemoroEvent> type) throws IOException {
        byte[] published = example(type);

        MemoroEvent event = EventJson.read(published);

        assertThat(event).isInstanceOf(type);
        assertThat(JSON.readTree(EventJson.write(event))).isEqualTo(JSON.readTree(published));
    }

    @ParameterizedTest
    @MethodSource("types")
    void carriesIdsVersionsAndKindsOnly(Class<? extends MemoroEvent> type) {
        assertThat(Arrays.stream(type.getRecordComponents()).map(c -> c.getName()))
                .allMatch(name -> name.endsWith("Id")
                        || Stream.of("version", "retry", "facts", "vector", "code", "nextAttemptAt", "nameChanged")
                                .anyMatch(name::equals));
    }

    @Test
    void ignoresWhatALaterVersionAdds() {
        String later = """
                {"type":"AccountCreated","contract":2,"eventId":"%s","userId":"%s","plan":"gold"}""".formatted(UUID.randomUUID(), UUID.randomUUID());

        assertThat(EventJson.read(later.getBytes(StandardCharsets.UTF_8))).isInstanceOf(AccountCreated.class);
    }

    @Test
    void refusesUnknownTypesAndMissingComponents() {
        for (String bad :
                new String[] {"{}", "no json", "{\"type\":\"Nothing\"}", "{\"type\":\"InteractionIndexed\"}"}) {
            assertThatExceptionOfType(UnreadableEvent.class)
                    .isThrownBy(() -> EventJson.read(bad.getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void knowsEveryPermittedEvent() {
        assertThat(EventJson.types()).containsExactlyInAnyOrder(permitted());
    }

    static Stream<Class<? extends MemoroEvent>> types() {
        return EventJson.types().stream();
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends MemoroEvent>[] permitted() {
        return Arrays.stream(MemoroEvent.class.getPermittedSubclasses()).toArray(Class[]::new);
    }

    private static byte[] example(Class<?> type) throws IOException {
        try (InputStream file =
                EventJsonTests.class.getResourceAsStream("/events/" + type.getSimpleName() + ".v1.json")) {
            return file.readAllBytes();
        }
    }
}
