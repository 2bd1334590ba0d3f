package org.memoro.languagemodels.offline;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.FamilyMember;
import org.memoro.languagemodels.Extraction.Relation;
import org.memoro.languagemodels.KnownContact;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.relations.Relations;
import org.memoro.languagemodels.text.Folding;

/** Compares the family names of relatives: "Anton's son Jakob" is hardly the Jakob who is called otherwise than Anton. */
final class Families {

    /** Who is called alike or not. */
    private static final Set<Relation> UNLIKE = EnumSet.of(
            Relation.PARTNER,
            Relation.GIRLFRIEND,
            Relation.BOYFRIEND,
            Relation.FIANCE,
            Relation.EX_PARTNER,
            Relation.FRIEND,
            Relation.COLLEAGUE,
            Relation.NEIGHBOUR);

    /** Of somebody the writer does not know these are hardly known to the writer. */
    private static final Set<Relation> CHILDREN = EnumSet.of(
            Relation.CHILD,
            Relation.SON,
            Relation.DAUGHTER,
            Relation.GRANDCHILD,
            Relation.GRANDSON,
            Relation.GRANDDAUGHTER,
            Relation.STEPCHILD,
            Relation.NEPHEW,
            Relation.NIECE);

    private final Note note;
    private final Map<String, KnownContact> contacts;

    Families(Note note, Map<String, KnownContact> contacts) {
        this.note = note;
        this.contacts = contacts;
    }

    /** Whether this person, known by a first name alone, is told to belong to somebody of another family name. */
    boolean isOfAnother(Someone someone, Cast cast, Relations relations) {
        String name = familyName(someone);
        if (name == null || someone.isMatchedByFullName() || someone.isOurs() || relations.toWriter(someone) != null) {
            return false;
        }
        return cast.people().stream()
                .filter(owner -> !owner.equals(someone))
                .anyMatch(owner -> relations.familyOf(owner).stream()
                        .filter(member -> names(member, someone))
                        .anyMatch(member -> isHardlyOf(owner, name, member)));
    }

    private boolean isHardlyOf(Someone owner, String name, FamilyMember member) {
        return isUnknown(owner)
                ? CHILDREN.contains(member.relation())
                : isCalledOtherwise(owner, name) && !UNLIKE.contains(member.relation());
    }

    /** Neither a contact nor called by a family name. */
    private boolean isUnknown(Someone owner) {
        return owner.contactIds().isEmpty() && familyName(owner) == null;
    }

    private boolean isCalledOtherwise(Someone owner, String name) {
        String other = familyName(owner);
        return other != null && !Folding.fold(other).equals(Folding.fold(name));
    }

    private @Nullable String familyName(Someone someone) {
        if (someone.contactIds().size() == 1) {
            KnownContact contact = contacts.get(someone.contactIds().iterator().next());
            return contact == null ? null : contact.lastName();
        }
        Mention longest = someone.longestMention();
        boolean told = longest.isFullName() || longest.kind() == Mention.Kind.LAST;
        return told && someone.contactIds().isEmpty() ? longest.nameWords().getLast() : null;
    }

    private boolean names(FamilyMember member, Someone someone) {
        return someone.mentions().stream()
                .anyMatch(mention -> note.text(mention.from(), mention.to()).equals(member.name()));
    }
}
