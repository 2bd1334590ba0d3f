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

    /** Those of the list who are the same to somebody: of "kids Ben &amp; Zoe, wife Carla" the first two. */
    public List<Someone> alikeStartingAt(int token) {
        List<Someone> listed = startingAt(token);
        int end = endOfAlike(token);
        return listed.stream()
                .filter(person ->
                        person.mentions().stream().anyMatch(mention -> mention.from() >= token && mention.to() <= end))
                .toList();
    }

    /** The token after the last name of those who are the same to somebody. */
    public int endOfAlike(int token) {
        return end(token, true);
    }

    /** The token after the last name of the list that starts here. */
    public int end(int token) {
        return end(token, false);
    }

    private int end(int token, boolean alike) {
        int at = token;
        while (true) {
            Mention mention = cast.mentionAt(at);
            if (mention == null) {
                return at;
            }
            int next = next(mention.to());
            boolean other = alike && next > 0 && relationNouns.nounStart(note, next) > mention.to();
            if (next < 0 || other || cast.personStartingAt(next) == null) {
                return mention.to();
            }
            at = next;
        }
    }

    /** Where the next name of a list stands after "and", a comma, and words such as "his wife"; -1 when none does. */
    public int next(int afterName) {
        int named = Ages.end(note, afterName);
        int at = named;
        if (note.is(at, ",", "/")) {
            at++;
        }
        if (note.is(at, "and", "&", "+", "plus", "then")) {
            at++;
        }
        if (at == named) {
            return -1;
        }
        if (note.is(at, "then", "the") && note.is(at + 1, "little", "baby")) {
            at++;
        }
        if (note.is(at, "little", "baby") && cast.personStartingAt(at + 1) != null) {
            at++;
        }
        at = relative(at);
        return at >= 0 && cast.personStartingAt(at) != null && note.sameSentence(afterName - 1, at) && !isOwner(at)
                ? at
                : -1;
    }

    /** The name behind "his wife" or "wife"; -1 when something else is theirs. */
    private int relative(int from) {
        if (note.is(from, "his", "her", "their", "my", "our")) {
            int at = from + 1;
            while (relationNouns.isAdjective(note.word(at))) {
                at++;
            }
            return relationNouns.nounEnd(note, at);
        }
        boolean bare = relationNouns.nounEnd(note, from) > 0 && !note.isNamed(from);
        return bare ? relationNouns.nounEnd(note, from) : from;
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
