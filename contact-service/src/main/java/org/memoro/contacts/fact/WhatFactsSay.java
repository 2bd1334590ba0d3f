package org.memoro.contacts.fact;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.Birthday;
import org.memoro.contacts.contact.FollowedFields;
import org.memoro.contacts.contact.LatestNews;

/**
 * What the kept facts of one contact come to. The user's word goes before the machine's, a later word before an earlier
 * one.
 */
public final class WhatFactsSay {
    private static final Comparator<Fact> BEST_FIRST = Comparator.comparing(Fact::isUsers)
            .thenComparing(fact -> fact.isUsers() ? fact.decidedAt() : Instant.EPOCH)
            .thenComparing(Fact::asOf)
            .thenComparing(fact -> !isEnd(fact))
            .reversed()
            .thenComparing(Fact::id);

    private static final Comparator<Fact> NEWEST_FIRST =
            Comparator.comparing(Fact::asOf).reversed().thenComparing(Fact::id);

    /** A job fact that tells of an end fills no job in. */
    private static final Pattern END_OF_JOB = Pattern.compile(
            "\\b(no longer|not any ?more|quit|left|leaves|leaving|resign\\w*|laid off|fired|sacked|retire[sd]?|retiring"
                    + "|unemployed|lost|used to|former(ly)?|ex-)",
            Pattern.CASE_INSENSITIVE);

    private final List<Fact> facts;

    /**
     * Takes the facts that count.
     *
     * @param contactId facts that only name this contact as a relative are left aside
     */
    public WhatFactsSay(UUID contactId, List<Fact> kept) {
        this.facts = kept.stream()
                .filter(fact -> contactId.equals(fact.contactId()))
                .sorted(BEST_FIRST)
                .toList();
    }

    /** What the contact shows. */
    public FollowedFields fields() {
        Optional<Fact> job = best(FactKind.JOB, WhatFactsSay::isJob).filter(fact -> !isEnd(fact));
        return new FollowedFields(
                birthday(),
                best(FactKind.LOCATION, WhatFactsSay::isCurrent)
                        .map(fact -> FactValue.detail(fact, "place"))
                        .orElse(null),
                job.map(fact -> FactValue.detail(fact, "organization")).orElse(null),
                job.map(fact -> FactValue.detail(fact, "title")).orElse(null),
                best(FactKind.RELATION_TO_ME, fact -> true)
                        .map(fact -> FactValue.detail(fact, "relation"))
                        .orElse(null),
                latestNews());
    }

    /**
     * Whether a fact the machine is sure of speaks against what counts already, so that it must ask: a second birthday,
     * a second relation, or anything else than the user's own word.
     */
    public boolean contradicts(Fact fact) {
        return facts.stream()
                .filter(known -> !known.id().equals(fact.id()) && known.kind() == fact.kind())
                .anyMatch(known -> switch (fact.kind()) {
                    case BIRTHDAY -> !FactValue.birthdayOf(known).agreesWith(FactValue.birthdayOf(fact));
                    case RELATION_TO_ME -> FactValue.relationOf(known) != FactValue.relationOf(fact);
                    case LOCATION ->
                        known.isUsers() && isCurrent(known) && isCurrent(fact) && differ(known, fact, "place");
                    case JOB ->
                        known.isUsers()
                                && isJob(known)
                                && isJob(fact)
                                && (differ(known, fact, "organization") || differ(known, fact, "title"));
                    default -> false;
                });
    }

    /** The kept facts that fill in one thing of the contact. */
    public Stream<Fact> filling(FactKind kind) {
        return facts.stream().filter(fact -> fact.kind() == kind).filter(fact -> switch (kind) {
            case LOCATION -> isCurrent(fact);
            case JOB -> isJob(fact);
            default -> true;
        });
    }

    private @Nullable Birthday birthday() {
        List<Fact> told = filling(FactKind.BIRTHDAY).toList();
        if (told.isEmpty()) {
            return null;
        }
        Birthday best = FactValue.birthdayOf(told.getFirst());
        if (told.getFirst().isUsers() || best.year() != null) {
            return best;
        }
        return told.stream()
                .map(FactValue::birthdayOf)
                .filter(other -> other.year() != null && other.agreesWith(best))
                .findFirst()
                .orElse(best);
    }

    private @Nullable LatestNews latestNews() {
        return facts.stream()
                .filter(fact -> fact.kind() == FactKind.NEWS)
                .min(NEWEST_FIRST)
                .map(fact -> new LatestNews(
                        Objects.requireNonNullElse(FactValue.detail(fact, "text"), ""),
                        fact.asOf(),
                        fact.interactionId()))
                .orElse(null);
    }

    private Optional<Fact> best(FactKind kind, Predicate<Fact> rule) {
        return facts.stream().filter(fact -> fact.kind() == kind).filter(rule).findFirst();
    }

    private static boolean isCurrent(Fact fact) {
        return "current".equals(FactValue.detail(fact, "when"));
    }

    private static boolean isJob(Fact fact) {
        return fact.status() == FactStatus.HAPPENED
                && (FactValue.detail(fact, "organization") != null
                        || FactValue.detail(fact, "title") != null
                        || isEnd(fact));
    }

    private static boolean isEnd(Fact fact) {
        String text = FactValue.detail(fact, "text");
        return !fact.isTyped() && text != null && END_OF_JOB.matcher(text).find();
    }

    private static boolean differ(Fact one, Fact other, String detail) {
        String first = FactValue.detail(one, detail);
        String second = FactValue.detail(other, detail);
        return first != null && second != null && !first.equalsIgnoreCase(second);
    }
}
