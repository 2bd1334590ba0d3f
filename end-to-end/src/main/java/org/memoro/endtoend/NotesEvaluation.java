package org.memoro.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes labelled notes, each in an account of its own, and reads back what was understood. */
final class NotesEvaluation {
    private final Path gold;
    private final Path out;
    private final String url;
    private final MemoroCommand memoro;
    private final String run = Long.toString(Instant.now().getEpochSecond(), 36);

    NotesEvaluation(Path gold, Path out, String url, MemoroCommand memoro) {
        this.gold = gold;
        this.out = out;
        this.url = url;
        this.memoro = memoro;
    }

    void run() {
        List<ObjectNode> predictions = new ArrayList<>();
        for (JsonNode note : JsonLines.read(gold)) {
            predictions.add(
                    MemoroApi.object().put("id", note.path("id").asString()).set("pred", understand(note)));
        }
        Path predicted = out.resolve(gold.getFileName() + ".predicted");
        JsonLines.write(predicted, predictions);
        System.out.println("Notes (" + gold.getFileName() + "): " + predictions.size()
                + " written and read back; predictions in " + predicted);
        score(predicted);
        System.out.println("What is kept without asking:");
        score(predicted, "--auto");
    }

    private JsonNode understand(JsonNode note) {
        MemoroApi api = memoro.accountOf(url, note.path("id").asString() + "." + run + "@eval.memoro.local");
        api.useTimeZone(note.path("time_zone").asString());
        Map<String, String> labels = new HashMap<>();
        for (JsonNode contact : note.path("known_contacts")) {
            labels.put(api.addContact(contact(contact)), contact.path("id").asString());
        }
        String writtenAt = OffsetDateTime.parse(note.path("written_at").asString())
                .toInstant()
                .toString();
        String id = api.writeNote(
                MemoroApi.object().put("notes", note.path("text").asString()).put("writtenAt", writtenAt));
        api.awaitUnderstood(Duration.ofSeconds(60));
        JsonNode understood = api.enrichment(id);
        relabel(understood, labels);
        return understood;
    }

    private static ObjectNode contact(JsonNode known) {
        ObjectNode contact = MemoroApi.object();
        copy(known, "first_name", contact, "firstName");
        copy(known, "last_name", contact, "lastName");
        JsonNode nickname = known.path("nicknames").path(0);
        if (nickname.isString()) {
            contact.put("nickname", nickname.asString());
        }
        return contact;
    }

    private static void copy(JsonNode from, String name, ObjectNode to, String newName) {
        if (from.path(name).isString()) {
            to.put(newName, from.path(name).asString());
        }
    }

    /** Contact ids are new in every run; the labels of the data are put back in their place. */
    private static void relabel(JsonNode understood, Map<String, String> labels) {
        for (JsonNode person : understood.path("people")) {
            if (person.path("contact_match") instanceof ObjectNode match) {
                JsonNode id = match.path("contact_id");
                if (id.isString()) {
                    match.put("contact_id", labels.getOrDefault(id.asString(), id.asString()));
                }
                ArrayNode candidates = MemoroApi.object().putArray("ids");
                match.path("candidate_ids")
                        .forEach(c -> candidates.add(labels.getOrDefault(c.asString(), c.asString())));
                match.set("candidate_ids", candidates);
            }
        }
    }

    private void score(Path predicted, String... options) {
        Path scorer = gold.resolveSibling("score.py");
        if (!Files.isReadable(scorer)) {
            System.out.println("There is no " + scorer + " to score with.");
            return;
        }
        List<String> command =
                new ArrayList<>(List.of("python3", scorer.toString(), gold.toString(), predicted.toString()));
        command.addAll(List.of(options));
        try {
            int code = new ProcessBuilder(command).inheritIO().start().waitFor();
            if (code != 0) {
                System.out.println("The scorer ended with " + code + ".");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("python3 is needed to score", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
