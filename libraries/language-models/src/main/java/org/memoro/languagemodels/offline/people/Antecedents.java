package org.memoro.languagemodels.offline.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.names.Gender;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.relations.RelationNouns;

/** Says whom he, her or their stands for, and nobody where two people fit about equally well. */
public final class Antecedents {

    /** Two candidates closer than this are not told apart. */
    private static final double MARGIN = 0.15;

    private final Note note;
    private final Cast cast;
    private final RelationNouns relationNouns;
    private final Salience salience;

    public Antecedents(Note note, Cast cast, RelationNouns relationNouns) {
        this.note = note;
        this.cast = cast;
        this.relationNouns = relationNouns;
        this.salience = new Salience(note, cast, relationNouns);
    }

    public static boolean isPronoun(Note note, int at) {
        return genderOf(note, at) != null || isPlural(note, at);
    }

    public static boolean isPossessive(Note note, int at) {
        return note.is(at, "his", "her", "their");
    }

    /** The people a pronoun stands for: one for he and she, two or more for they, none when in doubt. */
    public List<Someone> of(int pronoun) {
        if (isPlural(note, pronoun)) {
            return group(pronoun);
        }
        Gender gender = genderOf(note, pronoun);
        Someone beside = gender == null ? null : beside(pronoun, gender);
        Someone one = gender == null || beside != null ? beside : single(pronoun, gender);
        return one == null ? List.of() : List.of(one);
    }

    /** The couple or group that the words before this one speak of, as "their" would mean; nobody when in doubt. */
    public List<Someone> groupOf(int token) {
        return group(token);
    }

    /** Whom the words before this one are about, he or she; nobody when two are about equally likely. */
    public @Nullable Someone topic(int token) {
        return single(token, Gender.UNKNOWN);
    }

    /** "Joel and his boyfriend": whose he is stands right before, whoever was named earlier. */
    private @Nullable Someone beside(int pronoun, Gender gender) {
        boolean relative = isPossessive(note, pronoun) && relationNouns.nounEnd(note, afterAdjectives(pronoun + 1)) > 0;
        boolean joined = note.is(pronoun - 1, "and", "&", "+", "plus", "with", "w/");
        Someone before = relative && joined ? cast.personEndingAt(pronoun - 1) : null;
        Mention mention = cast.mentionAt(pronoun - 2);
        if (before == null || mention == null || isRelativeOfPronoun(mention, pronoun)) {
            return null;
        }
        return before.gender().fits(gender) ? before : null;
    }

    private int afterAdjectives(int from) {
        int at = from;
        while (relationNouns.isAdjective(note.word(at))) {
            at++;
        }
        return at;
    }

    private @Nullable Someone single(int pronoun, Gender gender) {
        List<Candidate> candidates = new ArrayList<>();
        for (Someone person : cast.people()) {
            Mention last = person.lastMentionBefore(pronoun);
            if (last != null
                    && person.gender().fits(gender)
                    && !isRelativeOfPronoun(last, pronoun)
                    && !isExplained(last, pronoun)) {
                double weight = salience.of(person, last, pronoun, gender);
                if (weight > 0) {
                    candidates.add(new Candidate(person, weight));
                }
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::salience).reversed());
        if (candidates.isEmpty()) {
            return null;
        }
        boolean clear = candidates.size() == 1 || candidates.get(0).salience - candidates.get(1).salience >= MARGIN;
        return clear ? candidates.getFirst().person : null;
    }

    /** Within the sentence, somebody introduced as "her daughter" is not that "her". */
    private boolean isRelativeOfPronoun(Mention mention, int pronoun) {
        if (!note.sameSentence(mention.from(), pronoun)) {
            return false;
        }
        int at = salience.beforeRelationNoun(mention.from());
        return at >= 0 && isPossessive(note, at) && note.is(at, possessiveOf(note.word(pronoun)));
    }

    /** "Olu and Tosin, his fiancée": who is explained is not the one whose fiancée it is. */
    private boolean isExplained(Mention mention, int pronoun) {
        int end = mention.to() == pronoun - 1 && note.is(pronoun - 1, ",") && isPossessive(note, pronoun)
                ? relationNouns.nounEnd(note, pronoun + 1)
                : -1;
        return end > 0 && cast.personStartingAt(end) == null && !note.is(end, ",", "(", "'s", "and");
    }

    private static String possessiveOf(String pronoun) {
        return switch (pronoun) {
            case "she", "her", "hers" -> "her";
            case "he", "him", "his" -> "his";
            default -> "their";
        };
    }

    /** The last people named side by side, as in "Kwame and his wife Abena". */
    private List<Someone> group(int pronoun) {
        List<Someone> last = List.of();
        int sentence = note.sentenceOf(pronoun).index();
        for (List<Someone> group : new NamedTogether(note, cast, relationNouns).before(pronoun)) {
            Mention named = group.getFirst().lastMentionBefore(pronoun);
            List<Someone> before = group.stream()
                    .filter(person -> person.lastMentionBefore(pronoun) != null)
                    .toList();
            if (named != null
                    && before.size() > 1
                    && sentence - note.sentenceOf(named.from()).index() <= Salience.REACH) {
                last = before;
            }
        }
        List<Someone> couple = couple(pronoun);
        if (!couple.isEmpty()) {
            return couple;
        }
        List<Someone> pair = last.isEmpty() ? pronounAndName(pronoun) : last;
        List<Someone> all = pair.isEmpty() ? everybodyBefore(pronoun) : pair;
        return all.isEmpty() ? speaker(pronoun) : all;
    }

    /** "Katja … with her wife Simone and their twins", "Alma got married to Henrik, they …". */
    private List<Someone> couple(int pronoun) {
        int sentence = note.sentenceOf(pronoun).index();
        int from = note.sentences().get(Math.max(0, sentence - 1)).from();
        for (int i = pronoun - 1; i > from; i--) {
            Someone second = cast.personStartingAt(i);
            if (second == null) {
                continue;
            }
            int noun = note.is(i - 1, "called", "named") ? i - 3 : note.is(i - 1, ",", "is") ? i - 2 : i - 1;
            Someone first = isCoupleNoun(noun)
                    ? ownerBefore(noun)
                    : note.is(i - 1, "married") || (note.is(i - 1, "to") && note.is(i - 2, "married", "engaged"))
                            ? personBefore(i - 1, from)
                            : null;
            return first == null || first.equals(second) ? List.of() : List.of(first, second);
        }
        return List.of();
    }

    /** "Tom's wife Sue", "her lovely husband Raj". */
    private @Nullable Someone ownerBefore(int noun) {
        int at = noun - 1;
        while (relationNouns.isAdjective(note.word(at))) {
            at--;
        }
        if (note.is(at, "'s", "'")) {
            return cast.personEndingAt(at);
        }
        return isPossessive(note, at) ? single(at, note.is(at, "her") ? Gender.FEMALE : Gender.MALE) : null;
    }

    /** "He and Amélie have settled there. Their little boy …". */
    private List<Someone> pronounAndName(int pronoun) {
        int sentence = note.sentenceOf(pronoun).index();
        int from = note.sentences().get(Math.max(0, sentence - 1)).from();
        for (int i = pronoun - 1; i > from; i--) {
            Someone second = cast.personStartingAt(i);
            Gender told = note.is(i - 1, "and", "&") ? genderOf(note, i - 2) : null;
            Someone first = second == null || told == null ? null : single(i - 2, told);
            if (first != null && second != null && !first.equals(second)) {
                return List.of(first, second);
            }
        }
        return List.of();
    }

    /** "Penny told me they're emigrating": of those who are meant the note names only her. */
    private List<Someone> speaker(int pronoun) {
        int at = note.is(pronoun - 1, "that") ? pronoun - 2 : pronoun - 1;
        at = note.is(at, "me", "us") ? at - 1 : at;
        boolean said =
                note.is(at, "told", "says", "said", "mentioned", "announced", "wrote", "reckons", "thinks", "hopes");
        Someone speaker = said && note.is(pronoun, "they") ? speakerBefore(at) : null;
        return speaker == null ? List.of() : List.of(speaker);
    }

    private @Nullable Someone speakerBefore(int verb) {
        if (note.is(verb - 1, ")")) {
            for (int at = verb - 2; at > verb - 10 && note.sameSentence(at, verb); at--) {
                if (note.is(at, "(")) {
                    return cast.personEndingAt(at);
                }
            }
        }
        return note.is(verb - 1, "he", "she")
                ? single(verb - 1, note.is(verb - 1, "he") ? Gender.MALE : Gender.FEMALE)
                : cast.personEndingAt(verb);
    }

    private boolean isCoupleNoun(int at) {
        return note.is(
                at,
                "wife",
                "husband",
                "partner",
                "girlfriend",
                "boyfriend",
                "fiance",
                "fiancee",
                "spouse",
                "widow",
                "widower");
    }

    private @Nullable Someone personBefore(int at, int from) {
        for (int i = at; i >= from; i--) {
            if (cast.personAt(i) != null) {
                return cast.personAt(i);
            }
        }
        return null;
    }

    private boolean headsLine(Mention mention) {
        int from = note.sentenceOf(mention.from()).from();
        return mention.from() == from
                || (mention.from() == from + 1 && !note.token(from).isWord());
    }

    /** Two heads of lines, or the only two there are. */
    private List<Someone> everybodyBefore(int pronoun) {
        List<Someone> before = cast.people().stream()
                .filter(person -> person.lastMentionBefore(pronoun) != null)
                .toList();
        boolean heads = before.stream().allMatch(person -> headsLine(person.firstMention()));
        return before.size() == 2 && (heads || cast.people().size() == 2) ? before : List.of();
    }

    private static boolean isPlural(Note note, int at) {
        return note.is(at, "they", "them", "their", "both");
    }

    static @Nullable Gender genderOf(Note note, int at) {
        return switch (note.word(at)) {
            case "she", "her", "hers" -> Gender.FEMALE;
            case "he", "him", "his" -> Gender.MALE;
            default -> null;
        };
    }

    private record Candidate(Someone person, double salience) {}
}
