package org.memoro.web.note;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memoro.web.neighbour.Fact;

/**
 * Cuts a note into stretches by the words its facts were read from. Where facts overlap the shortest wins the line, so
 * a name inside a long sentence stays a name, and every stretch still lights up for all of its facts.
 */
final class MarkedWords {

    private MarkedWords() {}

    /** One fact and where it stands in the text. */
    private record Span(Fact fact, int start, int end) {

        int length() {
            return end - start;
        }

        boolean covers(int from, int to) {
            return start <= from && to <= end;
        }
    }

    static List<Mark> of(String text, List<Fact> facts) {
        List<Span> spans = facts.stream()
                .filter(fact -> fact.isKept() || fact.isSuggested())
                .map(fact -> locate(fact, text))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingInt(Span::length))
                .toList();
        TreeSet<Integer> cuts = new TreeSet<>(List.of(0, text.length()));
        spans.forEach(span -> cuts.addAll(List.of(span.start(), span.end())));
        List<Mark> marks = new ArrayList<>();
        int from = 0;
        for (int to : cuts.tailSet(0, false)) {
            marks.add(mark(text.substring(from, to), covering(spans, from, to)));
            from = to;
        }
        return marks;
    }

    private static List<Span> covering(List<Span> spans, int from, int to) {
        return spans.stream().filter(span -> span.covers(from, to)).toList();
    }

    private static Mark mark(String text, List<Span> spans) {
        if (spans.isEmpty()) {
            return Mark.plain(lines(text));
        }
        Fact fact = spans.getFirst().fact();
        String ids = spans.stream()
                .map(span -> String.valueOf(span.fact().id()))
                .distinct()
                .collect(Collectors.joining(" "));
        boolean isPerson = fact.kind().equals("person");
        return new Mark(
                lines(text), FactKind.of(fact.kind()).color(), fact.state(), ids, isPerson ? fact.contactId() : null);
    }

    /** A bare CR would end a line of a server-sent event; offsets are counted before this. */
    private static String lines(String text) {
        return text.replace("\r\n", "\n").replace('\r', '\n');
    }

    /** Trusts the offsets only while they still point at the quoted words. */
    private static @Nullable Span locate(Fact fact, String text) {
        Fact.Evidence evidence = fact.evidence();
        if (evidence == null || evidence.quote() == null || evidence.quote().isEmpty()) {
            return null;
        }
        String quote = evidence.quote();
        int start = evidence.start() != null && text.startsWith(quote, Math.max(0, evidence.start()))
                ? Math.max(0, evidence.start())
                : text.indexOf(quote);
        return start < 0 ? null : new Span(fact, start, start + quote.length());
    }
}
