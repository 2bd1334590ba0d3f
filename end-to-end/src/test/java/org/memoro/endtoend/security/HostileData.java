package org.memoro.endtoend.security;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.memoro.endtoend.security.SecurityInstance.Account;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Fills an account with injections in every text that the API takes. */
final class HostileData {
    /** The fields of a contact that hold one line, and how long it may be. */
    private static final List<String> LINES =
            List.of("firstName", "lastName", "nickname", "location", "company", "jobTitle", "relationToMe");

    private static final List<String> TEXTS = List.of("howWeMet", "notes");
    private static final int LINE = 200;
    private static final int TEXT = 20_000;
    private static final int LABEL = 100;
    private static final int WRITERS = 4;

    private final Http http;
    private final Who who;
    private final List<Injection> injections;

    HostileData(String url, Account account, List<Injection> injections) {
        this.http = new Http(url);
        this.who = Who.withToken("owner", account.token());
        this.injections = injections;
    }

    /** Something that was written, and the texts that can be read on its page. */
    record Written(String id, List<String> texts) {}

    /**
     * So many contacts, each with another injection in each field; with as many contacts as injections every injection
     * stands once in every field.
     */
    List<Written> contacts(int count) {
        return all(count, this::contact);
    }

    private Written contact(int number) {
        Supply supply = new Supply(number);
        ObjectNode contact = Call.JSON.createObjectNode();
        LINES.forEach(field -> contact.put(field, supply.next(LINE)));
        TEXTS.forEach(field -> contact.put(field, supply.next(TEXT)));
        ArrayNode tags = contact.putArray("tags");
        tags.add(supply.next(LABEL)).add(supply.next(LABEL));
        labelled(contact.putArray("phones"), supply, supply.next(LINE));
        labelled(contact.putArray("addresses"), supply, supply.next(LINE));
        labelled(contact.putArray("emails"), supply, supply.unbroken() + "@pwn.invalid");
        labelled(contact.putArray("links"), supply, "https://pwn.invalid/" + supply.unbroken());
        JsonNode made = send(Call.of("POST /api/v1/contacts"), contact);
        return new Written(made.path("id").asString(), supply.given());
    }

    private static void labelled(ArrayNode list, Supply supply, String value) {
        list.addObject().put("label", supply.next(LABEL)).put("value", value);
    }

    /** Gives a contact a relative of this name. */
    String relative(String contact, int number) {
        String name = new Supply(number).next(LINE);
        send(
                Call.of("POST /api/v1/contacts/{id}/relationships").at("id", contact),
                Call.JSON.createObjectNode().put("relation", "friend").put("name", name));
        return name;
    }

    /** So many notes, each of one injection, at a place and in a thread of others. */
    List<Written> notes(int count) {
        return all(count, number -> {
            Supply supply = new Supply(number);
            String text = supply.next(TEXT);
            ObjectNode note = Call.JSON
                    .createObjectNode()
                    .put("notes", text)
                    .put("location", supply.next(LINE))
                    .put("threadId", supply.next(LABEL));
            JsonNode made = send(Call.of("POST /api/v1/interactions"), note);
            return new Written(made.path("id").asString(), List.of(text));
        });
    }

    /** A note of harmless words. */
    String note(String words) {
        return send(
                        Call.of("POST /api/v1/interactions"),
                        Call.JSON.createObjectNode().put("notes", words))
                .path("id")
                .asString();
    }

    /** Says of every fact of a note something else, in each text of its value; says the texts that were taken. */
    List<String> correctFacts(String note, int number) {
        Supply supply = new Supply(number);
        JsonNode facts = send(Call.of("GET /api/v1/facts").asking("interactionId", note), null);
        for (JsonNode fact : facts.path("items")) {
            ObjectNode value = Call.JSON.createObjectNode();
            fact.path("value").properties().forEach(member -> {
                if (List.of("text", "place", "name", "city", "displayName", "organization", "title")
                        .contains(member.getKey())) {
                    value.put(member.getKey(), supply.next(LINE));
                }
            });
            if (!value.isEmpty()) {
                ObjectNode change = Call.JSON.createObjectNode();
                change.set("value", value);
                send(
                        Call.of("PATCH /api/v1/facts/{id}")
                                .at("id", fact.path("id").asString()),
                        change);
            }
        }
        return supply.given();
    }

    /** Runs it for each number at once, as far as that is any use. */
    <T> List<T> all(int count, IntFunction<T> write) {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<T>> work = IntStream.range(0, count)
                    .<Callable<T>>mapToObj(number -> () -> write.apply(number))
                    .toList();
            List<T> done = new ArrayList<>();
            for (Future<T> one : writers.invokeAll(work)) {
                done.add(one.get());
            }
            return done;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    JsonNode send(Call call, @org.jspecify.annotations.Nullable ObjectNode body) {
        Call whole = body == null
                ? call
                : new Call(call.method(), call.template(), call.path(), call.query(), call.headers(), body);
        Answer answer = http.send(whole, who);
        if (!answer.isSuccess()) {
            throw new IllegalStateException(call.method() + " " + call.template() + " answered " + answer);
        }
        return answer.json();
    }

    /** One injection after the other, from a place of its own. */
    private final class Supply {
        private final List<String> given = new ArrayList<>();
        private int next;

        Supply(int start) {
            this.next = start;
        }

        String next(int longest) {
            String text = take().within(longest);
            given.add(text);
            return text;
        }

        String unbroken() {
            return "a" + take().unbroken(LABEL);
        }

        List<String> given() {
            return List.copyOf(given);
        }

        private Injection take() {
            return injections.get(next++ % injections.size());
        }
    }
}
