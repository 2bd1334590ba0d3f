package org.memoro.contacts.relationship;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.relationship.Relation.Gender;

/**
 * A relationship as it is kept: {@code otherId} is {@code contactId}'s {@code relation}.
 *
 * @param inverse what {@code contactId} is to {@code otherId}, when that was said
 * @param typed by hand, so that it stays when no note tells it any more
 */
public record RelationshipRow(
        UUID id,
        UUID contactId,
        UUID otherId,
        Relation relation,
        @Nullable Relation inverse,
        boolean typed,
        @Nullable UUID interactionId) {

    /** Whether this row says that {@code relative} is {@code of}'s {@code asked}, in either direction. */
    public boolean says(UUID of, UUID relative, Relation asked) {
        if (contactId.equals(of) && otherId.equals(relative)) {
            return relation.isSameAs(asked);
        }
        return contactId.equals(relative)
                && otherId.equals(of)
                && (inverse == null ? asked.isWayBackOf(relation) : inverse.isSameAs(asked));
    }

    /** The row with what was said put in where it says more than the row does. */
    public RelationshipRow sharpened(UUID of, Relation said, @Nullable Gender genderOfOwner) {
        if (!contactId.equals(of)) {
            Relation known = inverse == null ? relation.inverse(null) : inverse;
            return with(relation, said.isMoreExactThan(known) || known == Relation.OTHER ? said : inverse);
        }
        Relation exact = said.isMoreExactThan(relation) ? said : relation;
        return with(exact, inverse == null && genderOfOwner != null ? exact.inverse(genderOfOwner) : inverse);
    }

    private RelationshipRow with(Relation newRelation, @Nullable Relation newInverse) {
        return new RelationshipRow(id, contactId, otherId, newRelation, newInverse, typed, interactionId);
    }

    /** The same with one of the two replaced. */
    public RelationshipRow withContact(UUID from, UUID into) {
        return new RelationshipRow(
                id,
                contactId.equals(from) ? into : contactId,
                otherId.equals(from) ? into : otherId,
                relation,
                inverse,
                typed,
                interactionId);
    }

    /** The same under the id by which it is known. */
    public RelationshipRow withId(UUID known) {
        return new RelationshipRow(known, contactId, otherId, relation, inverse, typed, interactionId);
    }

    /** The same, as the user's own word. */
    public RelationshipRow asTyped() {
        return new RelationshipRow(id, contactId, otherId, relation, inverse, true, null);
    }
}
