package org.memoro.languagemodels.offline.facts;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.facts.Subjects.Subject;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.NamedTogether;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.phrases.Clause;
import org.memoro.languagemodels.offline.relations.RelationNouns;

/** Names that stand between commas behind a relative, as in "her youngest, Arjun, turns 5": what follows is about them. */
final class Appositions {

    private final Note note;
    private final Cast cast;
    private final NamedTogether together;
    private final RelationNouns nouns;

    Appositions(Note note, Cast cast, NamedTogether together, RelationNouns nouns) {
        this.note = note;
        this.cast = cast;
        this.together = together;
        this.nouns = nouns;
    }

    /** The people whom the clause only names, after a clause that only says "her son"; null when it is no such thing. */
    @Nullable
    Subject in(Clause clause, @Nullable Clause before) {
        boolean onlyNames = cast.personStartingAt(clause.from()) != null && together.end(clause.from()) == clause.to();
        if (!onlyNames || before == null || !isRelative(before) || !note.is(clause.to(), ",")) {
            return null;
        }
        List<Someone> people = together.startingAt(clause.from());
        return new Subject(people, false, clause.from(), false);
    }

    private boolean isRelative(Clause clause) {
        int last = clause.to() - 1;
        boolean relative = nouns.isRelationNoun(note.word(last))
                || note.is(last, "one", "youngest", "oldest", "eldest", "elder", "younger", "twins", "kids");
        return relative && IntStream.range(clause.from(), clause.to()).noneMatch(note::isVerb);
    }
}
