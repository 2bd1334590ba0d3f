package org.memoro.interactions.participant;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps exactly the people that a note's text names, beside who was typed; runs in the caller's transaction. */
@Component
public class ReplaceRecognised {
    private final Participants participants;

    ReplaceRecognised(Participants participants) {
        this.participants = participants;
    }

    /** Whether that changed who the note is about. */
    public Mono<Boolean> replace(UUID userId, UUID interactionId, List<RecognisedPerson> people) {
        Mono<List<Participant>> now =
                participants.list(userId, List.of(interactionId)).collectList();
        return now.flatMap(before -> participants
                .replaceRecognised(userId, interactionId, people)
                .then(now)
                .map(after -> !after.equals(before)));
    }
}
