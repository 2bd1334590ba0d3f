package org.memoro.contacts.fact;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.FoldedText;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where somebody lives and has lived: a new place ends the one before, and what was said of it stays readable with the day
 * it ended. A planned place stays a plan, whatever its day, until a note or the user says that somebody lives there.
 */
public final class PlacesLived {
    private static final Comparator<Fact> OLDEST_FIRST =
            Comparator.comparing(Fact::asOf).thenComparing(PlacesLived::note).thenComparing(Fact::id);

    private final List<Fact> bestFirst;

    /** Takes the kept facts about one contact. */
    public PlacesLived(List<Fact> kept) {
        bestFirst = kept.stream()
                .filter(fact -> fact.kind() == FactKind.LOCATION)
                .sorted(WhatFactsSay.BEST_FIRST)
                .toList();
    }

    /** Where they live now, unless that is over. */
    Optional<String> now() {
        return current().map(fact -> FactValue.detail(fact, "place"));
    }

    private Optional<Fact> current() {
        Optional<Fact> best = bestFirst.stream().filter(PlacesLived::isCurrent).findFirst();
        return best.filter(place -> bestFirst.subList(0, bestFirst.indexOf(place)).stream()
                .noneMatch(past -> isPast(past) && isSamePlace(past, place)));
    }

    /** The value of one of these facts, a place left since being past and telling until when. */
    public ObjectNode valueOf(Fact fact) {
        String until = isCurrent(fact) ? until(fact) : null;
        return until == null
                ? fact.value()
                : fact.value().deepCopy().put("when", "past").put("until", until);
    }

    private @Nullable String until(Fact fact) {
        List<Fact> since = bestFirst.stream()
                .filter(other -> OLDEST_FIRST.compare(other, fact) > 0)
                .sorted(OLDEST_FIRST)
                .toList();
        Optional<Fact> end =
                since.stream().filter(other -> isEndOf(other, fact)).findFirst();
        boolean isNow = current().filter(place -> isSamePlace(place, fact)).isPresent();
        if (end.isEmpty() && isNow) {
            return null;
        }
        // The user may have said of an older note that it still holds: then this one was over when it was told.
        return end.map(other -> endTold(other, fact)).orElse(fact.asOf().toString());
    }

    private static boolean isEndOf(Fact later, Fact fact) {
        return isSamePlace(later, fact) ? isPast(later) : isCurrent(later);
    }

    /** The day the later one names, when it names one, else the day of its note. */
    private static String endTold(Fact end, Fact place) {
        String told = FactValue.detail(end, "date");
        PartialDate date = PartialDate.parse(told);
        return told == null
                        || date == null
                        || date.last().isBefore(place.asOf())
                        || date.first().isAfter(end.asOf())
                ? end.asOf().toString()
                : told;
    }

    /** Whether a fact the machine is sure of speaks against the user's own word on where somebody lives. */
    static boolean contradicts(Fact users, Fact fact) {
        return isCurrent(users)
                && (isCurrent(fact) ? !isSamePlace(users, fact) : isPast(fact) && isSamePlace(users, fact));
    }

    static boolean isCurrent(Fact fact) {
        return "current".equals(FactValue.detail(fact, "when"));
    }

    private static boolean isPast(Fact fact) {
        return "past".equals(FactValue.detail(fact, "when"));
    }

    private static boolean isSamePlace(Fact one, Fact other) {
        return place(one).equals(place(other));
    }

    private static String place(Fact fact) {
        return Stream.ofNullable(FactValue.detail(fact, "place"))
                .map(FoldedText::of)
                .findFirst()
                .orElse("");
    }

    private static UUID note(Fact fact) {
        return fact.interactionId() == null ? fact.id() : fact.interactionId();
    }
}
