package org.memoro.contacts.contact;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reads contacts out of rows, and writes their lists for them. */
final class ContactRow {
    private static final JsonMapper JSON = new JsonMapper();
    private static final TypeReference<List<Labelled>> LABELLED = new TypeReference<>() {};

    private ContactRow() {}

    static KeptContact kept(Readable row) {
        String deletedBy = row.get("deleted_by", String.class);
        return new KeptContact(
                contact(row),
                Maker.of(text(row, "created_by")),
                row.get("deleted_at", Instant.class),
                deletedBy == null ? null : Maker.of(deletedBy),
                row.get("merged_into", UUID.class));
    }

    static ContactName name(Readable row) {
        return new ContactName(
                Objects.requireNonNull(row.get("id", UUID.class)),
                row.get("first_name", String.class),
                row.get("last_name", String.class),
                row.get("nickname", String.class),
                text(row, "display_name"),
                row.get("relation_to_me", String.class));
    }

    static Contact contact(Readable row) {
        return new Contact(
                Objects.requireNonNull(row.get("id", UUID.class)),
                row.get("first_name", String.class),
                row.get("last_name", String.class),
                row.get("nickname", String.class),
                text(row, "display_name"),
                birthday(row),
                row.get("location", String.class),
                row.get("company", String.class),
                row.get("job_title", String.class),
                row.get("relation_to_me", String.class),
                labelled(row, "emails"),
                labelled(row, "phones"),
                labelled(row, "addresses"),
                labelled(row, "links"),
                row.get("how_we_met", String.class),
                row.get("notes", String.class),
                List.of(Objects.requireNonNull(row.get("tags", String[].class))),
                latestNews(row),
                row.get("last_interaction_on", LocalDate.class),
                Objects.requireNonNull(row.get("created_at", Instant.class)),
                Objects.requireNonNull(row.get("updated_at", Instant.class)),
                Objects.requireNonNull(row.get("version", Long.class)));
    }

    static String json(List<Labelled> entries) {
        return JSON.writeValueAsString(entries);
    }

    static String text(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }

    private static @Nullable Birthday birthday(Readable row) {
        Integer month = row.get("birthday_month", Integer.class);
        Integer day = row.get("birthday_day", Integer.class);
        return month == null || day == null ? null : new Birthday(row.get("birthday_year", Integer.class), month, day);
    }

    private static @Nullable LatestNews latestNews(Readable row) {
        String text = row.get("latest_news_text", String.class);
        return text == null
                ? null
                : new LatestNews(
                        text,
                        Objects.requireNonNull(row.get("latest_news_as_of", LocalDate.class)),
                        row.get("latest_news_interaction_id", UUID.class));
    }

    private static List<Labelled> labelled(Readable row, String column) {
        return JSON.readValue(text(row, column), LABELLED);
    }
}
