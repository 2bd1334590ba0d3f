package org.memoro.endtoend.security;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** Every operation, called by everybody who must not have what it gives, and by the owner who must. */
final class AccessMatrix {
    /** A repetition is refused instead of answered alike, since the secret in the answer is not kept. */
    private static final Set<String> SHOWN_ONCE = Set.of("POST /api/v1/account/tokens");

    private final Http http;
    private final ApiDescription api;
    private final Supplies owner;
    private final Supplies stranger;
    private final Callers callers;
    private final MatrixReport report = new MatrixReport();
    private final Map<Operation, Call> ownersCalls = new LinkedHashMap<>();
    private final Map<Operation, Map<IdPlace, String>> ownersIds = new LinkedHashMap<>();
    private final Map<Operation, Call> strangersCalls = new LinkedHashMap<>();
    private final Map<Operation, Map<Who, Call>> keyedCalls = new LinkedHashMap<>();
    private final Set<String> secrets = new TreeSet<>();

    AccessMatrix(Http http, ApiDescription api, Supplies owner, Supplies stranger, Callers callers) {
        this.http = http;
        this.api = api;
        this.owner = owner;
        this.stranger = stranger;
        this.callers = callers;
        this.secrets.add(owner.canary());
    }

    /**
     * Who calls.
     *
     * @param nobody have no access any more, or never had
     * @param mixed browsers whose CSRF token is not that of their session
     * @param strangers the other account, by token and by session
     * @param spare makes an account that may be lost
     */
    record Callers(
            Who owner,
            Who ownersReader,
            List<Who> nobody,
            List<Who> mixed,
            List<Who> strangers,
            java.util.function.Supplier<Who> spare) {}

    /** Makes something of each account for each operation to be about. */
    void prepare() {
        for (Operation operation : api.operations()) {
            Call own = Recipes.valid(operation.name(), owner);
            ownersCalls.put(operation, own);
            secrets.addAll(own.path().values());
            Map<IdPlace, String> ids = new LinkedHashMap<>();
            operation.idPlaces().forEach(place -> ids.put(place, ownersId(own, place)));
            secrets.addAll(ids.values());
            ownersIds.put(operation, ids);
            strangersCalls.put(operation, Recipes.valid(operation.name(), stranger));
            if (operation.method().equals("POST")) {
                for (Who who : callers.strangers()) {
                    sendTwiceWithOneKey(operation, who);
                }
            }
        }
        owner.awaitUnderstood();
        stranger.awaitUnderstood();
    }

    /** Made before the attacks begin, so that afterwards the owner must have what was there before. */
    private String ownersId(Call own, IdPlace place) {
        return place.where() == IdPlace.Where.PATH ? own.path().get(place.name()) : owner.idFor(place.name());
    }

    /** The owner's own repetition is answered alike: what the stranger then sends with this key is kept somewhere. */
    private void sendTwiceWithOneKey(Operation operation, Who stranger) {
        Call call = (operation.path().contains("{")
                        ? Recipes.valid(operation.name(), owner)
                        : withoutIds(operation, Recipes.valid(operation.name(), this.stranger)))
                .header("Idempotency-Key", UUID.randomUUID().toString());
        Answer first = http.send(call, callers.owner());
        Answer second = http.send(call, callers.owner());
        String id = first.json().path("id").asString("");
        boolean alike = SHOWN_ONCE.contains(operation.name())
                ? second.code().equals("idempotency-key-reused")
                : second.status() == first.status() && second.text().contains(id);
        if (first.isSuccess() && alike) {
            report.right(operation, "owner, twice with one key", second);
        } else {
            report.wrong(operation, "owner, twice with one key", first + " and then " + second);
        }
        if (!operation.path().contains("{")) {
            secrets.add(id);
        }
        keyedCalls.computeIfAbsent(operation, missing -> new LinkedHashMap<>()).put(stranger, call);
    }

    private static Call withoutIds(Operation operation, Call call) {
        Call without = call;
        for (IdPlace place : operation.idPlaces()) {
            without = without.with(place.name(), Call.JSON.createArrayNode());
        }
        return without;
    }

    /** Everything that must be refused, or answered as if the owner did not exist. */
    MatrixReport attack() {
        ownersCalls.forEach((operation, call) -> {
            callers.nobody().forEach(who -> expect(operation, call, who, 401, "not-signed-in"));
            if (operation.isWrite()) {
                expect(operation, call, callers.ownersReader(), 403, "insufficient-scope");
                callers.mixed().forEach(who -> expect(operation, call, who, 403, "csrf"));
            }
            for (Who who : callers.strangers()) {
                byStranger(operation, who);
            }
        });
        return report;
    }

    private void byStranger(Operation operation, Who who) {
        Call own = ownersCalls.get(operation);
        Call strangers = strangersCalls.get(operation);
        List<IdPlace> places = operation.idPlaces();
        for (IdPlace place : places) {
            String id = ownersIds.get(operation).get(place);
            compare(
                    operation,
                    who + ", owner's id in " + place,
                    who,
                    strangers.with(place, id),
                    strangers.with(place, random()),
                    id);
            if (operation.takes("header", "If-Match") && place.where() == IdPlace.Where.PATH) {
                String etag = http.send(Call.of("GET " + operation.path()).at(place.name(), id), callers.owner())
                        .header("ETag");
                compare(
                        operation,
                        who + ", with the owner's ETag",
                        who,
                        strangers.with(place, id).header("If-Match", etag),
                        strangers.with(place, random()).header("If-Match", etag),
                        id);
            }
        }
        if (keyedCalls.containsKey(operation)) {
            withForeignKey(operation, who);
        }
        if (operation.takes("query", "cursor")) {
            withForeignCursor(operation, who);
        }
        for (String parameter : List.of("q", "query", "tag")) {
            if (operation.takes("query", parameter)) {
                byOwnersWord(operation, who, parameter);
            }
        }
        if (places.stream().noneMatch(place -> place.where() == IdPlace.Where.PATH)) {
            forThemselves(operation, who);
        }
    }

    /** A key counts for one account: to another the first answer is not repeated. */
    private void withForeignKey(Operation operation, Who who) {
        Call keyed = keyedCalls.get(operation).get(who);
        String kind = who + ", owner's Idempotency-Key";
        List<String> places = List.copyOf(keyed.path().keySet());
        if (places.isEmpty()) {
            Answer answer = http.send(keyed, who);
            judge(operation, kind, answer, Set.of(), answer.isSuccess(), "should work for themselves");
        } else {
            String place = places.getFirst();
            compare(
                    operation,
                    kind,
                    who,
                    keyed,
                    keyed.at(place, random()),
                    keyed.path().get(place));
        }
    }

    private void byOwnersWord(Operation operation, Who who, String parameter) {
        String word = (parameter.equals("tag") ? "tag-" : "") + owner.canary();
        Call call = strangersCalls.get(operation).asking(parameter, word);
        Call exact = operation.takes("query", "mode") ? call.asking("mode", "lexical") : call;
        Answer answer = http.send(exact, who);
        boolean nothing = answer.status() == 200 && answer.json().path("items").isEmpty();
        judge(operation, who + ", owner's word as " + parameter, answer, Set.of(), nothing, "should find nothing");
        if (operation.takes("query", "mode")) {
            Answer near = http.send(call.asking("mode", "semantic").asking("limit", "50"), who);
            judge(operation, who + ", owner's word by meaning", near, Set.of(), near.isSuccess(), "should work");
        }
    }

    /** A place in the owner's list is no place in the stranger's. */
    private void withForeignCursor(Operation operation, Who who) {
        String cursor = http.send(ownersCalls.get(operation).asking("limit", "1"), callers.owner())
                .json()
                .path("nextCursor")
                .asString("");
        Answer answer = http.send(strangersCalls.get(operation).asking("cursor", cursor), who);
        boolean usual = answer.status() == 200 || answer.status() == 400;
        judge(
                operation,
                who + ", owner's cursor",
                answer,
                Set.of(cursor),
                usual && !cursor.isEmpty(),
                "no such page: " + cursor);
    }

    /** Where no id is given the answer is about the caller alone. */
    private void forThemselves(Operation operation, Who who) {
        String kind = who + ", for themselves";
        if (!Recipes.END_THE_CALLER.contains(operation.name())) {
            Answer answer = http.send(strangersCalls.get(operation), who);
            judge(operation, kind, answer, Set.of(), answer.isSuccess(), "should work");
        } else if (who.headers().containsKey("Cookie")) {
            report.skipped(operation, kind, "it would end the browser session that the other cases need");
        } else {
            Answer answer =
                    http.send(strangersCalls.get(operation), callers.spare().get());
            judge(operation, kind, answer, Set.of(), answer.isSuccess(), "should work");
        }
    }

    /** The owner, and the stranger with things of their own, are answered: the refusals above were about whose it is. */
    MatrixReport control() {
        ownersCalls.forEach((operation, call) -> {
            boolean ends = Recipes.END_THE_CALLER.contains(operation.name());
            Answer answer = http.send(call, ends ? callers.spare().get() : callers.owner());
            mustWork(operation, "owner", answer);
            operation.idPlaces().stream()
                    .filter(place -> place.where() != IdPlace.Where.PATH)
                    .forEach(place -> mustWork(
                            operation,
                            "owner, own id in " + place,
                            http.send(
                                    Recipes.valid(operation.name(), owner).with(place, owner.idFor(place.name())),
                                    callers.owner())));
        });
        return report;
    }

    private void mustWork(Operation operation, String kind, Answer answer) {
        if (answer.isSuccess()) {
            report.right(operation, kind, answer);
        } else {
            report.wrong(operation, kind, "the same call does not work for its owner: " + answer);
        }
    }

    private void expect(Operation operation, Call call, Who who, int status, String code) {
        Answer answer = http.send(call, who);
        boolean asExpected = answer.status() == status && answer.code().equals(code);
        judge(operation, who.name(), answer, call.path().values(), asExpected, "should be " + status + " " + code);
    }

    private void compare(Operation operation, String kind, Who who, Call foreign, Call unknown, String id) {
        Answer answer = http.send(foreign, who);
        Answer nowhere = http.send(unknown, who);
        List<String> others = new ArrayList<>(unknown.path().values());
        others.addAll(unknown.query().values());
        List<String> sent = new ArrayList<>(foreign.path().values());
        sent.addAll(foreign.query().values());
        sent.add(id);
        String why = Comparison.difference(answer, sent, nowhere, withBodyIds(others, unknown))
                .orElse("");
        judge(operation, kind, answer, sent, why.isEmpty(), why);
    }

    private static Collection<String> withBodyIds(List<String> ids, Call call) {
        call.body().forEach(member -> {
            if (member.isString()) {
                ids.add(member.asString());
            }
            member.forEach(element -> ids.add(element.asString("")));
        });
        ids.removeIf(String::isEmpty);
        return ids;
    }

    private void judge(
            Operation operation, String kind, Answer answer, Collection<String> sent, boolean asExpected, String why) {
        Comparison.leak(answer, secrets, sent).ifPresentOrElse(leak -> report.wrong(operation, kind, leak), () -> {
            if (asExpected && answer.status() < 500) {
                report.right(operation, kind, answer);
            } else {
                report.wrong(operation, kind, why + "; got " + answer);
            }
        });
    }

    private static String random() {
        return UUID.randomUUID().toString();
    }
}
