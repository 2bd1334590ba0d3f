package org.memoro.languagemodels.offline.people;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.names.ContactNames;
import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.names.Gender;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Mention.Kind;
import org.memoro.languagemodels.offline.relations.RelationNouns;

/** Finds everybody a note names: known contacts first, then names behind titles, then names that stand like a person. */
public final class FindPeople {

    private final Gazetteer gazetteer;
    private final RelationNouns relationNouns;
    private final NameSpans spans;
    private final TitledNames titledNames;
    private final NameWords nameWords = new NameWords();

    public FindPeople(Gazetteer gazetteer, RelationNouns relationNouns) {
        this.gazetteer = gazetteer;
        this.relationNouns = relationNouns;
        this.spans = new NameSpans(gazetteer);
        this.titledNames = new TitledNames(gazetteer, relationNouns, spans);
    }

    public Cast in(Note note, ContactNames contacts) {
        List<Mention> mentions = new ArrayList<>();
        NameEvidence evidence = new NameEvidence(note, gazetteer, nameWords, relationNouns, mentions);
        Namesakes namesakes = new Namesakes(note, gazetteer, relationNouns);
        DoubtfulNames doubtful = new DoubtfulNames(
                note, gazetteer, nameWords, new NameSurroundings(note, gazetteer, nameWords, relationNouns, mentions));
        int at = 0;
        while (at < note.size()) {
            int famous = endOfFamous(note, at, contacts);
            Mention mention = famous > at ? null : mentionAt(note, at, contacts, evidence, namesakes);
            if (famous > at) {
                at = famous;
            } else if (mention != null && namesakes.isOnlyContrasted(mention.from())) {
                at = mention.to();
            } else if (mention == null) {
                at = Math.max(at + 1, evidence.endOfRejected());
            } else {
                mentions.add(doubtful.told(mention));
                at = mention.to();
            }
        }
        return Cast.of(note, mentions);
    }

    /** The token after a longer name that everybody knows, such as "Marks &amp; Spencer"; {@code at} where there is none. */
    private int endOfFamous(Note note, int at, ContactNames contacts) {
        int end = nameWords.famousEnd(note, at);
        boolean named = note.isNamed(at) && (note.isNamed(end - 1) || note.is(end - 1, "'s"));
        if (end < at + 2 || !named) {
            return at;
        }
        ContactNames.Match match = contacts.longestAt(at, note::word);
        return match != null && match.end() >= end ? at : end;
    }

    private @Nullable Mention mentionAt(
            Note note, int at, ContactNames contacts, NameEvidence evidence, Namesakes namesakes) {
        if (!note.isNamed(at) && !gazetteer.isTitle(note.word(at)) && !relationNouns.isKinTitle(note.word(at))) {
            return null;
        }
        if (note.dateAt(at) != null) {
            return null;
        }
        Mention titled = titledNames.at(note, at, contacts, evidence);
        if (titled != null) {
            return titled;
        }
        Mention contact = contact(note, at, contacts, evidence);
        return contact != null ? namesakes.told(contact, evidence.isTold(at)) : newName(note, at, contacts, evidence);
    }

    private @Nullable Mention contact(Note note, int at, ContactNames contacts, NameEvidence evidence) {
        ContactNames.Match match = contacts.longestAt(at, note::word);
        if (match == null || !note.isNamed(at)) {
            return null;
        }
        int end = match.end();
        if (match.kind() == ContactNames.Kind.LAST && !evidence.isLoneFamilyName(at, end)) {
            return null;
        }
        boolean single = end - at == 1 && match.kind() != ContactNames.Kind.FULL;
        if (single && gazetteer.isWordLike(note.word(at)) && !evidence.standsLikeAPerson(at, end)) {
            return null;
        }
        int initialed = endOfInitial(note, end);
        Set<String> byInitial = initialed > end && match.kind() == ContactNames.Kind.FIRST
                ? contacts.withInitial(match.contactIds(), note.word(end))
                : Set.of();
        if (!byInitial.isEmpty()) {
            List<String> words = NameSpans.words(note, at, end + 1);
            return new Mention(at, initialed, words, Kind.FULL, byInitial, genderOf(note.word(at)), 0.95);
        }
        if (match.kind() == ContactNames.Kind.FIRST && hasOtherFamilyName(note, end, contacts)) {
            int longer = spans.end(note, at);
            if (evidence.isNotMeantAsPerson(at, longer) || evidence.isFirm(at, longer)) {
                return null;
            }
            return new Mention(
                    at, longer, NameSpans.words(note, at, longer), Kind.FULL, Set.of(), genderOf(note.word(at)), 0.85);
        }
        if (evidence.isNotMeantAsPerson(at, end) || (single && evidence.isPlaceOrSaint(at, end))) {
            return null;
        }
        Gender gender = genderOf(note.word(at));
        return new Mention(
                at, end, NameSpans.words(note, at, end), Kind.of(match.kind()), match.contactIds(), gender, 0.95);
    }

    /** "Stefan K.", "Mike W had": the token after the initial of a family name; {@code at} where there is none. */
    private static int endOfInitial(Note note, int at) {
        boolean initial = note.isNamed(at)
                && note.token(at).text().length() == 1
                && note.token(at).afterSpace()
                && !note.is(at, "i", "a");
        if (!initial) {
            return at;
        }
        boolean point = note.is(at + 1, ".") && !note.token(at + 1).afterSpace();
        return point ? at + 2 : note.isNamed(at + 1) ? at : at + 1;
    }

    /** A known first name with an unknown family name is somebody else. */
    private boolean hasOtherFamilyName(Note note, int end, ContactNames contacts) {
        int name = end;
        while (note.is(
                name, "von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "al", "bin", "la")) {
            name++;
        }
        if (name > end && !note.is(end, "la", "der", "den") && !note.isNamed(end)) {
            return NameSpans.isNamePart(note, name) && !note.isPlace(name) && note.dateAt(name) == null;
        }
        return NameSpans.isNamePart(note, end)
                && !note.token(end).afterLineBreak()
                && !gazetteer.isNotPerson(note.word(end))
                && !gazetteer.isVenueWord(note.word(end))
                && note.dateAt(end) == null
                && !note.token(end).isAllCapitals()
                && (!contacts.hasWord(note.word(end)) || gazetteer.isFirstName(note.word(end - 1)))
                && !note.isPart(end, "VERB", "AUX");
    }

    private @Nullable Mention newName(Note note, int at, ContactNames contacts, NameEvidence evidence) {
        if (!note.isNamed(at)) {
            return null;
        }
        boolean relative = relationNouns.isRelationNoun(note.word(at)) && !gazetteer.isFirstName(note.word(at));
        int end = relative ? at : spans.end(note, at);
        if (end == at || (end > at + 1 && isVerbBeforeName(note, at))) {
            return null;
        }
        end = beforeContact(note, at, end, contacts);
        double confidence = evidence.confidenceOf(at, end);
        if (confidence <= 0) {
            return null;
        }
        String first = note.word(at);
        Kind kind = end - at > 1 ? Kind.FULL : Kind.FIRST;
        return new Mention(at, end, NameSpans.words(note, at, end), kind, Set.of(), genderOf(first), confidence);
    }

    /** "Interviewed Karthik", "Old Mr Ferrari": the capital of a sentence's first word belongs to no name. */
    private boolean isVerbBeforeName(Note note, int at) {
        boolean does = note.isVerb(at) && gazetteer.isFirstName(note.word(at + 1));
        return note.startsSentence(at)
                && !gazetteer.isFirstName(note.word(at))
                && (does || gazetteer.isTitle(note.word(at + 1)) || nameWords.weightBefore(note, at) > 0);
    }

    /** "Visited Anna": the capital of a sentence's first word is no name when a contact follows. */
    private int beforeContact(Note note, int at, int end, ContactNames contacts) {
        for (int i = at + 1; i < end; i++) {
            ContactNames.Match match = contacts.longestAt(i, note::word);
            boolean known = match != null && match.kind() != ContactNames.Kind.LAST;
            boolean asked = note.is(at - 1, "is", "was") && note.startsSentence(at - 1);
            if (known && (asked || !gazetteer.isFirstName(note.word(at)))) {
                return i;
            }
        }
        return end;
    }

    private Gender genderOf(String first) {
        return gazetteer.genderOf(first);
    }
}
