package org.memoro.languagemodels.offline;

import java.util.List;
import java.util.Map;
import org.memoro.languagemodels.Extraction;
import org.memoro.languagemodels.Extraction.Birthday;
import org.memoro.languagemodels.Extraction.Fact;
import org.memoro.languagemodels.Extraction.Person;
import org.memoro.languagemodels.ExtractionAnswer;
import org.memoro.languagemodels.ExtractionChecks;
import org.memoro.languagemodels.ExtractionRequest;
import org.memoro.languagemodels.FactExtractor;
import org.memoro.languagemodels.ModelUsage;
import org.memoro.languagemodels.offline.birthdays.FindBirthdays;
import org.memoro.languagemodels.offline.facts.FindFacts;
import org.memoro.languagemodels.offline.facts.FindLocations;
import org.memoro.languagemodels.offline.followups.FindFollowUps;
import org.memoro.languagemodels.offline.meetings.FindMeeting;
import org.memoro.languagemodels.offline.meetings.Meeting;
import org.memoro.languagemodels.offline.meetings.OnlyDate;
import org.memoro.languagemodels.offline.names.ContactNames;
import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.NoteLanguage;
import org.memoro.languagemodels.offline.note.NoteReader;
import org.memoro.languagemodels.offline.note.SpeechParts;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.FindPeople;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.relations.FindRelations;
import org.memoro.languagemodels.offline.relations.RelationNouns;
import org.memoro.languagemodels.offline.relations.Relations;

/** Reads facts out of English notes by rules, inside this JVM; in doubt it leaves a fact out. Safe for many threads. */
public final class OfflineExtractor implements FactExtractor {

    /** Raised with every change of the rules or lists, since cached results depend on them. */
    private static final String ENGINE = "offline-6";

    /** Added to the name where only names and dates were read, so that whoever shows the result can say so. */
    private static final String NAMES_AND_DATES = "-names-and-dates";

    private final NoteLanguage noteLanguage = new NoteLanguage();
    private final Gazetteer gazetteer = new Gazetteer();
    private final RelationNouns relationNouns = new RelationNouns();
    private final NoteReader noteReader = new NoteReader(new SpeechParts(), gazetteer, relationNouns);
    private final FindPeople findPeople = new FindPeople(gazetteer, relationNouns);
    private final FindMeeting findMeeting = new FindMeeting(gazetteer, relationNouns);
    private final FindBirthdays findBirthdays = new FindBirthdays(relationNouns);
    private final FindFacts findFacts = new FindFacts(relationNouns);
    private final FindFollowUps findFollowUps = new FindFollowUps(relationNouns);
    private final FindLocations findLocations = new FindLocations(relationNouns);
    private final ExtractionChecks checks = new ExtractionChecks();

    @Override
    public ExtractionAnswer answer(ExtractionRequest request) {
        boolean english = noteLanguage.isEnglish(request.text());
        Extraction extraction = english ? read(request) : namesAndDates(request);
        return new ExtractionAnswer(
                checks.verified(extraction, request), ModelUsage.free(english ? ENGINE : ENGINE + NAMES_AND_DATES));
    }

    @Override
    public String engine() {
        return ENGINE;
    }

    /** The rules are English; what they make of another language's sentences is chance, but names and dates are told alike. */
    private Extraction namesAndDates(ExtractionRequest request) {
        ContactNames contacts = new ContactNames(request.contacts());
        Note words = noteReader.read(request.text(), request.today(), contacts);
        Cast cast = findPeople.in(words, contacts);
        Note note = words.withPeople(token -> cast.personAt(token) != null);
        Map<Someone, Birthday> birthdays = findBirthdays.in(note, cast, new Relations());
        Extraction read = new WriteExtraction(note, request).of(cast, OnlyDate.of(note), birthdays);
        List<Person> people = read.people().stream()
                .filter(person -> !noteLanguage.isSmallWord(person.mention()))
                .toList();
        return people.isEmpty()
                ? Extraction.empty()
                : new Extraction(Extraction.SCHEMA_VERSION, read.interactionDate(), null, people);
    }

    private Extraction read(ExtractionRequest request) {
        ContactNames contacts = new ContactNames(request.contacts());
        Note words = noteReader.read(request.text(), request.today(), contacts);
        Cast cast = findPeople.in(words, contacts);
        if (cast.people().isEmpty()) {
            return Extraction.empty();
        }
        Note note = words.withPeople(token -> cast.personAt(token) != null);
        Relations relations = FindRelations.in(note, cast, relationNouns);
        Meeting meeting = findMeeting.in(note, cast);
        Map<Someone, Birthday> birthdays = findBirthdays.in(note, cast, relations);
        Map<Someone, List<Fact>> facts = findFacts.in(note, cast, relations, meeting.participants());
        return new WriteExtraction(note, request)
                .of(
                        cast,
                        meeting,
                        relations,
                        birthdays,
                        findLocations.in(note, cast, relations, meeting.participants(), facts),
                        findFollowUps.addedTo(facts, birthdays, note, cast));
    }
}
