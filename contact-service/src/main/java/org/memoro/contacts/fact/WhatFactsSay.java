package org.memoro.contacts.fact;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
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
    /** Of two notes of one day the one written later goes first: ids of notes grow with time. */
    private static final Comparator<Fact> NEWEST_NOTE_FIRST =
            Comparator.comparing(Fact::interactionId, Comparator.nullsFirst(Comparator.reverseOrder()));

    static final Comparator<Fact> BEST_FIRST = Comparator.comparing(Fact::isUsers)
            .thenComparing(fact -> fact.isUsers() ? fact.decidedAt() : Instant.EPOCH)
            .thenComparing(Fact::asOf)
            .thenComparing(fact -> !CurrentJob.isEnd(fact))
            .reversed()
            .thenComparing(NEWEST_NOTE_FIRST)
            .thenComparing(Fact::id);

    private static final Comparator<Fact> NEWEST_FIRST = Comparator.comparing(Fact::asOf)
            .reversed()
            .thenComparing(NEWEST_NOTE_FIRST)
            .thenComparing(Fact::id);

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
        CurrentJob job = CurrentJob.of(facts);
        return new FollowedFields(
                birthday(),
                new PlacesLived(facts).now().orElse(null),
                job.organization(),
                job.title(),
                facts.stream()
                        .filter(fact -> fact.kind() == FactKind.RELATION_TO_ME)
                        .findFirst()
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
                    case LOCATION -> known.isUsers() && PlacesLived.contradicts(known, fact);
                    case JOB -> known.isUsers() && CurrentJob.contradicts(known, fact);
                    default -> false;
                });
    }

    /** The kept facts that fill in one thing of the contact. */
    public Stream<Fact> filling(FactKind kind) {
        return facts.stream().filter(fact -> fact.kind() == kind).filter(fact -> switch (kind) {
            case LOCATION -> PlacesLived.isCurrent(fact);
            case JOB -> CurrentJob.isJob(fact);
            default -> true;
        });
    }

    /** The best, with the year that another one tells of the same day. */
    private @Nullable Birthday birthday() {
        List<Fact> told = filling(FactKind.BIRTHDAY).toList();
        if (told.isEmpty()) {
            return null;
        }
        Fact best = told.getFirst();
        Birthday day = FactValue.birthdayOf(best);
        return told.stream()
                .filter(other -> !best.isTyped() || other.decidedAt().isAfter(best.decidedAt()))
                .map(FactValue::birthdayOf)
                .filter(other -> day.year() == null && other.year() != null && other.agreesWith(day))
                .findFirst()
                .orElse(day);
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
}
