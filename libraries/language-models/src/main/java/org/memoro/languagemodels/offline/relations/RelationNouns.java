package org.memoro.languagemodels.offline.relations;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Relation;
import org.memoro.languagemodels.offline.names.Gender;
import org.memoro.languagemodels.offline.note.Note;
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

    /** Words of the longest one, "mother in law". */
    private static final int LONGEST = 3;

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

    /** The token after the longest word for a relative that starts here, as "other half" and "step son" do; -1 for none. */
    public int nounEnd(Note note, int at) {
        for (int end = Math.min(note.size(), at + LONGEST); end > at; end--) {
            if (noun(note, at, end) != null) {
                return end;
            }
        }
        return -1;
    }

    /** The token where a word for a relative starts that ends before this one; -1 for none. */
    public int nounStart(Note note, int end) {
        for (int at = Math.max(0, end - LONGEST); at < end; at++) {
            if (noun(note, at, end) != null) {
                return at;
            }
        }
        return -1;
    }

    /** What words tell that are written apart or joined by hyphens. */
    @Nullable
    RelationNoun noun(Note note, int from, int to) {
        if (to - from == 1) {
            return noun(note.word(from));
        }
        StringBuilder joined = new StringBuilder(note.word(from));
        for (int i = from + 1; i < to; i++) {
            joined.append('-').append(note.word(i));
        }
        return noun(joined.toString());
    }

    /** Whether the word is for several relatives at once. */
    public boolean isPlural(String word) {
        RelationNoun noun = nouns.get(word);
        return noun != null && noun.plural();
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
