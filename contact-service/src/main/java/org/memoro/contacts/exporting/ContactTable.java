package org.memoro.contacts.exporting;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.memoro.api.CsvRow;
import org.memoro.contacts.contact.Birthday;
import org.memoro.contacts.contact.Contact;
import org.memoro.contacts.contact.Labelled;

/** Contacts as a table for spreadsheets; several of a kind stand below each other in one field. */
final class ContactTable {
    static final String HEAD = CsvRow.of(
            "id",
            "displayName",
            "firstName",
            "lastName",
            "nickname",
            "birthday",
            "location",
            "company",
            "jobTitle",
            "relationToMe",
            "emails",
            "phones",
            "addresses",
            "links",
            "howWeMet",
            "notes",
            "tags",
            "lastInteractionOn",
            "createdAt",
            "updatedAt");

    private ContactTable() {}

    static String row(Contact contact) {
        return CsvRow.of(
                contact.id(),
                contact.displayName(),
                contact.firstName(),
                contact.lastName(),
                contact.nickname(),
                birthday(contact.birthday()),
                contact.location(),
                contact.company(),
                contact.jobTitle(),
                contact.relationToMe(),
                lines(contact.emails()),
                lines(contact.phones()),
                lines(contact.addresses()),
                lines(contact.links()),
                contact.howWeMet(),
                contact.notes(),
                String.join("\n", contact.tags()),
                contact.lastInteractionOn(),
                contact.createdAt(),
                contact.updatedAt());
    }

    private static @Nullable String birthday(@Nullable Birthday birthday) {
        return birthday == null
                ? null
                : Stream.of(birthday.year(), birthday.month(), birthday.day())
                        .filter(Objects::nonNull)
                        .map("%02d"::formatted)
                        .collect(Collectors.joining("-"));
    }

    private static String lines(List<Labelled> entries) {
        return entries.stream()
                .map(entry -> entry.label() == null ? entry.value() : entry.label() + ": " + entry.value())
                .collect(Collectors.joining("\n"));
    }
}
