package org.memoro.web.today;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.web.note.NoteForm;

/** What was sent from the capture box. */
record NewNote(
        @Nullable String text,
        @Nullable String occurredOn,
        @Nullable List<UUID> contactIds) {

    NoteForm form() {
        return new NoteForm(text, occurredOn, null, null);
    }

    List<UUID> people() {
        return Objects.requireNonNullElse(contactIds, List.of());
    }

    /** The note as interaction-service takes it. */
    Map<String, Object> note() {
        NoteForm form = form();
        form.check();
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("notes", form.text());
        if (!form.occurredOn().isEmpty()) {
            note.put("occurredOn", form.occurredOn());
        }
        if (!people().isEmpty()) {
            note.put("contactIds", people());
        }
        return note;
    }
}
