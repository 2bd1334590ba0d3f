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
    private final Departures departures;
    private final RelationNouns nouns;

    public FindFacts(RelationNouns nouns) {
        PhraseWords words = new PhraseWords();
        this.triggers = new Triggers(words);
        this.statusWords = new StatusWords(words);
        this.details = new FactDetails();
        this.departures = new Departures(words);
        this.nouns = nouns;
    }

    /** The facts of each person, in the order of the note. */
    public Map<Someone, List<Fact>> in(Note note, Cast cast, Relations relations, List<Someone> participants) {
        return new Search(note, cast, relations, participants).facts();
    }

    /** The search through one note. */
    private final class Search {

        private final Note note;
        private final Subjects subjects;
        private final DroppedSubjects dropped;
        private final Clauses clauses;
        private final Sureness sureness;
        private final Appositions appositions;
        private final OneMove oneMove;
        private final MainTriggers mainTriggers;
        private final Map<Someone, List<FoundFact>> found = new LinkedHashMap<>();
        private @Nullable Subject lastSubject;
        private @Nullable FoundFact lastFact;

        private Search(Note note, Cast cast, Relations relations, List<Someone> participants) {
            this.note = note;
            NamedTogether together = new NamedTogether(note, cast, nouns);
            this.subjects = new Subjects(note, cast, relations, new Antecedents(note, cast, nouns), together);
            this.dropped = new DroppedSubjects(note, cast, participants);
            this.clauses = new Clauses(note, cast);
            this.sureness = new Sureness(note, cast, relations, nouns, participants);
            this.appositions = new Appositions(note, cast, together, nouns);
            this.oneMove = new OneMove(note);
            this.mainTriggers = new MainTriggers(note, triggers, departures);
        }

        private Map<Someone, List<Fact>> facts() {
            for (Sentence sentence : note.sentences()) {
                if (!isQuestion(sentence)) {
                    readSentence(sentence);
                }
            }
            Map<Someone, List<Fact>> facts = new LinkedHashMap<>();
            found.forEach((person, items) -> facts.put(
                    person, items.stream().map(item -> details.fact(note, item)).toList()));
            return facts;
        }

        private boolean isQuestion(Sentence sentence) {
            return note.is(sentence.to() - 1, "?");
        }

        private void readSentence(Sentence sentence) {
            Subject inherited = null;
            FoundFact last = null;
            Clause before = null;
            for (Clause clause : clauses.of(sentence)) {
                Subject apposition = appositions.in(clause, before);
                before = clause;
                if (apposition != null) {
                    inherited = apposition;
                    continue;
                }
                Trigger main = mainTriggers.in(clause, last != null ? last : lastFact);
                if (main == null) {
                    extend(last, clause);
                    putOff(last, clause);
                    takeBack(last != null ? last : clause.from() == sentence.from() ? lastFact : null, clause);
                    Subject mentioned = subjects.mentionedIn(clause);
                    inherited = mentioned != null && (inherited == null || goesOnWith(clause)) ? mentioned : inherited;
                    continue;
                }
                Subject own = isCompanyOnly(subjects.of(clause, main), main) ? null : subjects.of(clause, main);
                Subject subject = own != null || needsName(main, inherited, sentence)
                        ? own
                        : dropped.of(clause, main.from(), inherited, lastSubject);
                if (subject == null) {
                    continue;
                }
                inherited = subject;
                last = add(subject, clause, main, own != null, last);
            }
            lastSubject = inherited != null ? inherited : lastSubject;
            lastFact = last;
        }

        /** "New life in Ljubljana with Gašper": who is only there, behind what is told without a verb, is not whom it is about. */
        private boolean isCompanyOnly(@Nullable Subject own, Trigger trigger) {
            return own != null
                    && own.from() >= trigger.to()
                    && note.is(own.from() - 1, "with", "w/")
                    && lastSubject != null
                    && lastSubject.people().size() == 1
                    && note.startsSentence(trigger.from())
                    && IntStream.range(trigger.from(), own.from()).noneMatch(note::isVerb);
        }

        /** "Barista at Campos" at the start of a note is about nobody in particular. */
        private boolean needsName(Trigger trigger, @Nullable Subject inherited, Sentence sentence) {
            return switch (trigger.kind().form()) {
                case USUAL -> false;
                case VERBLESS -> (inherited == null && sentence.index() == 0) || explainsThing(trigger.from());
                case APPOSED, OBJECT -> true;
            };
        }

        /** "his new neighbours, a nurse and a pilot": behind a noun a title is about that. */
        private boolean explainsThing(int at) {
            return note.is(at - 1, ",", "(") && note.isPart(at - 2, "NOUN") && !note.isNamed(at - 2);
        }

        /** Without a verb or in brackets, names only explain who was just spoken of: "two sons, Ken and Yuto, and used to …". */
        private boolean goesOnWith(Clause clause) {
            return !note.is(clause.from() - 1, "(")
                    && IntStream.range(clause.from(), clause.to()).anyMatch(note::isVerb);
        }

        /** "changing jobs in January, going to Siemens": what only adds to a fact belongs to its quote. */
        private void extend(@Nullable FoundFact last, Clause clause) {
            boolean adds = last != null
                    && last.to() == clause.from() - 1
                    && note.is(last.to(), ",")
                    && note.word(clause.from()).endsWith("ing");
            if (last != null && adds) {
                last.reachTo(clause.to());
            }
        }

        /** "posted to Jakarta, leaves in March": the move itself is still to come. */
        private void putOff(@Nullable FoundFact last, Clause clause) {
            if (last != null && oneMove.isPutOff(last, clause)) {
                last.setStatus(FactStatus.PLANNED);
            }
        }

        private void takeBack(@Nullable FoundFact last, Clause clause) {
            if (last != null) {
                last.setStatus(statusWords.afterwards(note, clause, last.status()));
            }
        }

        private @Nullable FoundFact add(
                Subject subject, Clause clause, Trigger trigger, boolean named, @Nullable FoundFact last) {
            FactStatus status = statusWords.of(note, clause, trigger);
            boolean stranger = named && sureness.isAboutStranger(clause, trigger, subject);
            if (subject.people().isEmpty() || status == null || stranger) {
                return null;
            }
            int from = named ? Math.max(clause.from(), Math.min(subject.from(), trigger.from())) : clause.from();
            FoundFact item = new FoundFact(
                    trigger.kind(), status, from, clause.to(), sureness.of(clause, trigger, subject, named));
            for (Someone person : subject.people()) {
                List<FoundFact> items = found.computeIfAbsent(person, someone -> new ArrayList<>());
                FoundFact before = items.isEmpty() ? null : items.getLast();
                boolean goesOn = !named && Objects.equals(before, last);
                if (before != null && goesOn && isContinued(before, item)) {
                    before.setStatus(oneMove.isToldBy(before, item) ? oneMove.status(before, item) : before.status());
                    before.reachTo(item.to());
                    item = before;
                } else if (before != null && oneMove.isToldBy(before, item)) {
                    before.setStatus(oneMove.status(before, item));
                    item = before;
                } else {
                    items.add(item);
                }
            }
            return item;
        }

        /** "Clara is pregnant, due in March" is one fact; "no longer at Google, started at a startup" are two. */
        private boolean isContinued(FoundFact before, FoundFact next) {
            return before.kind().type() == next.kind().type()
                    && next.kind().form() == Triggers.Form.USUAL
                    && !note.isVerb(next.from())
                    && !(note.isPart(next.from(), "ADV") && note.isVerb(next.from() + 1))
                    && !clauses.looksLikeVerb(next.from());
        }
    }
}
