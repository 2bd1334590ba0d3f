package org.memoro.interactions.interaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.interactions.participant.Participant;
import org.memoro.interactions.participant.Role;
import org.memoro.interactions.participant.Source;

/** A note as other services read it: with its zone and sources, and when deleted without its text. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record InternalNote(
        UUID id,
        long version,
        boolean deleted,
        String notes,
        LocalDate occurredOn,
        OccurredOnSource occurredOnSource,
        @Nullable Instant occurredAt,
        Instant writtenAt,
        String zone,
        @Nullable String location,
        @Nullable String threadId,
        List<UUID> typedContactIds,
        List<Person> participants,
        List<Person> mentioned,
        Instant createdAt) {

    /** Someone in the note, and how we know; the name is empty until contact-service could be asked for it. */
    record Person(UUID contactId, String displayName, Source source) {
        static Person of(Participant participant) {
            String name = participant.displayName();
            return new Person(participant.contactId(), name == null ? "" : name, participant.source());
        }
    }

    static InternalNote of(Interaction interaction, List<Participant> people) {
        NoteContent content = interaction.content();
        boolean deleted = interaction.isDeleted();
        List<Participant> once = deleted ? List.of() : InteractionResponse.eachOnce(people);
        return new InternalNote(
                interaction.id(),
                interaction.version(),
                deleted,
                deleted ? "" : content.notes(),
                content.occurredOn(),
                content.occurredOnSource(),
                content.occurredAt(),
                content.writtenAt(),
                content.zone().getId(),
                deleted ? null : content.location(),
                deleted ? null : content.threadId(),
                once.stream()
                        .filter(person -> person.source() == Source.TYPED)
                        .map(Participant::contactId)
                        .toList(),
                withRole(once, Role.PARTICIPANT),
                withRole(once, Role.MENTIONED),
                interaction.createdAt());
    }

    private static List<Person> withRole(List<Participant> people, Role role) {
        return people.stream()
                .filter(person -> person.role() == role)
                .map(Person::of)
                .toList();
    }
}
