package org.memoro.languagemodels.offline.people;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.note.Note;

/** Everybody the note names, and who is named at which word. */
public final class Cast {

    private final List<Someone> people = new ArrayList<>();
    private final @Nullable Someone[] personAt;
    private final @Nullable Mention[] mentionAt;

    private Cast(Note note) {
        this.personAt = new Someone[note.size()];
        this.mentionAt = new Mention[note.size()];
    }

    /** Joins the mentions that name one person: full names first, so that "Anna" can belong to "Anna Petrova". */
    static Cast of(Note note, List<Mention> mentions) {
        Cast cast = new Cast(note);
        mentions.stream()
                .sorted(Comparator.comparing((Mention mention) -> !mention.isFullName())
                        .thenComparingInt(Mention::from))
                .forEach(cast::place);
        cast.people.sort(Comparator.comparingInt(person -> person.firstMention().from()));
        return cast;
    }

    public List<Someone> people() {
        return people;
    }

    public @Nullable Someone personAt(int token) {
        return token >= 0 && token < personAt.length ? personAt[token] : null;
    }

    public @Nullable Mention mentionAt(int token) {
        return token >= 0 && token < mentionAt.length ? mentionAt[token] : null;
    }

    /** The person whose mention starts exactly here. */
    public @Nullable Someone personStartingAt(int token) {
        Mention mention = mentionAt(token);
        return mention != null && mention.from() == token ? personAt(token) : null;
    }

    /** The person whose mention ends just before this token. */
    public @Nullable Someone personEndingAt(int token) {
        Mention mention = mentionAt(token - 1);
        return mention != null && mention.to() == token ? personAt(token - 1) : null;
    }

    private void place(Mention mention) {
        Someone person = people.stream()
                .filter(known -> isSame(known, mention))
                .max(Comparator.comparingInt(known -> closeness(known, mention)))
                .orElse(null);
        if (person == null) {
            person = new Someone();
            people.add(person);
        }
        person.add(mention);
        for (int i = mention.from(); i < mention.to(); i++) {
            personAt[i] = person;
            mentionAt[i] = mention;
        }
    }

    private static boolean isSame(Someone known, Mention mention) {
        Set<String> ids = mention.contactIds();
        if (isSetApart(known, mention) || isFamilyName(known, mention)) {
            return false;
        }
        if (!ids.isEmpty() && !known.contactIds().isEmpty()) {
            return known.contactIds().stream().anyMatch(ids::contains);
        }
        if (mention.isFullName() && known.isMatchedByFullName()) {
            return known.nameWords().equals(mention.nameWords());
        }
        List<String> longer = known.nameWords();
        return longer.containsAll(mention.nameWords()) || mention.nameWords().containsAll(longer);
    }

    /** "Anna … my colleague's Anna" are two; "little Anna … Anna" is one. */
    private static boolean isSetApart(Someone known, Mention mention) {
        if (mention.isNamesake() != known.isNamesake()) {
            return mention.isNamesake() || mention.isFullName() || mention.bearer() == Mention.Bearer.OURS;
        }
        return false;
    }

    /** "Mr Whitlock" is not Mrs Whitlock, "Dr Frank" not Frank, and of a family's name and a first name nobody knows. */
    private static boolean isFamilyName(Someone known, Mention mention) {
        Mention.Kind kind = known.firstMention().kind();
        boolean mixed = (kind == Mention.Kind.LAST && mention.kind() == Mention.Kind.FIRST)
                || (kind == Mention.Kind.FIRST && mention.kind() == Mention.Kind.LAST);
        boolean open =
                known.isNamesake() || mention.isNamesake() || known.contactIds().size() > 1;
        return !known.gender().fits(mention.gender())
                || (mixed && (open || mention.contactIds().size() > 1));
    }

    private static int closeness(Someone known, Mention mention) {
        Mention last = known.lastMentionBefore(mention.from() + 1);
        return last == null ? -known.firstMention().from() - 10_000 : last.from();
    }
}
