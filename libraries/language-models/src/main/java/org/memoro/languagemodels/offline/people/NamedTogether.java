package org.memoro.languagemodels.offline.people;

import java.util.ArrayList;
import java.util.List;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.relations.RelationNouns;

/** The groups of people that a note names side by side: "Tom, Eva and Max", "Kwame and his wife Abena". */
public final class NamedTogether {

    private final Note note;
    private final Cast cast;
    private final RelationNouns relationNouns;

    public NamedTogether(Note note, Cast cast, RelationNouns relationNouns) {
        this.note = note;
        this.cast = cast;
        this.relationNouns = relationNouns;
    }

    /** All groups of two or more that end before the token, in their order. */
    public List<List<Someone>> before(int token) {
        List<List<Someone>> groups = new ArrayList<>();
        int at = 0;
        while (at < token) {
            List<Someone> group = startingAt(at);
            if (group.size() > 1) {
                groups.add(group);
            }
            Mention mention = cast.mentionAt(at);
            at = mention == null ? at + 1 : Math.max(at + 1, end(at));
        }
        return groups;
    }

    /** The people listed from this mention on; just the one where nobody follows. */
    public List<Someone> startingAt(int token) {
        List<Someone> group = new ArrayList<>();
        int at = token;
        while (true) {
            Someone person = cast.personStartingAt(at);
            Mention mention = cast.mentionAt(at);
            if (person == null || mention == null) {
                return group;
            }
            if (!group.contains(person)) {
                group.add(person);
            }
            at = next(mention.to());
            if (at < 0) {
                return group;
            }
        }
    }

    /** The token after the last name of the list that starts here. */
    public int end(int token) {
        int at = token;
        while (true) {
            Mention mention = cast.mentionAt(at);
            if (mention == null) {
                return at;
            }
            int next = next(mention.to());
            if (next < 0 || cast.personStartingAt(next) == null) {
                return mention.to();
            }
            at = next;
        }
    }

    /** Where the next name of a list stands after "and", a comma, and words such as "his wife"; -1 when none does. */
    private int next(int afterName) {
        int at = afterAge(afterName);
        int named = at;
        if (note.is(at, ",")) {
            at++;
        }
        if (note.is(at, "and", "&", "+", "plus")) {
            at++;
        }
        if (at == named) {
            return -1;
        }
        if (note.is(at, "his", "her", "their", "my", "our")) {
            at++;
            while (relationNouns.isAdjective(note.word(at))) {
                at++;
            }
            if (!relationNouns.isRelationNoun(note.word(at))) {
                return -1;
            }
            at++;
        } else if (relationNouns.isRelationNoun(note.word(at)) && !note.isNamed(at)) {
            at++;
        }
        return cast.personStartingAt(at) != null && note.sameSentence(afterName - 1, at) && !isOwner(at) ? at : -1;
    }

    /** "Mia (4) and Max (2)". */
    private int afterAge(int afterName) {
        boolean age = note.is(afterName, "(")
                && afterName + 2 < note.size()
                && note.token(afterName + 1).isNumber()
                && note.is(afterName + 2, ")");
        return age ? afterName + 3 : afterName;
    }

    /** "Olena, Paul's colleague": Paul is not listed, he explains. */
    private boolean isOwner(int at) {
        Mention mention = cast.mentionAt(at);
        return mention != null
                && note.is(mention.to(), "'s", "'")
                && relationNouns.isRelationNoun(note.word(mention.to() + 1))
                && cast.personStartingAt(mention.to() + 2) == null;
    }
}
