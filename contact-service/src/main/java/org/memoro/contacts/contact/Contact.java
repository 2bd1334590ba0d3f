package org.memoro.contacts.contact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A person the user knows, as everybody may read it. */
public record Contact(
        UUID id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String nickname,
        String displayName,
        @Nullable Birthday birthday,
        @Nullable String location,
        @Nullable String company,
        @Nullable String jobTitle,
        @Nullable String relationToMe,
        List<Labelled> emails,
        List<Labelled> phones,
        List<Labelled> addresses,
        List<Labelled> links,
        @Nullable String howWeMet,
        @Nullable String notes,
        List<String> tags,
        @Nullable LatestNews latestNews,
        @Nullable LocalDate lastInteractionOn,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    public Contact {
        emails = List.copyOf(emails);
        phones = List.copyOf(phones);
        addresses = List.copyOf(addresses);
        links = List.copyOf(links);
        tags = List.copyOf(tags);
    }

    /** The part that can be typed. */
    public ContactFields fields() {
        return new ContactFields(
                firstName,
                lastName,
                nickname,
                birthday,
                location,
                company,
                jobTitle,
                relationToMe,
                emails,
                phones,
                addresses,
                links,
                howWeMet,
                notes,
                tags);
    }
}
