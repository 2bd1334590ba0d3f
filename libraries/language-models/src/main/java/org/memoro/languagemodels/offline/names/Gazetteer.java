package org.memoro.languagemodels.offline.names;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.memoro.languagemodels.text.Folding;
import org.memoro.languagemodels.text.WordList;

/** What lists know about single words: first names, places, venues, and words that are never a person. */
public final class Gazetteer {

    private final Map<String, Gender> firstNames = byGender("names/first-names.txt");
    private final Map<String, Gender> titles = byGender("names/titles.txt");
    private final Set<String> wordLike = WordList.words("names/word-like.txt");
    private final Set<String> familyNames = WordList.words("names/family-names.txt");
    private final Set<String> familyEndings = WordList.words("names/family-name-endings.txt");
    private final Set<String> particles = WordList.words("names/particles.txt");
    private final Set<String> notPeople = WordList.words("words/not-people.txt");
    private final Set<String> venues = WordList.words("words/venues.txt");
    private final Set<String> formalTitles = WordList.words("names/formal-titles.txt");
    private final Set<String> commonWords = WordList.words("words/common.txt");
    private final Set<String> places = places();
    private final Set<String> districts = spelled("words/districts.txt");

    public boolean isFirstName(String word) {
        return firstNames.containsKey(word) || isDoubleName(word);
    }

    public Gender genderOf(String firstName) {
        Gender gender = firstNames.get(firstName);
        if (gender != null) {
            return gender;
        }
        int hyphen = firstName.indexOf('-');
        return hyphen > 0 ? firstNames.getOrDefault(firstName.substring(0, hyphen), Gender.UNKNOWN) : Gender.UNKNOWN;
    }

    public boolean isTitle(String word) {
        return titles.containsKey(word);
    }

    public Gender genderOfTitle(String word) {
        return titles.getOrDefault(word, Gender.UNKNOWN);
    }

    /** Whether the name is an ordinary word too, so that it needs the company of a name. */
    public boolean isWordLike(String word) {
        return wordLike.contains(word);
    }

    public boolean isCommonWord(String word) {
        return commonWords.contains(word);
    }

    /** A family name that is no ordinary word, by a list or by its ending. */
    public boolean isFamilyName(String word) {
        return familyNames.contains(word)
                || (word.length() > 5
                        && familyEndings.stream().anyMatch(word::endsWith)
                        && !commonWords.contains(word));
    }

    public boolean isParticle(String word) {
        return particles.contains(word);
    }

    public boolean isNotPerson(String word) {
        return notPeople.contains(word);
    }

    /** Whether a family name follows this title, as after "Mrs", and not as often a first name, as after "Sister". */
    public boolean isFormalTitle(String word) {
        return formalTitles.contains(word);
    }

    public boolean isVenueWord(String word) {
        return venues.contains(word);
    }

    public boolean isPlace(String word) {
        return places.contains(word) || districts.contains(word);
    }

    /** A place on its own, unlike the parts of towns. */
    public boolean isTown(String word) {
        return places.contains(word);
    }

    private boolean isDoubleName(String word) {
        int hyphen = word.indexOf('-');
        return hyphen > 0 && firstNames.containsKey(word.substring(0, hyphen));
    }

    private static Map<String, Gender> byGender(String path) {
        Map<String, Gender> words = new HashMap<>();
        WordList.sections(path).forEach((section, lines) -> {
            Gender gender =
                    switch (section) {
                        case "female" -> Gender.FEMALE;
                        case "male" -> Gender.MALE;
                        default -> Gender.UNKNOWN;
                    };
            lines.forEach(line -> List.of(line.split("\\s+"))
                    .forEach(word ->
                            words.merge(Folding.fold(word), gender, (one, two) -> one == two ? one : Gender.UNKNOWN)));
        });
        return words;
    }

    /** A list in which a hyphen stands for the space in a name, too. */
    private static Set<String> spelled(String path) {
        Set<String> names = new HashSet<>(WordList.words(path));
        WordList.words(path).forEach(name -> names.add(name.replace('-', ' ')));
        return names;
    }

    /** Our own list, the cities that name time zones, and all countries in English. */
    private static Set<String> places() {
        Set<String> places = new HashSet<>(spelled("words/places.txt"));
        for (String zone : ZoneId.getAvailableZoneIds()) {
            if (zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/")) {
                places.add(Folding.fold(zone.substring(zone.lastIndexOf('/') + 1)));
            }
        }
        for (String country : Locale.getISOCountries()) {
            places.add(Folding.fold(Locale.of("", country).getDisplayCountry(Locale.ENGLISH)));
        }
        places.removeIf(place -> place.length() < 2 || place.contains("_"));
        return Set.copyOf(places);
    }
}
