package org.memoro.interactions.participant;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says who some notes are about; runs in the transaction that reads the notes. */
@Component
public class ListParticipants {
    private final Participants participants;

    ListParticipants(Participants participants) {
        this.participants = participants;
    }

    /** By note; typed contacts first, then in the order in which they were named. */
    public Mono<Map<UUID, List<Participant>>> of(UUID userId, Collection<UUID> interactionIds) {
        return participants
                .list(userId, interactionIds)
                .collectMultimap(Participant::interactionId)
                .map(ListParticipants::asLists);
    }

    private static Map<UUID, List<Participant>> asLists(Map<UUID, Collection<Participant>> byNote) {
        return byNote.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.copyOf(entry.getValue())));
    }
}
