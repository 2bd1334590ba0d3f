package org.memoro.languagemodels.offline.relations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Relation;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.relations.RelationNouns.RelationNoun;
import org.memoro.languagemodels.offline.relations.Relatives.Named;

/** Reads people whom the writer calls by what they are to the writer, without "my": "cousin Matteo", "an old friend, Dana". */
final class WritersOwn {

    private static final double IMPLIED = 0.8;

    private final Note note;
    private final Cast cast;
    private final RelationNouns nouns;
    private final Relatives relatives;
    private final StateRelation state;
    private final QuotedSpeech speech;

    WritersOwn(Note note, Cast cast, RelationNouns nouns, Relatives relatives, StateRelation state) {
        this.note = note;
        this.cast = cast;
        this.nouns = nouns;
        this.relatives = relatives;
        this.state = state;
        this.speech = new QuotedSpeech(note, cast);
    }

    /** "Aunt Greta" is the writer's unless somebody is quoted or "your" stands before it. */
    @Nullable
    Owner titled(Mention mention) {
        int from = mention.from();
        RelationNoun noun = nouns.noun(note.word(from));
        boolean distant = noun != null && noun.relation() == Relation.OTHER;
        boolean other = distant || note.is(from - 1, "your", "an", "a", "of") || speech.covers(from);
        return other ? null : Owner.writer(from, IMPLIED);
    }

    boolean tell(RelationPhrase phrase) {
        if ((phrase.noun().plural() && !note.startsSentence(phrase.from()))
                || speech.covers(phrase.from())
                || isSister(phrase)) {
            return false;
        }
        return note.is(phrase.from() - 1, "a", "an") ? introduced(phrase) : called(phrase);
    }

    /** "Grandpa is in hospital": the writer's own, without a name. */
    boolean isName(RelationPhrase phrase) {
        String word = note.word(phrase.to() - 1);
        return phrase.to() - phrase.from() == 1
                && cast.personStartingAt(phrase.to()) == null
                && (nouns.isKinTitle(word) || note.is(phrase.from(), "mum", "mom", "dad", "mama", "papa"));
    }

    /** "cousin Matteo", "old friend Björn". */
    private boolean called(RelationPhrase phrase) {
        Named named = relatives.after(phrase);
        int before = phrase.from() - 1;
        if (named == null
                || (named.from() > phrase.to() && !isAnnounced(phrase))
                || phrase.noun().relation() == Relation.CHILD
                || cast.personAt(before) != null
                || note.is(before, "the", "another", "some", "any", "no", "your", "baby")
                || isCompound(before)
                || (!phrase.noun().isFamily() && isSomebodyElses(phrase.from()))) {
            return false;
        }
        Owner writer = Owner.writer(phrase.from(), IMPLIED);
        named.people().forEach(person -> state.that(writer, phrase.noun(), person, phrase.from(), named.to()));
        return true;
    }

    /** "New neighbour is called Ruben", "Boss (Frau Lindner) wants the figures". */
    private boolean isAnnounced(RelationPhrase phrase) {
        boolean told = note.is(phrase.to(), "is", "called", "named", "'s")
                || (note.is(phrase.to(), "(") && !phrase.noun().isFamily());
        return told && note.startsSentence(phrase.from()) && !phrase.noun().plural();
    }

    /** "Lunch with a colleague, Dimitri", "Met Dana, an old friend". */
    private boolean introduced(RelationPhrase phrase) {
        int article = phrase.from() - 1;
        if (phrase.noun().isFamily() || phrase.noun().relation() == Relation.OTHER || isSomebodyElses(article)) {
            return false;
        }
        Named named = relatives.after(phrase);
        if (named == null) {
            named = isAlone(article) ? relatives.before(phrase, article) : null;
        }
        if (named == null || note.is(article - 1, "is", "was", "'s")) {
            return false;
        }
        int from = Math.min(phrase.from(), named.from());
        List<Someone> people = named.people();
        state.that(Owner.writer(from, IMPLIED), phrase.noun(), people.getFirst(), named.to());
        return true;
    }

    /** Nuns, monks and priests: "Sister Agnes", "Father Brown". */
    private boolean isSister(RelationPhrase phrase) {
        boolean title = note.token(phrase.from()).isCapitalised() && cast.personStartingAt(phrase.to()) != null;
        return title
                && switch (phrase.noun().relation()) {
                    case MOTHER, FATHER -> true;
                    case SISTER, BROTHER -> !note.startsSentence(phrase.from());
                    default -> false;
                };
    }

    /** "project manager Priya", "yoga teacher Mia": what comes before makes it a trade. */
    private boolean isCompound(int before) {
        return before >= 0
                && note.sameSentence(before, before + 1)
                && note.token(before).isWord()
                && !note.startsSentence(before)
                && note.isPart(before, "NOUN", "PROPN")
                && note.dateAt(before) == null;
    }

    /** "Tom came with friend Dana": somebody else is spoken of already, and the writer is not. */
    private boolean isSomebodyElses(int at) {
        boolean other = false;
        for (int i = note.sentenceOf(at).from(); i < at - 1; i++) {
            if (note.is(i, "i", "we", "me", "us", "my", "our")) {
                return false;
            }
            other |= cast.personStartingAt(i) != null;
        }
        return other && !note.is(at - 1, ",");
    }

    private boolean isAlone(int article) {
        int people = 0;
        for (int i = note.sentenceOf(article).from(); i < article; i++) {
            people += cast.personStartingAt(i) == null ? 0 : 1;
        }
        return people == 1;
    }
}
