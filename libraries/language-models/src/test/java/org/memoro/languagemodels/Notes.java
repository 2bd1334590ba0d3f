package org.memoro.languagemodels;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notes for tests: single ones, and the labelled sets among the test resources. */
public final class Notes {

    public static final Instant WRITTEN = Instant.parse("2026-11-20T17:30:00Z");
    public static final ZoneId VIENNA = ZoneId.of("Europe/Vienna");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Notes() {}

    /** A note of Friday, 20 November 2026 in Vienna. */
    public static ExtractionRequest note(String text, KnownContact... contacts) {
        return new ExtractionRequest(text, WRITTEN, VIENNA, List.of(contacts));
    }

    public static KnownContact contact(String id, String first, String last, String... nicknames) {
        return new KnownContact(id, first, last, List.of(nicknames));
    }

    public record Labelled(String id, ExtractionRequest request, Extraction gold) {}

    public static List<Labelled> labelled(String file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Notes.class.getResourceAsStream("/notes/" + file), StandardCharsets.UTF_8))) {
            return lines.lines().map(JSON::readTree).map(Notes::labelled).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Labelled labelled(JsonNode note) {
        List<KnownContact> contacts = new ArrayList<>();
        note.get("known_contacts").forEach(contact -> {
            List<String> nicknames = new ArrayList<>();
            contact.get("nicknames").forEach(nickname -> nicknames.add(nickname.asString()));
            contacts.add(new KnownContact(
                    contact.get("id").asString(),
                    contact.get("first_name").asString(null),
                    contact.get("last_name").asString(null),
                    nicknames));
        });
        ExtractionRequest request = new ExtractionRequest(
                note.get("text").asString(),
                OffsetDateTime.parse(note.get("written_at").asString()).toInstant(),
                ZoneId.of(note.get("time_zone").asString()),
                contacts);
        return new Labelled(note.get("id").asString(), request, JSON.treeToValue(note.get("gold"), Extraction.class));
    }
}
