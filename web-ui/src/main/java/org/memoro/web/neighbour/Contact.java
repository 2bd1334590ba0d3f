package org.memoro.web.neighbour;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.web.layout.Face;

/** A person the visitor knows, as contact-service tells it. */
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
        @Nullable List<Labelled> emails,
        @Nullable List<Labelled> phones,
        @Nullable List<Labelled> addresses,
        @Nullable List<Labelled> links,
        @Nullable String howWeMet,
        @Nullable String notes,
        @Nullable List<String> tags,
        @Nullable LatestNews latestNews,
        @Nullable LocalDate lastInteractionOn,
        @Nullable Instant createdAt,
        long version) {

    /** A value with what it is for, such as a work phone. */
    public record Labelled(@Nullable String label, @Nullable String value) {}

    /** The newest thing that happened to them. */
    public record LatestNews(
            @Nullable String text,
            @Nullable LocalDate asOf,
            @Nullable UUID interactionId) {}

    public Contact {
        emails = Objects.requireNonNullElse(emails, List.of());
        phones = Objects.requireNonNullElse(phones, List.of());
        addresses = Objects.requireNonNullElse(addresses, List.of());
        links = Objects.requireNonNullElse(links, List.of());
        tags = Objects.requireNonNullElse(tags, List.of());
    }

    public Face face() {
        return Face.of(id, displayName);
    }

    /** The name to use inside a sentence. */
    public String shortName() {
        return firstName != null && !firstName.isBlank() ? firstName : displayName;
    }
}
