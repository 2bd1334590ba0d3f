package org.memoro.languagemodels.offline.facts;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Fact;
import org.memoro.languagemodels.Extraction.FactStatus;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.dates.DatePhrase;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.text.WordList;

/** Fills in what a fact's own words say about employer, title, place and date. */
final class FactDetails {

    private static final int MAX_SUMMARY = 160;
    private static final double SURE = 0.8;

    private final Employers employers = new Employers();
    private final Set<String> professions = WordList.words("facts/professions.txt");

    Fact fact(Note note, FoundFact found) {
        Triggers.Kind kind = found.kind();
        FactStatus status = found.status();
        int from = found.from();
        int to = found.to();
        double confidence = found.confidence();
        boolean job = kind.type() == FactType.JOB;
        String quote = note.text(from, to);
        boolean confirm = status == FactStatus.UNCERTAIN || confidence < SURE;
        return new Fact(
                kind.type(),
                status,
                quote.length() <= MAX_SUMMARY ? quote : shortened(quote),
                job ? employers.named(note, from, to) : null,
                job ? title(note, from, to) : null,
                place(note, from, to),
                date(note, from, to, status),
                !kind.lasting() || isNew(note, from, to),
                note.evidence(from, to),
                confidence,
                confirm);
    }

    /** What lasts is no news, unless the note says that it was not so before: "is now studying in Graz". */
    private static boolean isNew(Note note, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean lately = note.is(i, "now", "newly", "just", "recently", "finally", "lately") || anyMore(note, i);
            if (lately && !note.is(i - 1, "for", "by", "until", "right")) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyMore(Note note, int at) {
        return note.is(at, "anymore") || (note.is(at, "any") && note.is(at + 1, "more", "longer"));
    }

    private static String shortened(String quote) {
        int space = quote.lastIndexOf(' ', MAX_SUMMARY);
        return quote.substring(0, space > 0 ? space : MAX_SUMMARY);
    }

    private @Nullable String title(Note note, int from, int to) {
        for (int i = from; i < to; i++) {
            if (professions.contains(note.word(i)) || note.is(i, "lead", "head", "ceo", "cto", "cfo")) {
                int start = i;
                while (start > from && note.isPart(start - 1, "NOUN", "ADJ") && !note.is(start - 1, "a", "an")) {
                    start--;
                }
                return note.text(start, i + 1);
            }
        }
        return null;
    }

    static @Nullable String place(Note note, int from, int to) {
        for (int i = from + 1; i < to; i++) {
            boolean led = note.is(i - 1, "in", "to", "visit", "visits", "visited", "visiting")
                    || note.is(i - 1, "through", "from", "around", "across");
            if (led && note.isNamed(i) && note.dateAt(i) == null) {
                return note.text(i, endOfName(note, i, to));
            }
        }
        return null;
    }

    private static int endOfName(Note note, int from, int to) {
        int end = from + 1;
        while (end < to
                && note.isNamed(end)
                && note.dateAt(end) == null
                && note.token(end).afterSpace()) {
            end++;
        }
        return end;
    }

    private static @Nullable String date(Note note, int from, int to, FactStatus status) {
        for (int i = from; i < to; i++) {
            DatePhrase phrase = note.dateAt(i);
            if (phrase != null) {
                boolean until = note.is(note.firstToken(phrase) - 1, "until", "till", "due");
                boolean ahead = until || status == FactStatus.PLANNED || status == FactStatus.UNCERTAIN;
                return (ahead ? phrase.ahead() : phrase.behind()).toString();
            }
        }
        return null;
    }
}
