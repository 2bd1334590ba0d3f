package org.memoro.web.today;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.web.frame.Frames;
import org.memoro.web.layout.DayWords;
import org.memoro.web.layout.Frame;
import org.memoro.web.layout.Pages;
import org.memoro.web.layout.Visitor;
import org.memoro.web.neighbour.Birthday;
import org.memoro.web.neighbour.Contact;
import org.memoro.web.neighbour.Contacts;
import org.memoro.web.neighbour.Fact;
import org.memoro.web.neighbour.Facts;
import org.memoro.web.note.NoteCards;
import org.memoro.web.today.Upcoming.Group;
import org.memoro.web.today.Upcoming.Item;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Birthdays and plans of the coming weeks, beside the timeline or as a page of their own. */
@RestController
class UpcomingPages {

    private static final int WEEKS_AHEAD = 8;

    private final Contacts contacts;
    private final Facts facts;
    private final NoteCards cards;
    private final Frames frames;
    private final Pages pages;

    UpcomingPages(Contacts contacts, Facts facts, NoteCards cards, Frames frames, Pages pages) {
        this.contacts = contacts;
        this.facts = facts;
        this.cards = cards;
        this.frames = frames;
        this.pages = pages;
    }

    @GetMapping("/upcoming")
    Mono<ResponseEntity<byte[]>> page(Visitor visitor) {
        return Mono.zip(upcoming(visitor), frames.around(visitor, Frame.Section.TODAY))
                .map(both ->
                        pages.show("today/upcoming-page", Map.of("upcoming", both.getT1(), "frame", both.getT2())));
    }

    @GetMapping(path = "/upcoming", headers = "HX-Request")
    Mono<ResponseEntity<byte[]>> rail(Visitor visitor) {
        return upcoming(visitor).map(upcoming -> pages.show("today/upcoming", Map.of("upcoming", upcoming)));
    }

    private Mono<Upcoming> upcoming(Visitor visitor) {
        DayWords days = cards.days(visitor);
        Flux<Item> birthdays = contacts.all().flatMapIterable(contact -> birthday(contact, days));
        Flux<Item> plans = facts.kept("follow-up").flatMapIterable(fact -> plan(fact, days));
        return Flux.merge(birthdays, plans)
                .filter(item -> !item.on().isAfter(days.today().plusWeeks(WEEKS_AHEAD)))
                .sort(Comparator.comparing(Item::on).thenComparing(Item::text))
                .collectList()
                .map(items -> grouped(items, days.today()));
    }

    private static Upcoming grouped(List<Item> items, LocalDate today) {
        LocalDate soon = today.plusDays(1);
        LocalDate week = today.plusDays(7);
        return new Upcoming(Stream.of(
                        group("Now", items, on -> !on.isAfter(soon)),
                        group("This week", items, on -> on.isAfter(soon) && on.isBefore(week)),
                        group("Later", items, on -> !on.isBefore(week)))
                .filter(group -> !group.items().isEmpty())
                .toList());
    }

    private static Group group(String title, List<Item> items, Predicate<LocalDate> when) {
        return new Group(
                title, items.stream().filter(item -> when.test(item.on())).toList());
    }

    private static List<Item> birthday(Contact contact, DayWords days) {
        Birthday birthday = contact.birthday();
        if (birthday == null || !birthday.exists()) {
            return List.of();
        }
        LocalDate on = birthday.next(days.today());
        Integer age = birthday.age(on);
        String text = age == null || age < 1 ? " has a birthday" : " turns " + age;
        return List.of(new Item(on, contact.id(), contact.shortName(), contact.face(), text, when(on, days), null));
    }

    private static List<Item> plan(Fact fact, DayWords days) {
        LocalDate on = day(fact.value().date());
        if (on == null || on.isBefore(days.today())) {
            return List.of();
        }
        String text = fact.value().text() == null
                ? "Something to come back to"
                : fact.value().text();
        return List.of(new Item(on, fact.contactId(), null, null, text, when(on, days), fact.interactionId()));
    }

    private static String when(LocalDate on, DayWords days) {
        return on.equals(days.today()) ? "Today" : days.day(on) + ", " + days.until(on);
    }

    private static @Nullable LocalDate day(@Nullable String date) {
        try {
            return date == null ? null : LocalDate.parse(date);
        } catch (DateTimeException partial) {
            return null;
        }
    }
}
