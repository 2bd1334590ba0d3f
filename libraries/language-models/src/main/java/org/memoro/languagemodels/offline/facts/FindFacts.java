package org.memoro.languagemodels.offline.facts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Fact;
import org.memoro.languagemodels.Extraction.FactStatus;
import org.memoro.languagemodels.offline.facts.Subjects.Subject;
import org.memoro.languagemodels.offline.facts.Triggers.Trigger;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Antecedents;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.NamedTogether;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.phrases.Clause;
import org.memoro.languagemodels.offline.phrases.Clauses;
import org.memoro.languagemodels.offline.phrases.PhraseWords;
import org.memoro.languagemodels.offline.relations.RelationNouns;
import org.memoro.languagemodels.offline.relations.Relations;

/** Finds what happened to whom, clause by clause. */
public final class FindFacts {

    private final Triggers triggers;
    private final StatusWords statusWords;
    private final FactDetails details;
    private final RelationNouns nouns;

    public FindFacts(RelationNouns nouns) {
        PhraseWords words = new PhraseWords();
        this.triggers = new Triggers(words);
        this.statusWords = new StatusWords(words);
        this.details = new FactDetails();
        this.nouns = nouns;
    }

    /** The facts of each person, in the order of the note. */
    public Map<Someone, List<Fact>> in(Note note, Cast cast, Relations relations, List<Someone> participants) {
        return new Search(note, cast, relations, participants).facts();
    }

    /** The search through one note. */
    private final class Search {

        private final Note note;
        private final Cast cast;
        private final List<Someone> participants;
        private final Subjects subjects;
        private final Clauses clauses;
        private final Map<Someone, List<Found>> found = new LinkedHashMap<>();
        private @Nullable Subject lastSubject;

        private Search(Note note, Cast cast, Relations relations, List<Someone> participants) {
            this.note = note;
            this.cast = cast;
            this.participants = participants;
            NamedTogether together = new NamedTogether(note, cast, nouns);
            this.subjects = new Subjects(note, cast, relations, new Antecedents(note, cast, nouns), together);
            this.clauses = new Clauses(note, cast);
        }

        private Map<Someone, List<Fact>> facts() {
            for (Sentence sentence : note.sentences()) {
                if (!isQuestion(sentence)) {
                    readSentence(sentence);
                }
            }
            Map<Someone, List<Fact>> facts = new LinkedHashMap<>();
            found.forEach((person, items) ->
                    facts.put(person, items.stream().map(this::toFact).toList()));
            return facts;
        }

        private Fact toFact(Found item) {
            return details.fact(note, item.kind, item.status, item.from, item.to, item.confidence);
        }

        private boolean isQuestion(Sentence sentence) {
            return note.is(sentence.to() - 1, "?");
        }

        private void readSentence(Sentence sentence) {
            Subject inherited = null;
            Found last = null;
            for (Clause clause : clauses.of(sentence)) {
                List<Trigger> here = triggers.in(note, clause.from(), clause.to());
                Trigger main = mostTelling(here);
                if (main == null) {
                    extend(last, clause);
                    Subject mentioned = subjects.in(clause, clause.to(), clause.to());
                    inherited = mentioned != null && (inherited == null || hasVerb(clause)) ? mentioned : inherited;
                    continue;
                }
                Subject who = subjects.beforeWho(clause);
                Subject own = who != null ? who : subjects.in(clause, main.from(), main.to());
                Subject subject = own != null ? own : elided(clause, inherited, sentence);
                if (subject == null) {
                    continue;
                }
                inherited = subject;
                last = add(subject, clause, main, own != null, last);
            }
            lastSubject = inherited != null ? inherited : lastSubject;
        }

        /** Without a verb, names only explain who was just spoken of: "two sons, Ken and Yuto, and used to …". */
        private boolean hasVerb(Clause clause) {
            return IntStream.range(clause.from(), clause.to()).anyMatch(note::isVerb);
        }

        /** "changing jobs in January, going to Siemens": what only adds to a fact belongs to its quote. */
        private void extend(@Nullable Found last, Clause clause) {
            boolean adds = last != null
                    && last.to == clause.from() - 1
                    && note.is(last.to, ",")
                    && note.word(clause.from()).endsWith("ing");
            if (last != null && adds) {
                last.to = clause.to();
            }
        }

        /** The trigger that comes first decides; one that tells more words at the same place was preferred already. */
        private @Nullable Trigger mostTelling(List<Trigger> here) {
            Trigger best = null;
            for (Trigger trigger : here) {
                if (best == null
                        || (trigger.to() - trigger.from() > best.to() - best.from() + 1
                                && best.to() - best.from() == 1)) {
                    best = trigger;
                }
            }
            return best;
        }

        /** Notes leave the subject out: it is the one of the clause before, or the person the writer has just met. */
        private @Nullable Subject elided(Clause clause, @Nullable Subject inherited, Sentence sentence) {
            if (inherited != null) {
                return inherited;
            }
            boolean first = clause.from() == sentence.from();
            boolean headless = note.is(
                            clause.from(),
                            "new",
                            "no",
                            "divorced",
                            "pregnant",
                            "engaged",
                            "married",
                            "retired",
                            "still",
                            "now",
                            "wants",
                            "currently",
                            "recently",
                            "apparently",
                            "both",
                            "just")
                    || (note.word(clause.from()).endsWith("s") && note.isPart(clause.from(), "VERB"))
                    || note.isPart(clause.from(), "NOUN", "ADJ", "DET", "PROPN");
            if (!first || headless) {
                return topic(clause.from());
            }
            return null;
        }

        private @Nullable Subject topic(int at) {
            if (participants.size() == 1) {
                return new Subject(participants, false, at, true);
            }
            if (cast.people().size() == 1) {
                return new Subject(cast.people(), false, at, true);
            }
            return lastSubject != null && lastSubject.people().size() == 1
                    ? new Subject(lastSubject.people(), false, at, true)
                    : null;
        }

        private @Nullable Found add(
                Subject subject, Clause clause, Trigger trigger, boolean named, @Nullable Found last) {
            FactStatus status = statusWords.of(note, clause, trigger);
            int from = named ? Math.max(clause.from(), Math.min(subject.from(), trigger.from())) : clause.from();
            if (subject.people().isEmpty()) {
                return null;
            }
            Found item = new Found(trigger.kind(), status, from, clause.to(), confidence(subject, status));
            for (Someone person : subject.people()) {
                List<Found> items = found.computeIfAbsent(person, someone -> new ArrayList<>());
                Found before = items.isEmpty() ? null : items.getLast();
                boolean goesOn = !named && Objects.equals(before, last);
                if (before != null && goesOn && isContinued(before, item)) {
                    before.to = item.to;
                    item = before;
                } else {
                    items.add(item);
                }
            }
            return item;
        }

        /** "Clara is pregnant, due in March" is one fact; "no longer at Google, started at a startup" are two. */
        private boolean isContinued(Found before, Found next) {
            return before.kind.type() == next.kind.type()
                    && !note.isVerb(next.from)
                    && !clauses.looksLikeVerb(next.from);
        }

        private double confidence(Subject subject, FactStatus status) {
            double confidence = subject.people().size() > 1 ? 0.7 : 0.8;
            return status == FactStatus.UNCERTAIN ? confidence - 0.1 : confidence;
        }
    }

    /** A fact while its sentence is still being read. */
    private static final class Found {

        private final Triggers.Kind kind;
        private final FactStatus status;
        private final int from;
        private int to;
        private final double confidence;

        private Found(Triggers.Kind kind, FactStatus status, int from, int to, double confidence) {
            this.kind = kind;
            this.status = status;
            this.from = from;
            this.to = to;
            this.confidence = confidence;
        }
    }
}
