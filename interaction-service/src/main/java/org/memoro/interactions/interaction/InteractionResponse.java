package org.memoro.interactions.interaction;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.interactions.enrichment.Enrichment;
import org.memoro.interactions.participant.Participant;
import org.memoro.interactions.participant.Role;
import org.memoro.interactions.participant.Source;

/**
 * A note as the API shows it.
 *
 * @param participants who took part, typed or recognised
 * @param mentioned who was only talked about
 * @param contactIds the typed ones among the participants; what a patch of {@code contactIds} replaces
 */
@Schema(name = "Interaction")
@JsonInclude(JsonInclude.Include.ALWAYS)
record InteractionResponse(
        UUID id,
        String notes,
        LocalDate occurredOn,
        OccurredOnSource occurredOnSource,
        @Nullable Instant occurredAt,
        Instant writtenAt,
        @Nullable String location,
        @Nullable String threadId,
        List<Person> participants,
        List<Person> mentioned,
        List<UUID> contactIds,
        Enrichment enrichment,
        Instant createdAt,
        Instant updatedAt,
        long version) {

    /** A contact by name; without one until contact-service could be asked. */
    @Schema(name = "InteractionPerson")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Person(UUID contactId, @Nullable String displayName) {}

    static InteractionResponse of(Interaction interaction, List<Participant> people) {
        NoteContent content = interaction.content();
        List<Participant> once = eachOnce(people);
        return new InteractionResponse(
                interaction.id(),
                content.notes(),
                content.occurredOn(),
                content.occurredOnSource(),
                content.occurredAt(),
                content.writtenAt(),
                content.location(),
                content.threadId(),
                withRole(once, Role.PARTICIPANT),
                withRole(once, Role.MENTIONED),
                once.stream()
                        .filter(person -> person.source() == Source.TYPED)
                        .map(Participant::contactId)
                        .toList(),
                interaction.enrichment(),
                interaction.createdAt(),
                interaction.updatedAt(),
                interaction.version());
    }

    /** Two contacts that were merged are one now; the typed one comes first in the list and stays. */
    static List<Participant> eachOnce(List<Participant> people) {
        Set<UUID> seen = new HashSet<>();
        List<Participant> once = new ArrayList<>();
        for (Participant person : people) {
            if (seen.add(person.contactId())) {
                once.add(person);
            }
        }
        return once;
    }

    private static List<Person> withRole(List<Participant> people, Role role) {
        return people.stream()
                .filter(person -> person.role() == role)
                .map(person -> new Person(person.contactId(), person.displayName()))
                .toList();
    }
}
