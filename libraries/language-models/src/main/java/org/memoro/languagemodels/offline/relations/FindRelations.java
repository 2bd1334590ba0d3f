package org.memoro.languagemodels.offline.relations;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.FamilyMember;
import org.memoro.languagemodels.Extraction.OwnRelation;
import org.memoro.languagemodels.Extraction.Relation;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Antecedents;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.NamedTogether;
import org.memoro.languagemodels.offline.people.Someone;

/** Finds who is whose sister, and who is the writer's. */
public final class FindRelations {

    private static final double MINE = 0.95;
    private static final double NAMED_OWNER = 0.9;
    private static final double PRONOUN_OWNER = 0.85;
    private static final double GROUP_OWNER = 0.8;
    private static final double IMPLIED = 0.8;

    private final Note note;
    private final Cast cast;
    private final RelationNouns nouns;
    private final Antecedents antecedents;
    private final NamedTogether together;
    private final Relations relations = new Relations();

    private FindRelations(Note note, Cast cast, RelationNouns nouns) {
        this.note = note;
        this.cast = cast;
        this.nouns = nouns;
        this.antecedents = new Antecedents(note, cast, nouns);
        this.together = new NamedTogether(note, cast, nouns);
    }

    public static Relations in(Note note, Cast cast, RelationNouns nouns) {
        FindRelations finder = new FindRelations(note, cast, nouns);
        finder.tellGenders();
        finder.kinTitles();
        for (int i = 0; i < note.size(); i++) {
            finder.phraseAt(i);
        }
        new FindCouples(note, cast, finder.together, finder.antecedents).tell(finder.relations);
        new FindNewborns(note, cast).tell(finder.relations);
        return finder.relations;
    }

    /** "her husband Sam" makes Sam a he, before any pronoun is asked about. */
    private void tellGenders() {
        for (int i = 0; i < note.size(); i++) {
            RelationPhrase phrase = RelationPhrase.at(note, i, nouns);
            if (phrase != null && cast.personAt(i) == null) {
                Someone named = nameAfter(phrase);
                if (named != null) {
                    named.tell(phrase.noun().gender());
                }
            }
        }
    }

    private void kinTitles() {
        for (Someone person : cast.people()) {
            for (Mention mention : person.mentions()) {
                String title = note.word(mention.from());
                boolean owned = note.is(mention.from() - 1, "'s", "her", "his", "their", "your");
                RelationNouns.RelationNoun noun = nouns.isKinTitle(title) ? nouns.noun(title) : null;
                if (noun != null && !owned && mention.to() - mention.from() > 1) {
                    tellWriter(person, noun.relation(), mention.from(), mention.to(), IMPLIED);
                }
            }
        }
    }

    private void phraseAt(int at) {
        RelationPhrase phrase = RelationPhrase.at(note, at, nouns);
        if (phrase == null
                || cast.personAt(phrase.to() - 1) != null
                || (nouns.isAdjective(note.word(at - 1)) && isInsidePhrase(at))) {
            return;
        }
        Owner owner = ownerBefore(at);
        if (owner != null) {
            owned(phrase, owner);
        } else {
            ownedBehind(phrase);
        }
    }

    private boolean isInsidePhrase(int at) {
        RelationPhrase longer = RelationPhrase.at(note, at - 1, nouns);
        return longer != null && longer.to() > at;
    }

    private void owned(RelationPhrase phrase, Owner owner) {
        List<Someone> named = namesAfter(phrase);
        Someone before = apposition(owner.from, phrase.to());
        if (named.isEmpty() && before != null && !owner.people.contains(before)) {
            Mention mention = cast.mentionAt(lastNameBefore(owner.from));
            tell(owner, phrase, before, mention == null ? owner.from : mention.from(), closing(phrase.to()));
        } else if (named.isEmpty()) {
            unnamed(phrase, owner);
        } else {
            for (Someone person : named) {
                if (!owner.people.contains(person)) {
                    tell(owner, phrase, person, owner.from, endOfNames(phrase));
                }
            }
        }
    }

    private void tell(Owner owner, RelationPhrase phrase, Someone relative, int from, int to) {
        if (!relative.gender().fits(phrase.noun().gender())) {
            return;
        }
        relative.tell(phrase.noun().gender());
        Relation relation = phrase.noun().relation();
        if (owner.isWriter) {
            tellWriter(relative, relation, from, to, owner.confidence);
            return;
        }
        if (!phrase.noun().isFamily()) {
            return;
        }
        for (Someone person : owner.people) {
            String name = nameOf(relative);
            relations.family(
                    person,
                    new FamilyMember(
                            relation, name, note.evidence(from, to), owner.confidence, owner.confidence < 0.8));
        }
    }

    private void tellWriter(Someone person, Relation relation, int from, int to, double confidence) {
        relations.toWriter(person, new OwnRelation(relation, note.evidence(from, to), confidence, confidence < 0.8));
    }

    private void unnamed(RelationPhrase phrase, Owner owner) {
        if (isCopulaPredicate(owner.from)) {
            return;
        }
        relations.unnamed(phrase.to() - 1, owner.people);
        if (phrase.noun().isFamily() && !phrase.noun().plural()) {
            for (Someone person : owner.people) {
                FamilyMember member = new FamilyMember(
                        phrase.noun().relation(), null, note.evidence(owner.from, phrase.to()), 0.7, true);
                relations.family(person, member);
            }
        }
    }

    /** "old friend Björn", "cousin Matteo": without an owner the writer is meant; "daughter of Anna" says it behind. */
    private void ownedBehind(RelationPhrase phrase) {
        if (note.is(phrase.to(), "of")) {
            Someone owner = cast.personStartingAt(phrase.to() + 1);
            Mention mention = cast.mentionAt(phrase.to() + 1);
            Someone relative = subjectBefore(phrase.from());
            if (owner != null && mention != null && relative != null && relative != owner) {
                Owner known = new Owner(together.startingAt(phrase.to() + 1), false, phrase.from(), NAMED_OWNER);
                Mention named = cast.mentionAt(lastNameBefore(phrase.from()));
                tell(known, phrase, relative, named == null ? phrase.from() : named.from(), mention.to());
            } else if (note.is(phrase.to() + 1, "mine", "ours")) {
                Someone friend = nameNear(phrase);
                if (friend != null) {
                    tellWriter(friend, phrase.noun().relation(), phrase.from(), phrase.to() + 2, IMPLIED);
                }
            }
            return;
        }
        Someone headed = headOf(phrase.from());
        if (headed != null && phrase.noun().isFamily() && !namesAfter(phrase).isEmpty()) {
            owned(phrase, new Owner(List.of(headed), false, phrase.from(), NAMED_OWNER));
            return;
        }
        boolean introduced =
                note.is(phrase.from() - 1, "the", "a", "an", "another") || cast.personAt(phrase.from() - 1) != null;
        Someone named = cast.personStartingAt(phrase.to());
        if (named != null
                && !introduced
                && note.sameSentence(phrase.from(), phrase.to())
                && !phrase.noun().plural()
                && phrase.noun().relation() != Relation.CHILD) {
            Mention mention = cast.mentionAt(phrase.to());
            named.tell(phrase.noun().gender());
            tellWriter(
                    named,
                    phrase.noun().relation(),
                    phrase.from(),
                    mention == null ? phrase.to() : mention.to(),
                    IMPLIED);
        } else if (named == null && isCalledByRelation(phrase)) {
            relations.unnamed(phrase.to() - 1, List.of());
        }
    }

    /** "Jan: born in May, wife Milena": a list about whoever stands before the colon. */
    private @Nullable Someone headOf(int at) {
        int from = note.sentenceOf(at).from();
        Mention head = cast.mentionAt(from);
        return head != null && head.from() == from && head.to() <= at && note.is(head.to(), ":")
                ? cast.personAt(from)
                : null;
    }

    /** "Grandpa is in hospital": the writer's own, without a name. */
    private boolean isCalledByRelation(RelationPhrase phrase) {
        String word = note.word(phrase.to() - 1);
        return phrase.to() - phrase.from() == 1
                && (nouns.isKinTitle(word) || note.is(phrase.from(), "mum", "mom", "dad", "mama", "papa"));
    }

    private @Nullable Someone nameNear(RelationPhrase phrase) {
        int after = note.is(phrase.to() + 2, ",") ? phrase.to() + 3 : phrase.to() + 2;
        Someone behind = cast.personStartingAt(after);
        return behind != null ? behind : subjectBefore(phrase.from());
    }

    /** Who or what stands before the relative's noun: "Anna's", "Eva & Peter's", "his", "my". */
    private @Nullable Owner ownerBefore(int noun) {
        int at = note.is(noun - 1, "a", "an") && note.is(noun - 2, "has", "have", "got") ? noun - 2 : noun - 1;
        if (note.is(at, "my", "our")) {
            return new Owner(List.of(), true, at, MINE);
        }
        if (note.is(at, "whose")) {
            Someone person = cast.personEndingAt(note.is(at - 1, ",") ? at - 1 : at);
            return new Owner(person == null ? List.of() : List.of(person), false, at, NAMED_OWNER);
        }
        if (note.is(at, "has", "have") || (note.is(at, "got") && note.is(at - 1, "has", "have", "'s", "'ve"))) {
            return whoHas(note.is(at, "got") ? at - 1 : at);
        }
        if (Antecedents.isPossessive(note, at)) {
            List<Someone> people = antecedents.of(at);
            return new Owner(people, false, at, people.size() > 1 ? GROUP_OWNER : PRONOUN_OWNER);
        }
        if (note.is(at, "'s", "'")) {
            Someone person = cast.personEndingAt(at);
            Mention mention = cast.mentionAt(at - 1);
            if (person == null || mention == null) {
                return new Owner(List.of(), false, at, NAMED_OWNER);
            }
            return withListed(person, mention);
        }
        return null;
    }

    /** "She has two sons, Ken and Yuto". */
    private @Nullable Owner whoHas(int verb) {
        int at = verb - 1;
        if (note.is(at, "he", "she", "they")) {
            List<Someone> people = antecedents.of(at);
            return new Owner(people, false, at, people.size() > 1 ? GROUP_OWNER : PRONOUN_OWNER);
        }
        Someone person = cast.personEndingAt(verb);
        Mention mention = cast.mentionAt(at);
        return person == null || mention == null ? null : withListed(person, mention);
    }

    private Owner withListed(Someone person, Mention mention) {
        List<Someone> people = new ArrayList<>(List.of(person));
        int from = mention.from();
        if (note.is(from - 1, "and", "&") && cast.personEndingAt(from - 1) != null && !isCompanyBefore(from - 1)) {
            Mention first = cast.mentionAt(from - 2);
            Someone other = cast.personEndingAt(from - 1);
            if (first != null && other != null && other != person) {
                people.addFirst(other);
                from = first.from();
            }
        }
        return new Owner(people, false, from, NAMED_OWNER);
    }

    /** "with Lisa and Lisa's mom": the first is company, not an owner. */
    private boolean isCompanyBefore(int and) {
        Mention first = cast.mentionAt(and - 1);
        return first != null && note.is(first.from() - 1, "with", "w/", "met", "saw");
    }

    private List<Someone> namesAfter(RelationPhrase phrase) {
        int at = startOfNames(phrase);
        if (at < 0) {
            return List.of();
        }
        Someone first = cast.personStartingAt(at);
        if (first == null) {
            return List.of();
        }
        return phrase.noun().plural() ? together.startingAt(at) : List.of(first);
    }

    private @Nullable Someone nameAfter(RelationPhrase phrase) {
        int at = startOfNames(phrase);
        return at < 0 ? null : cast.personStartingAt(at);
    }

    private int endOfNames(RelationPhrase phrase) {
        int at = startOfNames(phrase);
        Mention mention = cast.mentionAt(at);
        if (mention == null) {
            return phrase.to();
        }
        return phrase.noun().plural() ? together.end(at) : mention.to();
    }

    /** The names of "her daughter Mia", "her daughter, Mia,", "her son is called Max", "his boss's name is Karl". */
    private int startOfNames(RelationPhrase phrase) {
        int at = phrase.to();
        if (cast.personStartingAt(at) != null) {
            return at;
        }
        if (note.is(at, ",", "(", ":") && cast.personStartingAt(at + 1) != null) {
            return isAppositionOrList(at + 1, phrase.noun().plural()) ? at + 1 : -1;
        }
        if (note.is(at, "'s") && note.is(at + 1, "name") && note.is(at + 2, "is", "was")) {
            return at + 3;
        }
        if (note.is(at, "is", "was", "are", "'s")) {
            at++;
        }
        if (note.is(at, "called", "named")) {
            return at + 1;
        }
        // "my boss is Karl": nothing else may follow the name.
        boolean identity = at > phrase.to() && cast.personStartingAt(at) != null;
        return identity && note.is(together.end(at), ".", ",", "", "!", ";", "and", "(") ? at : -1;
    }

    /** After a comma a name explains the relative only when another comma or the sentence's end closes it, or a verb follows. */
    private boolean isAppositionOrList(int name, boolean plural) {
        int end = plural ? together.end(name) : nameEnd(name);
        return !note.is(end, "and", "&") || plural;
    }

    private int nameEnd(int name) {
        Mention mention = cast.mentionAt(name);
        return mention == null ? name + 1 : mention.to();
    }

    /** The person explained by what follows: "Theresa, my neighbour," or "Emma (Claudia's youngest)" or "Mia is Anna's daughter". */
    private @Nullable Someone apposition(int from, int to) {
        boolean closed = note.is(to, ",", ")", ".", "!", "?", ";", "", "in", "at", "from")
                || to >= note.size()
                || !note.sameSentence(from, to)
                || note.isVerb(to);
        if (!closed) {
            return null;
        }
        if (note.is(from - 1, ",", "(")) {
            return cast.personEndingAt(from - 1);
        }
        return isCopulaPredicate(from) ? cast.personEndingAt(from - 1) : null;
    }

    private boolean isCopulaPredicate(int from) {
        return note.is(from - 1, "is", "was", "'s", "are") && cast.personEndingAt(from - 1) != null;
    }

    private @Nullable Someone subjectBefore(int at) {
        int name = lastNameBefore(at);
        boolean near = name >= 0 && note.sameSentence(name, at) && at - name <= 5;
        return near ? cast.personAt(name) : null;
    }

    private int lastNameBefore(int at) {
        int name = at - 1;
        while (name >= 0 && cast.personAt(name) == null) {
            name--;
        }
        return name;
    }

    private int closing(int to) {
        return note.is(to, ")") ? to + 1 : to;
    }

    private String nameOf(Someone person) {
        Mention mention = person.longestMention();
        return note.text(mention.from(), mention.to());
    }

    private record Owner(List<Someone> people, boolean isWriter, int from, double confidence) {}
}
