package org.memoro.languagemodels.offline.birthdays;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.note.Note;
import org.memoro.languagemodels.offline.note.Sentence;
import org.memoro.languagemodels.offline.people.Antecedents;
import org.memoro.languagemodels.offline.people.Cast;
import org.memoro.languagemodels.offline.people.Mention;
import org.memoro.languagemodels.offline.people.Someone;
import org.memoro.languagemodels.offline.relations.Relations;

/** Says whose birthday is announced; nobody where it may be the writer's, or that of somebody without a name. */
final class BirthdayPeople {

    private final Note note;
    private final Cast cast;
    private final Relations relations;
    private final Antecedents antecedents;

    BirthdayPeople(Note note, Cast cast, Relations relations, Antecedents antecedents) {
        this.note = note;
        this.cast = cast;
        this.relations = relations;
        this.antecedents = antecedents;
    }

    /** Usually one; several where people are named side by side, as twins are. */
    List<Someone> of(Cue cue, BirthdayDates.Found found) {
        if (cue.kind() == Cue.Kind.NEWBORN) {
            return newborn(cue.at(), found.from());
        }
        Sentence sentence = note.sentenceOf(cue.at());
        boolean unowned = cue.kind() == Cue.Kind.BIRTHDAY
                && note.is(cue.at() - 1, "the", "a", "den", "der", "dem", "el", "la", "il", "le");
        if (unowned) {
            return behind(cue, found, sentence);
        }
        int first = Math.min(cue.at(), found.from());
        for (int i = cue.at() - 1; i >= sentence.from(); i--) {
            if (isWriters(i, cue) || isSomebodyElses(i)) {
                return List.of();
            }
            Someone named = cast.personAt(i);
            if (named != null) {
                return named(i, named, cue);
            }
            if (note.is(i, "his", "her", "he", "she")) {
                return meant(i, sentence);
            }
            if (note.is(i, ";") && i < first) {
                break;
            }
        }
        return behind(cue, found, sentence);
    }

    private boolean isWriters(int at, Cue cue) {
        boolean announced = note.is(at + 1, "think", "believe", "guess", "know", "forgot", "missed", "hope");
        return (note.is(at, "i", "we") && !announced) || (note.is(at, "my", "our") && cue.at() - at <= 2);
    }

    /** "her son's birthday", "the dog's birthday". */
    private boolean isSomebodyElses(int at) {
        boolean pronoun = note.is(at - 1, "he", "she", "it", "that", "there", "here", "who", "what");
        boolean owned = note.is(at, "'s") && cast.personEndingAt(at) == null && !note.isVerb(at) && !pronoun;
        return relations.isUnnamedRelative(at) || owned;
    }

    private List<Someone> named(int at, Someone named, Cue cue) {
        Mention mention = cast.mentionAt(at);
        if (mention == null) {
            return List.of();
        }
        if (isCompany(mention)) {
            List<Someone> people = antecedents.of(cue.at());
            return people.size() == 1 ? people : List.of(named);
        }
        if (cue.isBirth() && isOwnerOfAnother(mention)) {
            return List.of();
        }
        return note.is(cue.at() - 1, "were", "both", "are", "their") || note.is(mention.to(), "both")
                ? withThoseBefore(mention, named)
                : List.of(named);
    }

    private boolean isCompany(Mention mention) {
        return note.is(mention.from() - 1, "with", "for", "about") && note.is(mention.to(), ",");
    }

    /** "Tom's cat was born": the cat was. */
    private boolean isOwnerOfAnother(Mention mention) {
        int next = mention.to() + 1;
        return note.is(mention.to(), "'s", "'")
                && note.isPart(next, "NOUN", "ADJ")
                && !note.is(next, "born", "dob", "birth", "date");
    }

    /** "Lena and Max both have their birthday on …". */
    private List<Someone> withThoseBefore(Mention last, Someone named) {
        List<Someone> people = new ArrayList<>(List.of(named));
        int at = last.from();
        while (note.is(at - 1, "and", "&", ",", "+") && cast.personEndingAt(at - 1) != null) {
            Mention before = cast.mentionAt(at - 2);
            Someone person = cast.personAt(at - 2);
            if (before == null || person == null) {
                break;
            }
            people.addFirst(person);
            at = before.from();
        }
        return people;
    }

    private List<Someone> meant(int pronoun, Sentence sentence) {
        List<Someone> people = antecedents.of(pronoun);
        if (people.isEmpty() && cast.people().size() == 1 && sentence.index() == 0) {
            return List.of(cast.people().getFirst());
        }
        return people.size() == 1 ? people : List.of();
    }

    /** "3 March is the birthday of Anna", "Bday Priya: 5 Nov", "Birthday: Anna, 3 March", or the only person so far. */
    private List<Someone> behind(Cue cue, BirthdayDates.Found found, Sentence sentence) {
        for (int i = cue.at() + 1; i < sentence.to(); i++) {
            Someone person = cast.personAt(i);
            if (person != null) {
                boolean led = note.is(i - 1, "of", ":", "-", "–", "for", "to", ",") || i == cue.at() + 1;
                return led ? List.of(person) : List.of();
            }
        }
        boolean heads =
                note.startsSentence(cue.at()) || !note.token(cue.at() - 1).isWord();
        boolean elided = cue.kind() == Cue.Kind.AGE || (heads && !note.is(cue.at(), "born"));
        Someone only = elided && found.from() >= sentence.from() ? onlyBefore(cue.at(), sentence) : null;
        return only == null ? List.of() : List.of(only);
    }

    private @Nullable Someone onlyBefore(int at, Sentence sentence) {
        List<Someone> before = cast.people().stream()
                .filter(person -> person.firstMention().from() < at)
                .toList();
        if (before.size() != 1) {
            return null;
        }
        int told = note.sentenceOf(before.getFirst().firstMention().from()).index();
        return sentence.index() - told <= 2 ? before.getFirst() : null;
    }

    /** "Lena gave birth to a girl, Ida, on 18 November": the last name before the date. */
    private List<Someone> newborn(int cue, int date) {
        for (int i = date - 1; i > cue; i--) {
            Someone child = cast.personAt(i);
            if (child != null) {
                return List.of(child);
            }
        }
        return List.of();
    }
}
