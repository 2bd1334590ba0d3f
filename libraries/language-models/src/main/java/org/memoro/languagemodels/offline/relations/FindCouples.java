package org.memoro.languagemodels.offline.relations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.FamilyMember;
import org.memoro.languagemodels.Extraction.Relation;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Antecedents;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.NamedTogether;
import org.memoro.languagemodels.offline.people.Someone;

/** Finds couples in sentences such as "Tom married Eva", "he's engaged to Mia" and "Jo is dating a singer called Max". */
final class FindCouples {
    private static final double CONFIDENCE = 0.85;

    private final Note note;
    private final Cast cast;
    private final NamedTogether together;
    private final Antecedents antecedents;

    FindCouples(Note note, Cast cast, NamedTogether together, Antecedents antecedents) {
        this.note = note;
        this.cast = cast;
        this.together = together;
        this.antecedents = antecedents;
    }

    /** What joins two people: a word of it stands at the token {@code verb}, the second name may follow from {@code to}. */
    private record Bond(Relation relation, int verb, int to) {}

    /** Who is joined, and where the words about them begin. */
    private record Subject(Someone person, int from) {}

    void tell(Relations relations) {
        for (int i = 0; i < note.size(); i++) {
            Bond bond = bondAt(i);
            if (bond != null) {
                tell(relations, bond);
            }
        }
    }

    private @Nullable Bond bondAt(int at) {
        if (note.is(at, "married", "marries", "marrying", "wed")) {
            return new Bond(Relation.SPOUSE, at, note.is(at + 1, "to") ? at + 2 : at + 1);
        }
        if (note.is(at, "engaged") && note.is(at + 1, "to")) {
            return new Bond(Relation.FIANCE, at, at + 2);
        }
        if (note.is(at, "dating", "dates")) {
            return new Bond(Relation.PARTNER, at, at + 1);
        }
        return note.is(at, "going") && note.is(at + 1, "out") && note.is(at + 2, "with")
                ? new Bond(Relation.PARTNER, at, at + 3)
                : null;
    }

    private void tell(Relations relations, Bond bond) {
        Mention name = nameFrom(bond.to());
        Someone second = name == null ? null : cast.personAt(name.from());
        Subject subject = subject(bond.verb());
        if (name == null || second == null || subject == null || isDenied(subject.from(), bond.verb())) {
            return;
        }
        boolean several = together.startingAt(subject.from()).size() > 1;
        if (several || subject.person() == second) {
            return;
        }
        Mention longest = second.longestMention();
        relations.family(
                subject.person(),
                new FamilyMember(
                        relation(bond, second),
                        note.text(longest.from(), longest.to()),
                        note.evidence(subject.from(), name.to()),
                        CONFIDENCE,
                        false));
    }

    private static Relation relation(Bond bond, Someone second) {
        if (bond.relation() != Relation.SPOUSE) {
            return bond.relation();
        }
        return switch (second.gender()) {
            case FEMALE -> Relation.WIFE;
            case MALE -> Relation.HUSBAND;
            case UNKNOWN -> Relation.SPOUSE;
        };
    }

    /** The name itself, or the one behind "a singer called". */
    private @Nullable Mention nameFrom(int at) {
        if (cast.personStartingAt(at) != null) {
            return cast.mentionAt(at);
        }
        for (int i = at; note.is(at, "a", "an", "someone", "somebody") && i < at + 6; i++) {
            if (note.is(i, "called", "named") && cast.personStartingAt(i + 1) != null) {
                return cast.mentionAt(i + 1);
            }
        }
        return null;
    }

    private @Nullable Subject subject(int verb) {
        int from = note.sentenceOf(verb).from();
        for (int at = verb - 1; at >= from && verb - at <= 14; at--) {
            Someone person = cast.personAt(at);
            Mention mention = cast.mentionAt(at);
            if (person != null && mention != null) {
                return new Subject(person, mention.from());
            }
            if (note.is(at, "he", "she")) {
                List<Someone> meant = antecedents.of(at);
                return meant.size() == 1 ? new Subject(meant.getFirst(), at) : null;
            }
            if (note.is(at, ".", ";", ":", "that", "who", "they", "we", "i")) {
                return null;
            }
        }
        return null;
    }

    private boolean isDenied(int from, int to) {
        for (int i = from; i < to; i++) {
            if (note.is(i, "not", "n't", "never", "almost", "may", "might", "wants", "could", "would", "stopped")) {
                return true;
            }
        }
        return false;
    }
}
