package org.memoro.contacts.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.memoro.contacts.relationship.Relation.Gender;

class RelationTests {
    @ParameterizedTest
    @CsvSource({
        "daughter, FEMALE, mother",
        "son, MALE, father",
        "child, , parent",
        "mother, FEMALE, daughter",
        "wife, MALE, husband",
        "husband, , spouse",
        "brother, FEMALE, sister",
        "girlfriend, MALE, boyfriend",
        "nephew, FEMALE, aunt",
        "nephew, , other",
        "grandson, FEMALE, grandmother",
        "grandmother, , grandchild",
        "mother_in_law, MALE, son_in_law",
        "godchild, , godparent",
        "friend, MALE, friend",
        "ex_partner, , ex_partner",
        "boss, , colleague"
    })
    void knowsTheWayBack(String relation, Gender first, String expected) {
        assertThat(Relation.of(relation).orElseThrow().inverse(first).word()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Relation.class)
    void alwaysHasAWayBack(Relation relation) {
        for (Gender gender : new Gender[] {Gender.FEMALE, Gender.MALE, null}) {
            assertThat(relation.inverse(gender)).isNotNull();
        }
    }

    @Test
    void takesOneWordForAnotherOnlyWhereBothMayBeMeant() {
        assertThat(Relation.DAUGHTER.isSameAs(Relation.CHILD)).isTrue();
        assertThat(Relation.DAUGHTER.isSameAs(Relation.SON)).isFalse();
        assertThat(Relation.DAUGHTER.isMoreExactThan(Relation.CHILD)).isTrue();
        assertThat(Relation.CHILD.isMoreExactThan(Relation.DAUGHTER)).isFalse();
    }

    @Test
    void tellsAWomanFromAManOnlyWhenAllWordsAgree() {
        assertThat(Gender.toldBy(List.of("friend", "mother"))).isEqualTo(Gender.FEMALE);
        assertThat(Gender.toldBy(List.of("father", "mother"))).isNull();
        assertThat(Gender.toldBy(List.of("friend"))).isNull();
        assertThat(Gender.toldByPronoun("Her daughter Mia")).isEqualTo(Gender.FEMALE);
        assertThat(Gender.toldByPronoun("Heribert's daughter")).isNull();
    }
}
