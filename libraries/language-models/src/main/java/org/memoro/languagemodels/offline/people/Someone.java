package org.memoro.languagemodels.offline.people;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.memoro.languagemodels.offline.names.Gender;

/** A person of the note while it is being read: all names used, the contacts that may be meant, and the gender told so far. */
public final class Someone {

    private final List<Mention> mentions = new ArrayList<>();
    private final Set<String> contactIds = new LinkedHashSet<>();
    private List<String> nameWords = List.of();
    private Gender gender = Gender.UNKNOWN;
    private double confidence;
    private boolean matchedByFullName;
    private boolean namesake;

    void add(Mention mention) {
        namesake = mentions.isEmpty() ? mention.isNamesake() : namesake || mention.isNamesake();
        mentions.add(mention);
        mentions.sort((one, two) -> Integer.compare(one.from(), two.from()));
        confidence = Math.max(confidence, mention.confidence());
        matchedByFullName |= mention.isFullName();
        if (mention.nameWords().size() > nameWords.size()) {
            nameWords = mention.nameWords();
        }
        tell(mention.gender());
        // "Anna Karlsson … Anna": who was named in full as nobody known is not the known Anna either.
        boolean someoneElse = matchedByFullName && contactIds.isEmpty() && mentions.size() > 1;
        if (!someoneElse || mention.isFullName()) {
            narrow(mention.contactIds());
        }
    }

    /** Learns a gender; the first word about it counts. */
    public void tell(Gender told) {
        if (gender == Gender.UNKNOWN) {
            gender = told;
        }
    }

    /** Learns what the note says outright, whatever the name is more often. */
    public void correct(Gender told) {
        if (told != Gender.UNKNOWN) {
            gender = told;
        }
    }

    public Gender gender() {
        return gender;
    }

    public List<Mention> mentions() {
        return mentions;
    }

    public Set<String> contactIds() {
        return contactIds;
    }

    public List<String> nameWords() {
        return nameWords;
    }

    public double confidence() {
        return confidence;
    }

    public boolean isMatchedByFullName() {
        return matchedByFullName;
    }

    /** Whether this may be somebody else than the contact of that name. */
    public boolean isNamesake() {
        return namesake;
    }

    /** Whether each mention may as well be of a town, a firm or a word that is no person. */
    public boolean isUnsure() {
        return mentions.stream().allMatch(mention -> mention.bearer() == Mention.Bearer.UNSURE);
    }

    /** Whether the note calls this person the writer's own, as in "our Anna". */
    public boolean isOurs() {
        return mentions.stream().anyMatch(mention -> mention.bearer() == Mention.Bearer.OURS);
    }

    /** The longest way the note names this person. */
    public Mention longestMention() {
        return mentions.stream()
                .reduce((one, two) -> two.to() - two.from() > one.to() - one.from() ? two : one)
                .orElseThrow();
    }

    public Mention firstMention() {
        return mentions.getFirst();
    }

    /** The last mention that ends at or before the token; null when this person comes later. */
    public @Nullable Mention lastMentionBefore(int token) {
        Mention last = null;
        for (Mention mention : mentions) {
            if (mention.to() <= token) {
                last = mention;
            }
        }
        return last;
    }

    private void narrow(Set<String> ids) {
        if (contactIds.isEmpty()) {
            contactIds.addAll(ids);
        } else if (!ids.isEmpty() && contactIds.stream().anyMatch(ids::contains)) {
            contactIds.retainAll(ids);
        }
    }
}
