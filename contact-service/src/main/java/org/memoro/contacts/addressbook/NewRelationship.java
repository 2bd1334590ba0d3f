package org.memoro.contacts.addressbook;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.PersonName;
import org.memoro.contacts.relationship.Relation;
import org.memoro.problems.FieldProblems;

/** What the user types to name somebody's relative: the relation, and who it is by id or by name. */
record NewRelationship(
        @Nullable String relation,
        @Nullable UUID contactId,
        @Nullable String name) {
    private static final int LONGEST_NAME = 200;

    void check() {
        FieldProblems problems = new FieldProblems();
        problems.check(
                Relation.of(relation).isPresent(),
                "/relation",
                "must be a relation we know, such as daughter or friend.");
        problems.check((contactId == null) != (name == null), "/contactId", "Say who it is, by contactId or by name.");
        problems.check(
                name == null || (!name.isBlank() && name.length() <= LONGEST_NAME),
                "/name",
                "must be a name of up to " + LONGEST_NAME + " characters.");
        problems.throwIfAny();
    }

    Relation checkedRelation() {
        return Relation.of(relation).orElseThrow();
    }

    PersonName personName() {
        return PersonName.parse(name == null ? "" : name);
    }
}
