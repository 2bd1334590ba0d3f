package org.memoro.languagemodels.offline.relations;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.names.Gender;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Antecedents;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.NamedTogether;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.relations.Relatives.Named;

/** Finds who is whose sister, and who is the writer's. */
public final class FindRelations {

    private final Note note;
    private final Cast cast;
    private final RelationNouns nouns;
    private final Relatives relatives;
    private final Owners owners;
    private final ImpliedOwners impliedOwners;
    private final RelationsOf relationsOf;
    private final WritersOwn writersOwn;
    private final Relations relations = new Relations();
    private final StateRelation state;

    private FindRelations(Note note, Cast cast, RelationNouns nouns, NamedTogether together, Antecedents antecedents) {
        this.note = note;
        this.cast = cast;
        this.nouns = nouns;
        this.relatives = new Relatives(note, cast, together);
        this.owners = new Owners(note, cast, antecedents);
        this.impliedOwners = new ImpliedOwners(note, cast, together, antecedents);
        this.state = new StateRelation(note, relations);
        this.relationsOf = new RelationsOf(note, cast, together, antecedents, state);
        this.writersOwn = new WritersOwn(note, cast, nouns, relatives, state);
    }

    public static Relations in(Note note, Cast cast, RelationNouns nouns) {
        Antecedents antecedents = new Antecedents(note, cast, nouns);
        NamedTogether together = new NamedTogether(note, cast, nouns);
        FindRelations finder = new FindRelations(note, cast, nouns, together, antecedents);
        finder.tellGenders();
        finder.kinTitles();
        for (int i = 0; i < note.size(); i++) {
            finder.phraseAt(i);
        }
        new FindNamedLater(note, cast, nouns, finder.relations, finder.state).find();
        new FindCouples(note, cast, together, antecedents, finder.state).find();
        new FindNewborns(note, cast, together, antecedents, finder.state).find();
        return finder.relations;
    }

    /** "her husband Sam" makes Sam a he, before any pronoun is asked about. */
    private void tellGenders() {
        for (int i = 0; i < note.size(); i++) {
            RelationPhrase phrase = RelationPhrase.at(note, i, nouns);
            Named named = phrase == null || cast.personAt(i) != null ? null : relatives.after(phrase);
            if (phrase != null && named != null) {
                boolean outright = named.from() == phrase.to();
                named.people()
                        .forEach(person -> tellGender(person, phrase.noun().gender(), outright));
            }
        }
    }

    private static void tellGender(Someone person, Gender gender, boolean outright) {
        if (outright) {
            person.correct(gender);
        } else {
            person.tell(gender);
        }
    }

    /** "Uncle Frank" is the writer's, "Tom's Aunt Hedwig" is Tom's. */
    private void kinTitles() {
        for (Someone person : cast.people()) {
            for (Mention mention : person.mentions()) {
                String title = note.word(mention.from());
                RelationNouns.RelationNoun noun = nouns.isKinTitle(title) ? nouns.noun(title) : null;
                if (noun != null && mention.to() - mention.from() > 1) {
                    Owner owner = owners.before(mention.from(), noun);
                    state.that(owner == null ? writersOwn.titled(mention) : owner, noun, person, mention.to());
                }
            }
        }
    }

    private void phraseAt(int at) {
        RelationPhrase phrase = RelationPhrase.at(note, at, nouns);
        if (phrase == null
                || cast.personAt(phrase.to() - 1) != null
                || isInsideLonger(at)
                || isDaughterOrSweetheart(phrase)) {
            return;
        }
        Owner owner = owners.before(at, phrase.noun());
        if (owner != null) {
            owned(phrase, owner);
        } else if (!relationsOf.tell(phrase)) {
            unowned(phrase);
        }
    }

    /** "His girl Tahnee", "girl's name is Ishita": a daughter, or whom he loves. */
    private boolean isDaughterOrSweetheart(RelationPhrase phrase) {
        int girl = phrase.to() - 1;
        boolean named = note.startsSentence(girl) && note.is(girl + 1, "'s") && note.is(girl + 2, "name");
        return note.is(girl, "girl") && phrase.from() == girl && (note.is(girl - 1, "his") || named);
    }

    private boolean isInsideLonger(int at) {
        for (int from = Math.max(0, at - 3); from < at; from++) {
            RelationPhrase longer = RelationPhrase.at(note, from, nouns);
            if (longer != null && longer.to() > at) {
                return true;
            }
        }
        return false;
    }

    private void owned(RelationPhrase phrase, Owner owner) {
        Named named = relatives.after(phrase);
        if (named == null) {
            named = relatives.before(phrase, owner.from());
        }
        if (named == null || owner.people().containsAll(named.people())) {
            unnamed(phrase, owner);
            return;
        }
        for (Someone person : named.people()) {
            state.that(owner, phrase.noun(), person, Math.min(owner.from(), named.from()), named.to());
        }
        impliedOwners.remember(owner, phrase.from());
    }

    private void unnamed(RelationPhrase phrase, Owner owner) {
        if (!relatives.isPredicate(owner.from())) {
            relations.unnamed(phrase.to() - 1, owner.people());
            state.unnamed(owner, phrase);
            impliedOwners.remember(owner, phrase.from());
        }
    }

    /** "old friend Björn", "cousin Matteo", "Tom and wife Eva": whose it is does not stand before it. */
    private void unowned(RelationPhrase phrase) {
        if (impliedOwners.areOpen(phrase)) {
            return;
        }
        Named named = relatives.after(phrase);
        @Nullable Owner implied = named == null ? null : impliedOwners.of(phrase);
        if (implied != null && named != null && implied.isClear()) {
            named.people().stream()
                    .filter(person -> !implied.people().contains(person))
                    .forEach(person -> state.that(implied, phrase.noun(), person, phrase.from(), named.to()));
            impliedOwners.remember(implied, phrase.from());
        } else if (!writersOwn.tell(phrase) && writersOwn.isName(phrase)) {
            relations.unnamed(phrase.to() - 1, List.of());
        }
    }
}
