package org.memoro.interactions.participant;

import java.util.Set;
import java.util.UUID;
import org.memoro.events.InteractionParticipantsChanged;
import org.memoro.outbox.Outbox;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Says of notes that their participants are other ones or have other names; runs in the transaction of that change. */
@Component
class AnnounceParticipants {
    private final Participants participants;
    private final Outbox outbox;

    AnnounceParticipants(Participants participants, Outbox outbox) {
        this.participants = participants;
        this.outbox = outbox;
    }

    /** Deleted notes are not spoken of. */
    Mono<Void> of(UUID userId, Set<UUID> interactionIds) {
        if (interactionIds.isEmpty()) {
            return Mono.empty();
        }
        return participants
                .livingVersions(userId, interactionIds)
                .collectList()
                .flatMapIterable(notes -> notes)
                .concatMap(note ->
                        outbox.append(InteractionParticipantsChanged.of(userId, note.interactionId(), note.version())))
                .then();
    }
}
