package org.memoro.embedding;

import java.util.UUID;
import org.memoro.events.InteractionRecorded;
import tools.jackson.databind.json.JsonMapper;

/** A note as interaction-service would hand it out, with full defaults. */
record TestNote(UUID id, long version, boolean deleted, String notes, String typedContactIds, String participants) {
    private static final JsonMapper JSON = new JsonMapper();

    static TestNote aNote() {
        return new TestNote(UUID.randomUUID(), 1, false, "Had coffee with Anna Petrova yesterday.", "[]", "[]");
    }

    TestNote saying(String text) {
        return new TestNote(id, version, deleted, text, typedContactIds, participants);
    }

    TestNote inVersion(long other) {
        return new TestNote(id, other, deleted, notes, typedContactIds, participants);
    }

    TestNote with(UUID contact, String displayName, String source) {
        String typed = source.equals("typed") ? "[\"" + contact + "\"]" : "[]";
        String participant = "[{\"contactId\":\"" + contact + "\",\"displayName\":\"" + displayName + "\",\"source\":\""
                + source + "\"}]";
        return new TestNote(id, version, deleted, notes, typed, participant);
    }

    TestNote gone() {
        return new TestNote(id, version + 1, true, "", "[]", "[]");
    }

    InteractionRecorded recorded(UUID account) {
        return InteractionRecorded.of(account, id, version, false);
    }

    InteractionRecorded again(UUID account) {
        return InteractionRecorded.of(account, id, version, true);
    }

    String json() {
        return """
                {"id":"%s","version":%d,"deleted":%s,"notes":%s,"occurredOn":"2026-05-12","occurredOnSource":"default",
                 "occurredAt":null,"writtenAt":"2026-05-12T18:30:00Z","zone":"Europe/Vienna","location":null,
                 "threadId":null,"typedContactIds":%s,"participants":%s,"mentioned":[],"createdAt":"2026-05-12T18:30:00Z"}""".formatted(id, version, deleted, JSON.writeValueAsString(notes), typedContactIds, participants);
    }
}
