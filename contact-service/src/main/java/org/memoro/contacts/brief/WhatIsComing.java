package org.memoro.contacts.brief;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.brief.Brief.Upcoming;
import org.memoro.contacts.contact.Birthday;
import org.memoro.contacts.contact.Contact;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.FactKind;
import org.memoro.contacts.fact.FactStatus;
import org.memoro.contacts.fact.FactValue;
import org.memoro.contacts.fact.PartialDate;

/** Finds what a contact's next year holds. */
final class WhatIsComing {
    private static final int DAYS = 365;

    private final LocalDate today;

    WhatIsComing(LocalDate today) {
        this.today = today;
    }

    /**
     * The next birthday and every plan that is not over, soonest first.
     *
     * @param followUps of every state: what a follow-up was made of is told by it, and no more once it is switched off
     */
    List<Upcoming> of(Contact contact, List<Fact> kept, List<Fact> followUps) {
        List<Fact> plans = kept.stream()
                .filter(fact -> contact.id().equals(fact.contactId()))
                .filter(fact -> fact.status() == FactStatus.PLANNED)
                .filter(fact ->
                        fact.kind() == FactKind.FOLLOW_UP || followUps.stream().noneMatch(fact::isToldBy))
                .filter(fact -> !isDenied(fact, kept))
                .toList();
        Stream<Upcoming> upcoming = plans.stream()
                .filter(fact -> fact.kind() != FactKind.LOCATION || !isToldOtherwise(fact, plans))
                .map(fact -> plan(contact, fact))
                .filter(Objects::nonNull);
        return Stream.concat(Stream.ofNullable(birthday(contact)), upcoming)
                .distinct()
                .sorted(Comparator.comparing(Upcoming::on).thenComparing(Upcoming::title))
                .toList();
    }

    /** A planned place and a planned move of one note are one plan. */
    private static boolean isToldOtherwise(Fact place, List<Fact> plans) {
        return plans.stream()
                .anyMatch(plan -> plan.kind() != FactKind.LOCATION
                        && Objects.equals(plan.interactionId(), place.interactionId())
                        && Objects.equals(FactValue.detail(plan, "date"), FactValue.detail(place, "date")));
    }

    /** Whether the user confirmed a later note that says it will not be. */
    private static boolean isDenied(Fact plan, List<Fact> kept) {
        return kept.stream()
                .filter(fact ->
                        fact.status() == FactStatus.NEGATED && !fact.asOf().isBefore(plan.asOf()))
                .anyMatch(denied -> kept.stream()
                        .filter(origin -> origin.equals(plan) || origin.isToldBy(plan))
                        .anyMatch(origin -> origin.kind() == denied.kind()
                                && isSame(origin, denied, "place")
                                && isSame(origin, denied, "organization")));
    }

    private static boolean isSame(Fact plan, Fact denied, String detail) {
        String planned = FactValue.detail(plan, detail);
        String told = FactValue.detail(denied, detail);
        return planned == null || told == null || planned.equalsIgnoreCase(told);
    }

    private @Nullable Upcoming birthday(Contact contact) {
        Birthday birthday = contact.birthday();
        if (birthday == null) {
            return null;
        }
        LocalDate on = birthday.nextOn(today);
        String title = birthday.year() == null
                ? contact.displayName() + "'s birthday"
                : contact.displayName() + " turns " + (on.getYear() - birthday.year());
        return new Upcoming(FactKind.BIRTHDAY.word(), title, on);
    }

    private @Nullable Upcoming plan(Contact contact, Fact fact) {
        PartialDate date = PartialDate.parse(FactValue.detail(fact, "date"));
        String text = fact.kind() == FactKind.LOCATION
                ? contact.displayName() + " moves to " + FactValue.detail(fact, "place")
                : FactValue.detail(fact, "text");
        if (date == null || text == null || date.last().isBefore(today)) {
            return null;
        }
        LocalDate on = date.first().isBefore(today) ? today : date.first();
        return on.isAfter(today.plusDays(DAYS))
                ? null
                : new Upcoming(fact.kind().word(), text, on);
    }
}
