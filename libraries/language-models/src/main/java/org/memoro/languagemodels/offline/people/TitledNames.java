package org.memoro.languagemodels.offline.people;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.names.ContactNames;
import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.names.Gender;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.people.Mention.Kind;
import org.memoro.languagemodels.offline.relations.RelationNouns;

/** Reads names behind a title: whatever follows one is a person. */
final class TitledNames {

    private final Gazetteer gazetteer;
    private final RelationNouns relationNouns;
    private final NameSpans spans;

    TitledNames(Gazetteer gazetteer, RelationNouns relationNouns, NameSpans spans) {
        this.gazetteer = gazetteer;
        this.relationNouns = relationNouns;
        this.spans = spans;
    }

    /** "Dr. Weiss", "Aunt Greta"; null where no title stands. */
    @Nullable
    Mention at(Note note, int at, ContactNames contacts, NameEvidence evidence) {
        String title = note.word(at);
        boolean kin = relationNouns.isKinTitle(title);
        if ((!kin && !gazetteer.isTitle(title)) || (!note.isNamed(at) && !(kin && note.isNamed(at + 1)))) {
            return null;
        }
        int name = at + 1;
        if (!NameSpans.isNamePart(note, name)
                || gazetteer.isNotPerson(note.word(name))
                || note.token(name).afterLineBreak()) {
            return null;
        }
        // "my cousin Tom" is a relative named Tom; "Uncle Tom" is a name.
        if (kin && (!note.token(at).isCapitalised() || note.is(at - 1, "my", "our", "his", "her", "their"))) {
            return null;
        }
        if (evidence.isNotMeantAsPerson(at, spans.end(note, name))) {
            return null;
        }
        Gender gender = kin ? relationNouns.genderOf(title) : gazetteer.genderOfTitle(title);
        ContactNames.Match match = contacts.longestAt(name, note::word);
        if (match != null) {
            Set<String> whole = contacts.withGender(wholeMatch(note, at, match, contacts), gender, gazetteer);
            boolean formal = !kin && match.kind() == ContactNames.Kind.FIRST && whole.equals(match.contactIds());
            if (formal && gazetteer.isFormalTitle(title)) {
                return new Mention(
                                at,
                                match.end(),
                                NameSpans.words(note, name, match.end()),
                                Kind.LAST,
                                whole,
                                gender,
                                0.95)
                        .of(Mention.Bearer.NAMESAKE);
            }
            Mention told = new Mention(
                    at,
                    match.end(),
                    NameSpans.words(note, name, match.end()),
                    Kind.of(match.kind()),
                    whole,
                    gender,
                    0.95);
            return contacts.areOfUnknownGender(whole, gazetteer)
                            && match.kind() == ContactNames.Kind.LAST
                            && isMrOrMrs(gender, kin)
                    ? told.of(Mention.Bearer.NAMESAKE)
                    : told;
        }
        int end = spans.end(note, name);
        Kind kind = end - name > 1 ? Kind.FULL : kin ? Kind.FIRST : Kind.LAST;
        return new Mention(at, end, NameSpans.words(note, name, end), kind, Set.of(), gender, 0.85);
    }

    /** "Mr Bello" may be Folake Bello or the father of Folake, where nobody knows whether Folake is a man. */
    private static boolean isMrOrMrs(Gender gender, boolean kin) {
        return !kin && gender != Gender.UNKNOWN;
    }

    private static Set<String> wholeMatch(Note note, int at, ContactNames.Match match, ContactNames contacts) {
        if (match.kind() != ContactNames.Kind.FIRST) {
            return match.contactIds();
        }
        // Behind a title a word that is somebody's first name may be somebody's family name.
        Set<String> byLastName = contacts.withLastName(note.word(at + 1));
        return byLastName.isEmpty() ? match.contactIds() : byLastName;
    }
}
