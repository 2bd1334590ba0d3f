package org.memoro.languagemodels.offline.relations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Relation;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Antecedents;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.NamedTogether;
import org.memoro.languagemodels.offline.people.Someone;

/**
 * Says whose a relative is that stands without an owner, as in telegrams: "Anna + hubby Raj", "Jan: wife Milena, kids
 * Ida and Leo", "Called Rick. Wife Tanya is fine."
 */
final class ImpliedOwners {

    private static final double HEADED = 0.9;
    private static final double BESIDE = 0.85;
    private static final double TOPIC = 0.8;

    private final Note note;
    private final Cast cast;
    private final NamedTogether together;
    private final Antecedents antecedents;
    private final Brethren brethren;
    private @Nullable Owner last;
    private int lastSentence = -1;

    ImpliedOwners(Note note, Cast cast, NamedTogether together, Antecedents antecedents) {
        this.note = note;
        this.cast = cast;
        this.together = together;
        this.antecedents = antecedents;
        this.brethren = new Brethren(note);
    }

    /** Remembers whose relatives this sentence speaks of, for those that it goes on with. */
    void remember(Owner owner, int at) {
        last = owner;
        lastSentence = note.sentenceOf(at).index();
    }

    /** "Anna's brother-in-law Karl, wife Sue": his or hers, and nobody says whose. */
    boolean areOpen(RelationPhrase phrase) {
        int from = phrase.from();
        Someone near = nearest(from);
        boolean open = near != null
                && last != null
                && !last.isWriter()
                && !last.people().contains(near)
                && note.is(from - 1, ",")
                && isCouple(phrase.noun().relation())
                && headOf(from).isEmpty();
        return open || brethren.isNamedAt(phrase.to() - 1);
    }

    @Nullable
    Owner of(RelationPhrase phrase) {
        int from = phrase.from();
        boolean definite = note.is(from - 1, "the");
        boolean title = note.token(phrase.to() - 1).isCapitalised() && !note.startsSentence(from);
        if (!phrase.noun().isFamily() || isTakenUp(from) || (title && !note.is(phrase.to(), ":"))) {
            return null;
        }
        if (last != null && !last.isWriter() && isListedBesideRelative(from)) {
            return Owner.of(last.people(), from, Math.min(last.confidence(), BESIDE));
        }
        List<Someone> head = headOf(from);
        if (!isClose(phrase.noun().relation())) {
            return head.isEmpty() ? null : Owner.of(head, from, HEADED);
        }
        Someone near = nearest(from);
        if (near != null && last != null && !last.isWriter() && !last.people().contains(near)) {
            if (note.is(from - 1, "with", "w/") && isChild(phrase)) {
                return Owner.of(List.of(near), from, BESIDE);
            }
        }
        if (last != null && isTakenOn(last, from)) {
            return last.isWriter()
                    ? Owner.writer(from, Math.min(last.confidence(), BESIDE))
                    : Owner.of(last.people(), from, Math.min(last.confidence(), BESIDE));
        }
        if (!head.isEmpty()) {
            return Owner.of(head, from, HEADED);
        }
        if (definite && !(isChild(phrase) && note.is(phrase.to(), ",", "(", ":"))) {
            return null;
        }
        List<Someone> beside = definite && isListed(from - 1) ? List.of() : beside(definite ? from - 1 : from);
        if (!beside.isEmpty()) {
            return Owner.of(beside, from, BESIDE);
        }
        return startsStatement(from) ? topic(phrase) : null;
    }

    /** Within a sentence, and from "Her husband Henk is ill." on to "Son Wim helps." */
    private boolean isTakenOn(Owner owner, int from) {
        int sentence = note.sentenceOf(from).index();
        boolean next = lastSentence == sentence - 1 && note.startsSentence(from) && !owner.isWriter();
        return next || (lastSentence == sentence && goesOn(from));
    }

    /** "Anna's mum Jill and stepdad Ron": right behind one relative stands another of the same person. */
    private boolean isListedBesideRelative(int from) {
        return lastSentence == note.sentenceOf(from).index()
                && note.is(from - 1, "and", "&", "+")
                && cast.personEndingAt(from - 1) != null;
    }

    /** Nobody calls an aunt or a friend of others by the bare word, so those are the writer's. */
    private static boolean isClose(Relation relation) {
        return switch (relation) {
            case HUSBAND,
                    WIFE,
                    SPOUSE,
                    PARTNER,
                    GIRLFRIEND,
                    BOYFRIEND,
                    FIANCE,
                    EX_PARTNER,
                    DAUGHTER,
                    SON,
                    CHILD,
                    MOTHER,
                    FATHER,
                    PARENT,
                    SISTER,
                    BROTHER,
                    SIBLING,
                    GRANDSON,
                    GRANDDAUGHTER,
                    GRANDCHILD,
                    SON_IN_LAW,
                    DAUGHTER_IN_LAW,
                    MOTHER_IN_LAW,
                    FATHER_IN_LAW,
                    STEPCHILD -> true;
            default -> false;
        };
    }

    private boolean isTakenUp(int from) {
        return note.is(
                        from - 1, "a", "an", "another", "some", "any", "no", "this", "that", "your", "every", "of",
                        "'s", "'", "baby", "like", "as", "by")
                || cast.personAt(from - 1) != null;
    }

    private boolean goesOn(int from) {
        return note.is(from - 1, "and", "&", "+", "plus", ",", ";", ".", "the", "/", "with", "–", "-", "(", "but");
    }

    /** "Jan: born in May, wife Milena", "- Jan (wife Milena)": a line about whoever it begins with. */
    private List<Someone> headOf(int at) {
        Sentence sentence = note.sentenceOf(at);
        int from = sentence.from();
        while (note.is(from, "-", "*", "•", "–", "—", "+")) {
            from++;
        }
        if (cast.personStartingAt(from) == null) {
            return List.of();
        }
        int end = together.end(from);
        return end <= at && note.is(end, ":", "-", "–", "—", "(") ? together.startingAt(from) : List.of();
    }

    /** "Anna with daughter Mia", "Tom &amp; wife Eva", also behind a verb where the sentence names nobody else. */
    private List<Someone> beside(int from) {
        if (!note.is(from - 1, "and", "&", "+", "plus", "with", "w/", "(", "/")) {
            return List.of();
        }
        Someone near = cast.personEndingAt(from - 1);
        if (near != null) {
            return List.of(near);
        }
        Someone only = null;
        for (int i = note.sentenceOf(from).from(); i < from; i++) {
            Someone person = cast.personStartingAt(i);
            if (note.is(i, "i", "we", "me", "us") || (person != null && only != null && person != only)) {
                return List.of();
            }
            only = person == null ? only : person;
        }
        return only == null ? List.of() : List.of(only);
    }

    /** "Max, Mia and the baby, Leo": Mia is no mother of those listed with her. */
    private boolean isListed(int from) {
        Mention before = note.is(from - 1, "and", "&", "+") ? cast.mentionAt(from - 2) : null;
        return before != null && note.is(before.from() - 1, ",", ":", "and", "&");
    }

    /** Whose name ends right before what leads to the relative. */
    private @Nullable Someone nearest(int from) {
        return cast.personEndingAt(from - 1);
    }

    private static boolean isCouple(Relation relation) {
        return switch (relation) {
            case HUSBAND, WIFE, SPOUSE, PARTNER, GIRLFRIEND, BOYFRIEND, FIANCE -> true;
            default -> false;
        };
    }

    private boolean startsStatement(int from) {
        return note.startsSentence(from)
                || note.is(from - 1, ",", ";", ":", "-", "–", "—", "(", ".", "•", "*", "and", "&", "+");
    }

    private @Nullable Owner topic(RelationPhrase phrase) {
        List<Someone> couple = isChild(phrase) ? antecedents.groupOf(phrase.from()) : List.of();
        if (couple.size() == 2) {
            return Owner.of(couple, phrase.from(), TOPIC);
        }
        Someone topic = antecedents.topic(phrase.from());
        Mention named = topic == null ? null : topic.lastMentionBefore(phrase.from());
        return topic == null || named == null || isListedToo(named, phrase)
                ? null
                : Owner.of(List.of(topic), phrase.from(), TOPIC);
    }

    /** "Survived by daughter Tanya, sons Willie and Mark": Tanya is no more spoken of than her brothers. */
    private boolean isListedToo(Mention named, RelationPhrase phrase) {
        return note.sameSentence(named.from(), phrase.from())
                && note.isPart(named.from() - 1, "NOUN")
                && note.is(named.to(), ",", "and", "&", ";");
    }

    private static boolean isChild(RelationPhrase phrase) {
        return switch (phrase.noun().relation()) {
            case CHILD, DAUGHTER, SON -> true;
            default -> false;
        };
    }
}
