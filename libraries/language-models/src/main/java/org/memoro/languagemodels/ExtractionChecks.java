package org.memoro.languagemodels;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction.Birthday;
import org.memoro.languagemodels.Extraction.ContactMatch;
import org.memoro.languagemodels.Extraction.Evidence;
import org.memoro.languagemodels.Extraction.Fact;
import org.memoro.languagemodels.Extraction.FactStatus;
import org.memoro.languagemodels.Extraction.FactType;
import org.memoro.languagemodels.Extraction.FamilyMember;
import org.memoro.languagemodels.Extraction.InteractionDate;
import org.memoro.languagemodels.Extraction.Location;
import org.memoro.languagemodels.Extraction.MatchStatus;
import org.memoro.languagemodels.Extraction.OwnRelation;
import org.memoro.languagemodels.Extraction.Person;
import org.memoro.languagemodels.Extraction.Place;
import org.memoro.languagemodels.text.Folding;

/**
 * Lets through only what the note itself supports, whichever engine claims it: every quote stands in the note, every name
 * too, every id is a given contact, every date exists. What fails is left out, never repaired by guessing.
 */
public final class ExtractionChecks {

    private static final int MAX_PEOPLE = 20;
    private static final int MAX_ITEMS = 20;
    private static final double WORTH_KEEPING = 0.5;

    /** The items of the extraction that stand up to the note, with offsets filled in. */
    public Extraction verified(Extraction extraction, ExtractionRequest request) {
        return new Check(request).verified(extraction);
    }

    /** The check of one note. */
    private static final class Check {

        private final ExtractionRequest request;
        private final NoteQuotes quotes;
        private final DateChecks dates;
        private final Paraphrase paraphrase;

        private Check(ExtractionRequest request) {
            this.request = request;
            this.quotes = new NoteQuotes(request.text());
            this.dates = new DateChecks(request.today());
            this.paraphrase = new Paraphrase(request.text());
        }

        private Extraction verified(Extraction extraction) {
            return new Extraction(
                    Extraction.SCHEMA_VERSION,
                    interactionDate(extraction.interactionDate()),
                    place(extraction.place()),
                    kept(extraction.people().stream().map(this::person), MAX_PEOPLE));
        }

        private @Nullable InteractionDate interactionDate(@Nullable InteractionDate date) {
            Evidence evidence = date == null ? null : quotes.located(date.evidence());
            if (date == null || evidence == null || isWeak(date.confidence()) || !dates.isPast(date.date())) {
                return null;
            }
            boolean confirm = date.needsConfirmation() || dates.contradicts(evidence.quote(), date.date());
            return new InteractionDate(date.date(), evidence, sure(date.confidence()), confirm);
        }

        private @Nullable Place place(@Nullable Place place) {
            Evidence evidence = place == null ? null : quotes.located(place.evidence());
            if (place == null || evidence == null || isWeak(place.confidence())) {
                return null;
            }
            String name = quotes.ifNamed(place.name());
            String city = quotes.ifNamed(place.city());
            return name == null && city == null
                    ? null
                    : new Place(name, city, evidence, sure(place.confidence()), place.needsConfirmation());
        }

        private @Nullable Person person(Person person) {
            Evidence evidence = quotes.located(person.evidence());
            if (evidence == null || isWeak(person.confidence()) || !quotes.namesPerson(person.mention())) {
                return null;
            }
            ContactMatch match = match(person.contactMatch(), person.mention());
            List<Fact> facts =
                    withoutContradictions(kept(person.facts().stream().map(this::fact), MAX_ITEMS));
            boolean asks = person.needsConfirmation() || match.status() == MatchStatus.AMBIGUOUS;
            return new Person(
                    person.mention(),
                    nameOf(person.firstName(), match, true),
                    nameOf(person.lastName(), match, false),
                    person.role(),
                    match,
                    ownRelation(person.relation()),
                    kept(person.familyMembers().stream().map(this::familyMember), MAX_ITEMS),
                    birthday(person.birthday()),
                    unlessDenied(location(person.location()), facts),
                    news(person.news(), facts),
                    facts,
                    evidence,
                    sure(person.confidence()),
                    asks);
        }

        /** Ids that were not given do not exist; what is left decides anew how clear the match is. */
        private ContactMatch match(ContactMatch claimed, String mention) {
            List<String> given =
                    request.contacts().stream().map(KnownContact::id).toList();
            List<String> ids = Stream.concat(Stream.ofNullable(claimed.contactId()), claimed.candidateIds().stream())
                    .filter(given::contains)
                    .distinct()
                    .toList();
            boolean clear = claimed.status() == MatchStatus.KNOWN
                    && claimed.contactId() != null
                    && given.contains(claimed.contactId());
            if (claimed.status() == MatchStatus.NEW) {
                return ContactMatch.unknown();
            }
            if (claimed.status() == MatchStatus.AMBIGUOUS
                    && claimed.candidateIds().size() == 1
                    && !ids.isEmpty()) {
                // One candidate who may be somebody else stays a question.
                return new ContactMatch(MatchStatus.AMBIGUOUS, null, ids);
            }
            ContactMatch match = ContactMatch.among(clear ? List.of(Objects.requireNonNull(claimed.contactId())) : ids);
            String linked = match.contactId();
            List<String> namesakes = linked == null ? List.of() : bearers(mention);
            if (namesakes.size() > 1 && namesakes.contains(linked)) {
                return ContactMatch.among(namesakes);
            }
            // A link that the name does not show is a guess, and guesses are asked about.
            return linked == null || bearsName(linked, mention)
                    ? match
                    : new ContactMatch(MatchStatus.AMBIGUOUS, null, List.of(linked));
        }

        /** The contacts whose name holds every word of the mention. */
        private List<String> bearers(String mention) {
            List<String> said = words(mention);
            return request.contacts().stream()
                    .filter(contact -> namesOf(contact).containsAll(said))
                    .map(KnownContact::id)
                    .toList();
        }

        private static List<String> namesOf(KnownContact contact) {
            return Stream.concat(Stream.of(contact.firstName(), contact.lastName()), contact.nicknames().stream())
                    .filter(Objects::nonNull)
                    .flatMap(name -> words(name).stream())
                    .toList();
        }

        /** Whether a word of the mention is, or shortens, a word of the contact's names. */
        private boolean bearsName(String contactId, String mention) {
            List<String> said = words(mention);
            return request.contacts().stream()
                    .filter(contact -> contact.id().equals(contactId))
                    .flatMap(contact -> namesOf(contact).stream())
                    .anyMatch(word -> said.stream().anyMatch(part -> shortens(part, word) || shortens(word, part)));
        }

        private static List<String> words(String name) {
            return Stream.of(Folding.foldUmlauts(name).split("[^\\p{L}\\p{N}]+"))
                    .filter(word -> !word.isEmpty())
                    .toList();
        }

        private static boolean shortens(String part, String word) {
            return word.equals(part) || (part.length() >= 3 && word.startsWith(part));
        }

        /** A part of a name comes from the note, or from the contact that the person is. */
        private @Nullable String nameOf(@Nullable String claimed, ContactMatch match, boolean first) {
            if (claimed == null || quotes.names(claimed)) {
                return claimed;
            }
            boolean ofContact = request.contacts().stream()
                    .filter(contact -> contact.id().equals(match.contactId()))
                    .anyMatch(contact -> claimed.equals(first ? contact.firstName() : contact.lastName()));
            return ofContact ? claimed : null;
        }

        private @Nullable OwnRelation ownRelation(@Nullable OwnRelation relation) {
            Evidence evidence = relation == null ? null : quotes.located(relation.evidence());
            return relation == null || evidence == null || isWeak(relation.confidence())
                    ? null
                    : new OwnRelation(
                            relation.type(), evidence, sure(relation.confidence()), relation.needsConfirmation());
        }

        private @Nullable FamilyMember familyMember(FamilyMember member) {
            Evidence evidence = quotes.located(member.evidence());
            boolean named = member.name() == null || quotes.namesPerson(member.name());
            return evidence == null || !named || isWeak(member.confidence())
                    ? null
                    : new FamilyMember(
                            member.relation(),
                            member.name(),
                            evidence,
                            sure(member.confidence()),
                            member.needsConfirmation() || member.name() == null);
        }

        private @Nullable Birthday birthday(@Nullable Birthday birthday) {
            Evidence evidence = birthday == null ? null : quotes.located(birthday.evidence());
            if (birthday == null || evidence == null || isWeak(birthday.confidence())) {
                return null;
            }
            if (!dates.isDayOfYear(birthday.month(), birthday.day())
                    || !dates.mayName(evidence.quote(), birthday.month(), birthday.day())) {
                return null;
            }
            Integer year = dates.yearOfBirth(birthday.year(), birthday.month(), birthday.day());
            boolean confirm = birthday.needsConfirmation()
                    || !Objects.equals(year, birthday.year())
                    || dates.contradictsDay(evidence.quote(), birthday.month(), birthday.day());
            return new Birthday(year, birthday.month(), birthday.day(), evidence, sure(birthday.confidence()), confirm);
        }

        private @Nullable Location location(@Nullable Location location) {
            Evidence evidence = location == null ? null : quotes.located(location.evidence());
            if (location == null
                    || evidence == null
                    || isWeak(location.confidence())
                    || !quotes.names(location.place())) {
                return null;
            }
            String date = dates.ifReal(location.date());
            return new Location(
                    location.place(),
                    location.status(),
                    date,
                    evidence,
                    sure(location.confidence()),
                    location.needsConfirmation() || dates.contradicts(evidence.quote(), date));
        }

        private @Nullable Fact fact(Fact fact) {
            Evidence evidence = quotes.located(fact.evidence());
            if (evidence == null || isWeak(fact.confidence())) {
                return null;
            }
            String date = dates.ifReal(fact.date());
            return new Fact(
                    fact.type(),
                    fact.status(),
                    inWordsOfNote(fact.summary(), evidence),
                    quotes.ifNamed(fact.organization()),
                    quotes.ifNamed(fact.title()),
                    quotes.ifNamed(fact.place()),
                    date,
                    fact.isNews(),
                    evidence,
                    sure(fact.confidence()),
                    fact.needsConfirmation()
                            || fact.status() == FactStatus.UNCERTAIN
                            || dates.contradicts(evidence.quote(), date));
        }

        /** A move that is denied or uncertain says nothing about where somebody lives. */
        private static @Nullable Location unlessDenied(@Nullable Location location, List<Fact> facts) {
            return location == null || facts.stream().anyMatch(fact -> leavesOpen(fact, location)) ? null : location;
        }

        private static boolean leavesOpen(Fact fact, Location location) {
            boolean open = fact.status() == FactStatus.NEGATED || fact.status() == FactStatus.UNCERTAIN;
            boolean same = fact.place() == null
                    ? overlap(fact.evidence(), location.evidence())
                    : Folding.foldUmlauts(fact.place()).equals(Folding.foldUmlauts(location.place()));
            return fact.type() == FactType.MOVE && open && same;
        }

        /** News has no words of the note of its own: it stands on facts that do, and without any it is made up. */
        private @Nullable String news(@Nullable String news, List<Fact> facts) {
            return facts.stream()
                    .filter(Fact::isNews)
                    .findFirst()
                    .filter(fact -> news != null && !news.isBlank())
                    .map(fact -> ShortText.orNull(inWordsOfNote(Objects.requireNonNull(news), fact.evidence())))
                    .orElse(null);
        }

        /** What the engine makes of it where that is still the note, otherwise the note's own words. */
        private String inWordsOfNote(String text, Evidence evidence) {
            String line = ShortText.orNull(text);
            return line == null || !paraphrase.isOfNote(line) ? ShortText.cut(evidence.quote()) : line;
        }

        /** The same words cannot say that something is so and is not so; the denial is kept and asked about. */
        private static List<Fact> withoutContradictions(List<Fact> facts) {
            List<Fact> consistent = new ArrayList<>();
            for (Fact fact : facts) {
                boolean denied = facts.stream().anyMatch(other -> isDenialOf(other, fact));
                if (!denied) {
                    consistent.add(fact);
                }
            }
            return consistent;
        }

        private static boolean isDenialOf(Fact denial, Fact fact) {
            return denial.status() == FactStatus.NEGATED
                    && fact.status() == FactStatus.HAPPENED
                    && denial.type() == fact.type()
                    && overlap(denial.evidence(), fact.evidence());
        }

        private static boolean overlap(Evidence one, Evidence two) {
            return Objects.requireNonNull(one.start()) < Objects.requireNonNull(two.end())
                    && Objects.requireNonNull(two.start()) < Objects.requireNonNull(one.end());
        }

        private static boolean isWeak(double confidence) {
            return !(confidence >= WORTH_KEEPING);
        }

        private static double sure(double confidence) {
            return Math.min(1.0, confidence);
        }

        private static <T> List<T> kept(Stream<@Nullable T> items, int limit) {
            List<T> kept = new ArrayList<>();
            items.forEach(item -> {
                if (item != null && kept.size() < limit) {
                    kept.add(item);
                }
            });
            return kept;
        }
    }
}
