package org.memoro.interactions.participant;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps exactly the contacts that a person named for a note; runs in the transaction that writes the note. */
@Component
public class ReplaceTyped {
    private final Participants participants;

    ReplaceTyped(Participants participants) {
        this.participants = participants;
    }

    public Mono<Void> replace(UUID userId, UUID interactionId, List<TypedContact> contacts) {
        return participants.replaceTyped(userId, interactionId, contacts);
    }
}
