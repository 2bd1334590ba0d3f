package org.memoro.languagemodels.offline.relations;

import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.FamilyMember;
import org.memoro.languagemodels.Extraction.OwnRelation;
import org.memoro.languagemodels.offline.names.Gender;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.relations.RelationNouns.RelationNoun;

/** Writes down one relation with its quote, where it contradicts nothing that is known of the person. */
final class StateRelation {

    private static final double SURE = 0.8;
    private static final double UNNAMED = 0.7;

    private final Note note;
    private final Relations relations;

    StateRelation(Note note, Relations relations) {
        this.note = note;
        this.relations = relations;
    }

    void that(@Nullable Owner owner, RelationNoun noun, Someone relative, int to) {
        if (owner != null) {
            that(owner, noun, relative, owner.from(), to);
        }
    }

    void that(Owner owner, RelationNoun noun, Someone relative, int from, int to) {
        Gender gender = noun.gender();
        if (!relative.gender().fits(gender) || owner.people().contains(relative)) {
            return;
        }
        relative.tell(gender);
        if (owner.isWriter()) {
            relations.toWriter(
                    relative,
                    new OwnRelation(
                            noun.relation(), note.evidence(from, to), owner.confidence(), owner.confidence() < SURE));
        } else if (noun.isFamily()) {
            Mention mention = relative.longestMention();
            FamilyMember member = new FamilyMember(
                    noun.relation(),
                    note.text(mention.from(), mention.to()),
                    note.evidence(from, to),
                    owner.confidence(),
                    owner.confidence() < SURE);
            owner.people().forEach(person -> relations.family(person, member));
        }
    }

    void unnamed(Owner owner, RelationPhrase phrase) {
        if (!phrase.noun().isFamily() || phrase.noun().plural()) {
            return;
        }
        for (Someone person : owner.people()) {
            FamilyMember member = new FamilyMember(
                    phrase.noun().relation(), null, note.evidence(owner.from(), phrase.to()), UNNAMED, true);
            relations.family(person, member);
        }
    }
}
