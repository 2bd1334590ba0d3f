package org.memoro.languagemodels.offline.relations;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Antecedents;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.Rivals;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.relations.RelationNouns.RelationNoun;

/** Says whose relative is meant by the word before the relative: "Anna's", "Eva &amp; Peter's", "his", "my", "she has". */
final class Owners {

    private static final double MINE = 0.95;
    private static final double NAMED = 0.9;
    private static final double PRONOUN = 0.85;
    private static final double SEVERAL = 0.8;

    private final Note note;
    private final Cast cast;
    private final Antecedents antecedents;
    private final Rivals rivals;
    private final QuotedSpeech speech;

    Owners(Note note, Cast cast, Antecedents antecedents) {
        this.note = note;
        this.cast = cast;
        this.antecedents = antecedents;
        this.rivals = new Rivals(note, cast);
        this.speech = new QuotedSpeech(note, cast);
    }

    /** The owner told right before the token where a relative of this kind begins; null when none is. */
    @Nullable
    Owner before(int relative, RelationNoun noun) {
        boolean had = note.is(relative - 1, "a", "an") && isHaving(relative - 2);
        int at = had ? relative - 2 : relative - 1;
        if (note.is(at, "my", "our")) {
            return writer(at);
        }
        if (note.is(at, "whose")) {
            Someone person = cast.personEndingAt(note.is(at - 1, ",") ? at - 1 : at);
            return person == null ? Owner.unclear(at) : Owner.of(List.of(person), at, NAMED);
        }
        if (isHaving(at)) {
            return whoHas(firstOfHaving(at));
        }
        if (Antecedents.isPossessive(note, at)) {
            return meant(at);
        }
        if (note.is(at, "'s", "'") && !note.startsSentence(at)) {
            Someone person = cast.personEndingAt(at);
            Mention mention = cast.mentionAt(at - 1);
            if (person == null || mention == null) {
                return Owner.unclear(at);
            }
            return isOftenShared(noun) ? withListed(person, mention) : Owner.of(List.of(person), mention.from(), NAMED);
        }
        return null;
    }

    /** "My", also where the note quotes somebody else who says it. */
    private Owner writer(int at) {
        if (!speech.covers(at)) {
            return Owner.writer(at, MINE);
        }
        Someone speaker = speech.speaker(at);
        return speaker == null ? Owner.unclear(at) : Owner.of(List.of(speaker), at, SEVERAL);
    }

    private boolean isHaving(int at) {
        return note.is(at, "has", "have", "had") || (note.is(at, "got") && note.is(at - 1, "has", "have", "'s", "'ve"));
    }

    private int firstOfHaving(int at) {
        return note.is(at, "got") ? at - 1 : at;
    }

    /** "She has two sons, Ken and Yuto". */
    private @Nullable Owner whoHas(int verb) {
        int at = note.is(verb - 1, "already", "now", "also", "both", "who") ? verb - 2 : verb - 1;
        if (note.is(at, "he", "she", "they")) {
            return meant(at);
        }
        Someone person = cast.personEndingAt(at + 1);
        Mention mention = cast.mentionAt(at);
        return person == null || mention == null ? null : withListed(person, mention);
    }

    private Owner meant(int pronoun) {
        List<Someone> people = antecedents.of(pronoun);
        if (people.size() == 1 && rivals.has(people.getFirst(), pronoun)) {
            return Owner.unclear(pronoun);
        }
        return Owner.of(people, pronoun, people.size() > 1 ? SEVERAL : PRONOUN);
    }

    /** "Anna and Tom's son" is of both, "Anna and Tom's sister" may be of Tom alone. */
    private static boolean isOftenShared(RelationNoun noun) {
        return switch (noun.relation()) {
            case CHILD, SON, DAUGHTER, GRANDCHILD, GRANDSON, GRANDDAUGHTER, MOTHER, FATHER, PARENT, FRIEND, NEIGHBOUR ->
                true;
            default -> false;
        };
    }

    private Owner withListed(Someone person, Mention mention) {
        List<Someone> people = new ArrayList<>(List.of(person));
        int from = mention.from();
        if (note.is(from - 1, "and", "&", "+") && cast.personEndingAt(from - 1) != null && !isCompanyBefore(from - 1)) {
            Mention first = cast.mentionAt(from - 2);
            Someone other = cast.personEndingAt(from - 1);
            if (first != null && other != null && other != person) {
                people.addFirst(other);
                from = first.from();
            }
        }
        return Owner.of(people, from, NAMED);
    }

    /** "with Lisa and Lisa's mom": the first is company, not an owner. */
    private boolean isCompanyBefore(int and) {
        Mention first = cast.mentionAt(and - 1);
        return first != null && note.is(first.from() - 1, "with", "w/", "met", "saw");
    }
}
