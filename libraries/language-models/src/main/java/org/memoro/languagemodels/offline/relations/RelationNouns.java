package org.memoro.languagemodels.offline.relations;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Relation;
import org.memoro.languagemodels.offline.names.Gender;
import org.memoro.languagemodels.text.WordList;

/** The words for relatives and other people in one's life, with the relation and gender each tells. */
public final class RelationNouns {

    private static final Set<Relation> NOT_FAMILY = Set.of(
            Relation.FRIEND,
            Relation.COLLEAGUE,
            Relation.BOSS,
            Relation.NEIGHBOUR,
            Relation.ROOMMATE,
            Relation.TEACHER,
            Relation.DOCTOR,
            Relation.OTHER);

    private final Map<String, RelationNoun> nouns = new HashMap<>();
    private final Set<String> kinTitles = WordList.words("words/kin-titles.txt");
    private final Set<String> adjectives = WordList.words("words/relation-adjectives.txt");

    public RelationNouns() {
        WordList.sections("words/relations.txt").forEach(this::addSection);
    }

    /** What one word tells. */
    public record RelationNoun(Relation relation, Gender gender, boolean plural) {

        public boolean isFamily() {
            return !NOT_FAMILY.contains(relation);
        }
    }

    public @Nullable RelationNoun noun(String word) {
        return nouns.get(word);
    }

    public boolean isRelationNoun(String word) {
        return nouns.containsKey(word);
    }

    /** Words that stand before a name as a title does, as in "Uncle Frank". */
    public boolean isKinTitle(String word) {
        return kinTitles.contains(word);
    }

    /** Words that may stand between "his" and "brother". */
    public boolean isAdjective(String word) {
        return adjectives.contains(word);
    }

    public Gender genderOf(String word) {
        RelationNoun noun = nouns.get(word);
        return noun == null ? Gender.UNKNOWN : noun.gender;
    }

    /** A section is headed "relation", "relation female" or "relation male", with "plural" where it applies. */
    private void addSection(String heading, List<String> lines) {
        if (heading.isEmpty()) {
            return;
        }
        List<String> parts = List.of(heading.split(" "));
        Gender gender =
                parts.contains("female") ? Gender.FEMALE : parts.contains("male") ? Gender.MALE : Gender.UNKNOWN;
        Relation relation = Relation.valueOf(parts.getFirst().toUpperCase(Locale.ROOT));
        RelationNoun noun = new RelationNoun(relation, gender, parts.contains("plural"));
        lines.forEach(line -> List.of(line.split("\\s+")).forEach(word -> nouns.put(word, noun)));
    }
}
