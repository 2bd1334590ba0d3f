package org.memoro.web.note;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.DayWords;
import org.memoro.web.neighbour.Interaction;

/** Says who read a note, and what is still missing of it and until when. */
final class ReadingWords {
    private static final String HERE = "in-jvm";

    private final DayWords days;
    private final Interaction.Enrichment understanding;

    ReadingWords(DayWords days, Interaction note) {
        this.days = days;
        this.understanding = note.understanding();
    }

    /** "Read on this machine with offline-4."; null while nobody has read it. */
    @Nullable
    String reader() {
        String model = understanding.reader();
        return understanding.provider() == null || model == null ? null : place() + " with " + model + ".";
    }

    /** What failed: mostly not the reading, which this machine can do alone, but what a search by meaning needs. */
    String failure() {
        Interaction.Failure failure = understanding.error();
        String code = failure == null || failure.code() == null ? "" : failure.code();
        Instant next = failure == null ? null : failure.nextAttemptAt();
        return understanding.provider() == null
                ? "Saved, not understood yet." + nextTry(next)
                : place() + ". " + why(code) + " It is found by its words" + until(code, next);
    }

    private String place() {
        String provider = understanding.provider();
        return HERE.equals(provider) ? "Read on this machine" : "Read by " + provider;
    }

    private static String why(String code) {
        return switch (code) {
            case "budget-exhausted" -> "This month’s budget for the AI provider is used up.";
            case "credits-exhausted" -> "The credit with the AI provider is used up.";
            case "not-authorised" -> "The AI provider does not accept this server’s key.";
            default -> "The AI provider did not answer.";
        };
    }

    /** A budget comes back on a day; everything else is tried again within minutes. */
    private String until(String code, @Nullable Instant next) {
        if (next == null) {
            return " only.";
        }
        return code.equals("budget-exhausted")
                ? " only, until " + days.day(days.dayOf(next)) + "."
                : " only." + nextTry(next);
    }

    private String nextTry(@Nullable Instant next) {
        return next == null ? "" : " Next try at " + days.time(next) + ".";
    }
}
