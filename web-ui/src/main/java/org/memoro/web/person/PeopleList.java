package org.memoro.web.person;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.DayWords;
import org.memoro.web.layout.Face;
import org.memoro.web.neighbour.Contact;
import org.memoro.web.neighbour.Contacts;
import org.springframework.web.util.UriComponentsBuilder;

/** The people that match what was asked, in groups by first letter when they are sorted by name. */
public record PeopleList(
        String query,
        String tag,
        String sort,
        boolean continued,
        List<Group> groups,
        @Nullable String moreUrl) {

    /** The people under one letter; without a letter when the order is another one. */
    public record Group(String letter, List<Row> rows) {}

    /** One person in the list. */
    public record Row(
            UUID id,
            String name,
            Face face,
            String about,
            @Nullable String place,
            List<String> tags,
            String last) {}

    static PeopleList of(Contacts.Filter filter, List<Contact> contacts, @Nullable String nextCursor, DayWords days) {
        String query = filter.query() == null ? "" : filter.query();
        String tag = filter.tag() == null ? "" : filter.tag();
        boolean byLetter = filter.sort().equals("name") && query.isEmpty();
        List<Group> groups = new ArrayList<>();
        for (Contact contact : contacts) {
            String letter = byLetter ? letter(contact) : "";
            if (groups.isEmpty() || !groups.getLast().letter().equals(letter)) {
                groups.add(new Group(letter, new ArrayList<>()));
            }
            groups.getLast().rows().add(row(contact, days));
        }
        return new PeopleList(
                query, tag, filter.sort(), filter.cursor() != null, groups, more(filter, query, tag, nextCursor));
    }

    public boolean isEmpty() {
        return groups.isEmpty();
    }

    public boolean isFiltered() {
        return !query.isEmpty() || !tag.isEmpty();
    }

    public int count() {
        return groups.stream().mapToInt(group -> group.rows().size()).sum();
    }

    /** "3 people", or "200 people and more" while the list goes on. */
    public String counted() {
        return count() + (count() == 1 ? " person" : " people") + (moreUrl == null ? "" : " and more");
    }

    public String url(String query, String tag) {
        return address(query, tag, sort, "");
    }

    private static Row row(Contact contact, DayWords days) {
        Contact.LatestNews news = contact.latestNews();
        String about = Stream.of(contact.relationToMe(), work(contact), news == null ? null : news.text())
                .filter(part -> part != null && !part.isBlank())
                .map(part -> part.replace('_', ' '))
                .collect(Collectors.joining(" · "));
        return new Row(
                contact.id(),
                contact.displayName(),
                contact.face(),
                about,
                contact.location(),
                Objects.requireNonNull(contact.tags()),
                contact.lastInteractionOn() == null ? "" : days.recent(contact.lastInteractionOn()));
    }

    private static @Nullable String work(Contact contact) {
        if (contact.jobTitle() == null || contact.company() == null) {
            return contact.jobTitle() == null ? contact.company() : contact.jobTitle();
        }
        return contact.jobTitle() + ", " + contact.company();
    }

    private static String letter(Contact contact) {
        String name = contact.displayName().strip();
        return name.isEmpty() ? "#" : Character.toString(name.codePointAt(0)).toUpperCase(Locale.ROOT);
    }

    private static @Nullable String more(
            Contacts.Filter filter, String query, String tag, @Nullable String nextCursor) {
        return nextCursor == null ? null : address(query, tag, filter.sort(), nextCursor);
    }

    private static String address(String query, String tag, String sort, String cursor) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/people");
        List<String> values = new ArrayList<>();
        for (String[] parameter : new String[][] {{"query", query}, {"tag", tag}, {"sort", sort}, {"cursor", cursor}}) {
            boolean isDefault = parameter[1].isEmpty() || (parameter[0].equals("sort") && parameter[1].equals("name"));
            if (!isDefault) {
                address.queryParam(parameter[0], "{" + parameter[0] + "}");
                values.add(parameter[1]);
            }
        }
        return address.encode().buildAndExpand(values.toArray()).toUriString();
    }
}
