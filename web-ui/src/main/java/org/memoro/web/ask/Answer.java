package org.memoro.web.ask;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.DayWords;
import org.memoro.web.layout.Face;
import org.springframework.web.util.UriComponentsBuilder;

/** What was found for a question, ready to be read. */
public record Answer(
        String question,
        String mode,
        @Nullable UUID person,
        boolean wordsOnly,
        List<Result> results,
        List<Facet> people,
        @Nullable String moreUrl) {

    /** One note or person that matches, and why. */
    public record Result(
            String url,
            String who,
            @Nullable String whoUrl,
            int others,
            @Nullable Face face,
            String day,
            String datetime,
            List<Piece> pieces,
            List<Reason> reasons) {}

    /** A stretch of the passage. */
    public record Piece(String text, boolean marked) {}

    /** Why it matched, in words. */
    public record Reason(String icon, String label, String detail) {}

    /** Someone in the results and how often. */
    public record Facet(UUID id, String name, Face face, int count, String url, boolean chosen) {}

    static Answer of(Search.Question question, Search.Found found, DayWords days) {
        return new Answer(
                question.text(),
                question.mode(),
                question.person(),
                question.mode().equals("hybrid") && "lexical".equals(found.mode()),
                found.items().stream()
                        .map(hit -> result(hit, question.text(), days))
                        .toList(),
                facets(question, found.items()),
                found.nextCursor() == null
                        ? null
                        : url(question.text(), question.mode(), question.person(), found.nextCursor()));
    }

    public boolean isEmpty() {
        return results.isEmpty();
    }

    public String urlInMode(String other) {
        return url(question, other, person, null);
    }

    private static Result result(Search.Hit hit, String question, DayWords days) {
        boolean isNote = hit.type().equals("interaction");
        List<Search.Named> people = Objects.requireNonNull(hit.contacts());
        Search.Named first = people.isEmpty() ? null : people.getFirst();
        List<Piece> pieces = pieces(Objects.requireNonNull(hit.snippet()), Objects.requireNonNull(hit.highlights()));
        LocalDate on = hit.occurredOn();
        UUID person = isNote ? first == null ? null : first.id() : hit.id();
        String who = first == null ? isNote ? "Note" : "Person" : first.displayName();
        return new Result(
                isNote ? "/notes/" + hit.id() : "/people/" + hit.id(),
                who,
                person == null ? null : "/people/" + person,
                Math.max(0, people.size() - 1),
                person == null ? null : Face.of(person, who),
                on == null ? "" : days.day(on),
                on == null ? "" : on.toString(),
                pieces,
                Objects.requireNonNull(hit.matched()).stream()
                        .map(reason -> reason(reason, pieces, question, who, on, days))
                        .toList());
    }

    private static Reason reason(
            String reason, List<Piece> pieces, String question, String who, @Nullable LocalDate on, DayWords days) {
        String words = pieces.stream()
                .filter(Piece::marked)
                .map(piece -> piece.text().strip())
                .distinct()
                .limit(4)
                .collect(Collectors.joining(", "));
        return switch (reason) {
            case "words" -> new Reason("whole-word", "Words", words.isEmpty() ? "" : ": " + words);
            case "name" -> new Reason("user-round", "Name", ": " + who);
            case "date" -> new Reason("calendar", "Date", on == null ? "" : ": " + days.day(on));
            default -> new Reason("highlighter", "Meaning", ": close to “" + question + "”");
        };
    }

    /** Cuts the passage at the highlights; offsets that point outside of it are ignored. */
    static List<Piece> pieces(String snippet, List<List<Integer>> highlights) {
        List<Piece> pieces = new ArrayList<>();
        int at = 0;
        List<List<Integer>> inOrder = highlights.stream()
                .filter(span -> span.size() == 2 && span.get(0) >= 0 && span.get(0) < span.get(1))
                .filter(span -> span.get(1) <= snippet.length())
                .sorted(Comparator.comparing(List::getFirst))
                .toList();
        for (List<Integer> span : inOrder) {
            if (span.get(0) < at) {
                continue;
            }
            if (span.get(0) > at) {
                pieces.add(new Piece(snippet.substring(at, span.get(0)), false));
            }
            pieces.add(new Piece(snippet.substring(span.get(0), span.get(1)), true));
            at = span.get(1);
        }
        if (at < snippet.length()) {
            pieces.add(new Piece(snippet.substring(at), false));
        }
        return pieces;
    }

    private static List<Facet> facets(Search.Question question, List<Search.Hit> hits) {
        Map<Search.Named, Long> counts = hits.stream()
                .flatMap(hit -> Objects.requireNonNull(hit.contacts()).stream())
                .collect(Collectors.groupingBy(Function.identity(), LinkedHashMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> facet(question, entry.getKey(), entry.getValue().intValue()))
                .toList();
    }

    private static Facet facet(Search.Question question, Search.Named named, int count) {
        boolean chosen = named.id().equals(question.person());
        return new Facet(
                named.id(),
                named.displayName(),
                Face.of(named.id(), named.displayName()),
                count,
                url(question.text(), question.mode(), chosen ? null : named.id(), null),
                chosen);
    }

    static String url(String question, String mode, @Nullable UUID person, @Nullable String cursor) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/ask").queryParam("q", "{q}");
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("q", question);
        if (!mode.equals("hybrid")) {
            values.put("mode", mode);
        }
        if (person != null) {
            values.put("contactId", person);
        }
        if (cursor != null) {
            values.put("cursor", cursor);
        }
        values.keySet().stream().skip(1).forEach(name -> address.queryParam(name, "{" + name + "}"));
        return address.encode().buildAndExpand(values).toUriString();
    }
}
