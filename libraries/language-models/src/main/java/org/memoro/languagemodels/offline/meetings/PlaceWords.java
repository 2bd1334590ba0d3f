package org.memoro.languagemodels.offline.meetings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.memoro.languagemodels.offline.names.Gazetteer;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.text.Folding;
import org.memoro.languagemodels.text.WordList;

/** What lists know about the words that name places. */
final class PlaceWords {

    private final Gazetteer gazetteer;
    private final Set<String> venues = WordList.words("meetings/venue-words.txt");
    private final Set<String> endings = WordList.words("meetings/venue-endings.txt");
    private final Set<String> wellKnown = WordList.words("meetings/well-known-venues.txt");
    private final Set<String> modifiers = WordList.words("meetings/lower-case-modifiers.txt");
    private final Set<String> none;
    private final Set<String> heads;
    private final Set<String> owned;

    PlaceWords(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        Map<String, List<String>> sections = WordList.sections("meetings/no-places.txt");
        this.none = words(sections.getOrDefault("any", List.of()));
        this.heads = words(sections.getOrDefault("heads", List.of()));
        this.owned = words(sections.getOrDefault("events and offices", List.of()));
    }

    private static Set<String> words(List<String> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(line.split("\\s+")))
                .map(Folding::fold)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** "Bistro", "Park", "Vondelpark". */
    boolean isVenue(String word) {
        return isKind(word) || endings.stream().anyMatch(end -> word.length() > end.length() + 2 && word.endsWith(end));
    }

    /** "cathedral": what a venue is, without telling which. */
    boolean isKind(String word) {
        return gazetteer.isVenueWord(word) || venues.contains(word);
    }

    /** A town, region or country, or the first word of one. */
    boolean isTown(Note note, int at) {
        return gazetteer.isPlace(note.word(at)) || gazetteer.isPlace(note.word(at) + " " + note.word(at + 1));
    }

    boolean isDistrict(String word) {
        return gazetteer.isPlace(word) && !gazetteer.isTown(word);
    }

    /** Whether the words from one to the other make up the name of a town, as "Cape Town" and "Rio de Janeiro" do. */
    boolean isTown(Note note, int from, int to) {
        StringBuilder name = new StringBuilder(note.word(from));
        for (int i = from + 1; i < to; i++) {
            name.append(' ').append(note.word(i));
        }
        return gazetteer.isPlace(name.toString());
    }

    boolean isWellKnown(String word) {
        return wellKnown.contains(word);
    }

    /** The token after a well-known venue of one word or two that starts here; the same token when none does. */
    int afterWellKnown(Note note, int at) {
        if (wellKnown.contains(note.word(at) + "-" + note.word(at + 1))) {
            return at + 2;
        }
        return isWellKnown(note.word(at)) ? at + 1 : at;
    }

    /** "at work", "in person", "in French". */
    boolean isNone(String word) {
        return none.contains(word);
    }

    /** "in restaurant Chez Paul": the kind of place before its name. */
    boolean isHead(String word) {
        return heads.contains(word);
    }

    /** "the Copenhagen office", "the Dodgers game": what a name may stand before without being where one met. */
    boolean isEventOrOffice(String word) {
        return owned.contains(word);
    }

    boolean isModifier(String word) {
        return modifiers.contains(word);
    }

    /** "Dr", "Lady". */
    boolean isTitle(String word) {
        return gazetteer.isTitle(word);
    }

    boolean isFirstName(String word) {
        return gazetteer.isFirstName(word);
    }

    boolean isParticle(String word) {
        return gazetteer.isParticle(word);
    }
}
