package org.memoro.languagemodels.offline;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.Extraction;
import org.memoro.languagemodels.Extraction.Birthday;
import org.memoro.languagemodels.Extraction.ContactMatch;
import org.memoro.languagemodels.Extraction.Fact;
import org.memoro.languagemodels.Extraction.InteractionDate;
import org.memoro.languagemodels.Extraction.Location;
import org.memoro.languagemodels.Extraction.MatchStatus;
import org.memoro.languagemodels.Extraction.Person;
import org.memoro.languagemodels.Extraction.Role;
import org.memoro.languagemodels.ExtractionRequest;
import org.memoro.languagemodels.KnownContact;
import org.memoro.languagemodels.offline.meetings.Meeting;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.relations.Relations;

/** Writes what the rules found in the shape of the contract. */
final class WriteExtraction {

    private static final int MAX_NEWS = 160;
    private static final double SURE = 0.8;

    private final Note note;
    private final Map<String, KnownContact> contacts;
    private final Families families;

    WriteExtraction(Note note, ExtractionRequest request) {
        this.note = note;
        this.contacts = request.contacts().stream()
                .collect(Collectors.toMap(KnownContact::id, contact -> contact, (one, two) -> one));
        this.families = new Families(note, contacts);
    }

    /** People and dates, and nothing else about them. */
    Extraction of(Cast cast, @Nullable InteractionDate date, Map<Someone, Birthday> birthdays) {
        Meeting meeting = new Meeting(List.of(), date, null);
        return of(cast, meeting, new Relations(), birthdays, Map.of(), Map.of());
    }

    Extraction of(
            Cast cast,
            Meeting meeting,
            Relations relations,
            Map<Someone, Birthday> birthdays,
            Map<Someone, Location> locations,
            Map<Someone, List<Fact>> facts) {
        List<Person> people = cast.people().stream()
                .map(someone -> person(
                        someone,
                        cast,
                        meeting.participants().contains(someone) ? Role.PARTICIPANT : Role.MENTIONED,
                        relations,
                        birthdays.get(someone),
                        locations.get(someone),
                        facts.getOrDefault(someone, List.of())))
                .toList();
        return new Extraction(Extraction.SCHEMA_VERSION, meeting.date(), meeting.place(), people);
    }

    private Person person(
            Someone someone,
            Cast cast,
            Role role,
            Relations relations,
            @Nullable Birthday birthday,
            @Nullable Location location,
            List<Fact> facts) {
        Mention longest = someone.longestMention();
        ContactMatch match = match(someone, cast, relations);
        Name name = name(longest, match);
        double confidence = confidence(someone, match);
        return new Person(
                note.text(longest.from(), longest.to()),
                name.first,
                name.last,
                role,
                match,
                relations.toWriter(someone),
                relations.familyOf(someone),
                birthday,
                location,
                news(facts),
                facts,
                note.evidence(longest.from(), longest.to()),
                confidence,
                confidence < SURE || match.status() == MatchStatus.AMBIGUOUS);
    }

    /** A contact's name is enough for a link, unless the note lets it be somebody else's. */
    private ContactMatch match(Someone someone, Cast cast, Relations relations) {
        List<String> ids = List.copyOf(someone.contactIds());
        boolean open = someone.isNamesake() || someone.isUnsure() || families.isOfAnother(someone, cast, relations);
        return open && !ids.isEmpty() ? new ContactMatch(MatchStatus.AMBIGUOUS, null, ids) : ContactMatch.among(ids);
    }

    private static double confidence(Someone someone, ContactMatch match) {
        return switch (match.status()) {
            case KNOWN -> someone.isMatchedByFullName() ? 0.95 : 0.9;
            case AMBIGUOUS -> 0.5;
            case NEW -> someone.confidence();
        };
    }

    private Name name(Mention mention, ContactMatch match) {
        KnownContact contact = match.contactId() == null ? null : contacts.get(match.contactId());
        if (contact != null) {
            return new Name(contact.firstName(), contact.lastName());
        }
        int words = mention.nameWords().size();
        int from = mention.to() - tokensOf(mention, words);
        if (mention.kind() == Mention.Kind.LAST) {
            return new Name(null, note.text(from, mention.to()));
        }
        String first = note.text(from, from + 1);
        return new Name(first, mention.to() > from + 1 ? note.text(from + 1, mention.to()) : null);
    }

    private static int tokensOf(Mention mention, int words) {
        return Math.min(words, mention.to() - mention.from());
    }

    /** The news of a note in its own words, as much as fits one line. */
    private static @Nullable String news(List<Fact> facts) {
        StringBuilder line = new StringBuilder();
        for (Fact fact : facts) {
            int joint = line.isEmpty() ? 0 : 2;
            if (fact.isNews() && line.length() + joint + fact.summary().length() <= MAX_NEWS) {
                line.append(joint > 0 ? "; " : "").append(fact.summary());
            }
        }
        return line.isEmpty() ? null : line.toString();
    }

    private record Name(@Nullable String first, @Nullable String last) {}
}
