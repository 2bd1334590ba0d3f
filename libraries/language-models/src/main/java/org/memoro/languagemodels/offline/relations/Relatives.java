package org.memoro.languagemodels.offline.relations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.NamedTogether;
import org.memoro.languagemodels.offline.people.Someone;

/** Finds the names that belong to a word for a relative: behind it ("her son is called Max") or before it ("Mia, my niece"). */
final class Relatives {

    private final Note note;
    private final Cast cast;
    private final NamedTogether together;
    private final Supposed supposed;

    Relatives(Note note, Cast cast, NamedTogether together) {
        this.note = note;
        this.cast = cast;
        this.together = together;
        this.supposed = new Supposed(note);
    }

    /** The people named for a relative, in the tokens {@code from} to {@code to} (exclusive). */
    record Named(List<Someone> people, int from, int to) {}

    /** "her daughter Mia", "her daughter, Mia,", "her son is called Max", "his boss's name is Karl". */
    @Nullable
    Named after(RelationPhrase phrase) {
        int at = start(phrase);
        Someone first = cast.personStartingAt(at);
        Mention mention = cast.mentionAt(at);
        if (first == null || mention == null || !note.sameSentence(phrase.to() - 1, at)) {
            return null;
        }
        return isList(phrase, at)
                ? new Named(together.alikeStartingAt(at), at, together.endOfAlike(at))
                : new Named(List.of(first), at, mention.to());
    }

    /** "Theresa, my neighbour,", "Emma (Claudia's youngest)", "Mia is Anna's daughter", "Max, who is her son". */
    @Nullable
    Named before(RelationPhrase phrase, int ownerFrom) {
        int to = phrase.to();
        int end = nameEnd(ownerFrom, to);
        Someone person = end < 0 ? null : cast.personEndingAt(end);
        Mention mention = cast.mentionAt(end - 1);
        if (person == null || mention == null || isObjectOfCompany(ownerFrom, to)) {
            return null;
        }
        List<Someone> people = phrase.noun().plural() ? listEndingWith(person, end) : List.of(person);
        return new Named(people, mention.from(), note.is(to, ")") ? to + 1 : to);
    }

    private List<Someone> listEndingWith(Someone last, int end) {
        return together.before(end).stream()
                .filter(group -> group.getLast() == last)
                .reduce(List.of(last), (one, later) -> later);
    }

    /** "Mia is Anna's", "Mia was her": the words before the owner say who it is. */
    boolean isPredicate(int ownerFrom) {
        return note.is(ownerFrom - 1, "is", "was", "'s", "are") && cast.personEndingAt(ownerFrom - 1) != null;
    }

    private boolean isList(RelationPhrase phrase, int at) {
        boolean firstOfSeveral = phrase.isChild() && note.is(together.next(mentionEnd(at)) - 1, "then", "baby");
        return phrase.noun().plural() || firstOfSeveral;
    }

    private int start(RelationPhrase phrase) {
        int at = phrase.to();
        if (cast.personStartingAt(afterEndearment(at)) != null) {
            return afterEndearment(at);
        }
        int explained = note.is(at, ",", "(", ":", "=", "-", "–", "—") ? at + 1 : at;
        explained = note.is(explained, "called", "named") ? explained + 1 : explained;
        if (explained > at && cast.personStartingAt(afterEndearment(explained)) != null) {
            int name = afterEndearment(explained);
            return isExplanation(name, phrase.noun().plural()) ? name : -1;
        }
        return afterVerb(phrase);
    }

    private int afterVerb(RelationPhrase phrase) {
        int at = phrase.to();
        boolean named = note.is(at, "'s", "'") && note.is(at + 1, "name", "names");
        int verb = named ? at + 2 : note.is(at, ",") && note.is(at + 1, "who", "which") ? at + 2 : at;
        if (named && note.is(verb, ":", ",")) {
            return verb + 1;
        }
        if (!note.is(verb, "is", "was", "are", "were", "'s", "'re")
                || supposed.covers(note.sentenceOf(at).from(), verb)) {
            return -1;
        }
        int name = note.is(verb + 1, "called", "named") ? verb + 2 : verb + 1;
        if (cast.personStartingAt(name) == null || supposed.covers(verb, name)) {
            return -1;
        }
        // "my boss is Karl": nothing else may follow the name.
        int end = phrase.noun().plural() ? together.end(name) : mentionEnd(name);
        boolean identity = note.is(
                        end, ".", ",", "", "!", ";", "and", "&", "(", ")", "-", "–", "who", "now", "then", "from",
                        "their", "his", "her")
                || !note.sameSentence(end - 1, end);
        return named || name == verb + 2 || identity ? name : -1;
    }

    private int afterEndearment(int at) {
        int article = note.is(at, "the") ? at + 1 : at;
        return note.is(article, "little", "baby", "young") ? article + 1 : at;
    }

    /** After a comma a name explains the relative only when another comma or the sentence's end closes it, or a verb follows. */
    private boolean isExplanation(int name, boolean plural) {
        int end = mentionEnd(name);
        if (!plural) {
            return !note.is(end, "and", "&");
        }
        // "With his wife and two sons, Enzo is …": one name does for no plural.
        return together.startingAt(name).size() > 1 || !(note.is(name - 1, ",") && note.isVerb(end));
    }

    private int nameEnd(int ownerFrom, int to) {
        if (!isClosed(to)) {
            return -1;
        }
        if (note.is(ownerFrom - 1, ",", "(", "-", "–", "—")) {
            return ownerFrom - 1;
        }
        boolean copula = note.is(ownerFrom - 1, "is", "was", "'s", "are");
        if (!copula || supposed.covers(note.sentenceOf(ownerFrom).from(), to) || asks(ownerFrom)) {
            return -1;
        }
        int who = note.is(ownerFrom - 2, "who") ? ownerFrom - 2 : ownerFrom - 1;
        return who < ownerFrom - 1 && note.is(who - 1, ",") ? who - 1 : who;
    }

    private boolean isClosed(int to) {
        return note.is(to, ",", ")", ".", "!", "?", ";", ":", "", "-", "–", "—", "in", "at", "from", "and", "so", "who")
                || to >= note.size()
                || !note.sameSentence(to - 1, to)
                || note.isVerb(to);
    }

    private boolean asks(int at) {
        return note.is(note.sentenceOf(at).to() - 1, "?");
    }

    /** "Lunch with Tom, my sister and Eva": a list and no explanation. */
    private boolean isObjectOfCompany(int ownerFrom, int to) {
        return note.is(ownerFrom - 1, ",") && note.is(to, "and") && cast.personStartingAt(to + 1) != null;
    }

    private int mentionEnd(int name) {
        Mention mention = cast.mentionAt(name);
        return mention == null ? name + 1 : mention.to();
    }
}
