package org.memoro.contacts.brief;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /** The next birthday and every plan that is not over, soonest first; a plan is told once. */
    List<Upcoming> of(Contact contact, List<Fact> kept) {
        Stream<Upcoming> plans = kept.stream()
                .filter(fact -> contact.id().equals(fact.contactId()))
                .filter(fact -> fact.status() == FactStatus.PLANNED)
                // A follow-up is the plan it was made of, with a better name.
                .sorted(Comparator.comparing((Fact fact) -> fact.kind() != FactKind.FOLLOW_UP))
                .map(this::plan)
                .filter(Objects::nonNull);
        return Stream.concat(Stream.ofNullable(birthday(contact)), plans)
                .collect(Collectors.toMap(
                        upcoming -> upcoming.title() + upcoming.on(), Function.identity(), (first, again) -> first))
                .values()
                .stream()
                .sorted(Comparator.comparing(Upcoming::on).thenComparing(Upcoming::title))
                .toList();
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

    private @Nullable Upcoming plan(Fact fact) {
        PartialDate date = PartialDate.parse(FactValue.detail(fact, "date"));
        String text = FactValue.detail(fact, "text");
        if (date == null || text == null || date.last().isBefore(today)) {
            return null;
        }
        LocalDate on = date.first().isBefore(today) ? today : date.first();
        return on.isAfter(today.plusDays(DAYS))
                ? null
                : new Upcoming(fact.kind().word(), text, on);
    }
}
