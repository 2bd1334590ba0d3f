package org.memoro.web.today;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.internaltokens.NotThere;
import org.memoro.web.layout.Visitor;
import org.memoro.web.neighbour.Fact;
import org.memoro.web.neighbour.Facts;
import org.memoro.web.neighbour.Interaction;
import org.memoro.web.neighbour.Interactions;
import org.memoro.web.neighbour.Slice;
import org.memoro.web.note.NoteCard;
import org.memoro.web.note.NoteCards;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Reads the notes that a timeline shows. */
@Component
class Timelines {

    private static final int PAGE = 20;

    /** More questions than anyone answers in one sitting. */
    private static final int MOST_TO_CHECK = 50;

    private final Interactions interactions;
    private final Facts facts;
    private final NoteCards cards;

    Timelines(Interactions interactions, Facts facts, NoteCards cards) {
        this.interactions = interactions;
        this.facts = facts;
        this.cards = cards;
    }

    /** All notes, from the newest or from where a page ended. */
    Mono<Timeline> all(Visitor visitor, @Nullable String cursor, @Nullable LocalDate after) {
        return interactions.list(null, cursor, PAGE).flatMap(slice -> cards.cards(
                        visitor, slice.items(), NoteCard.Layout.NOTE)
                .map(notes -> Timeline.of(cards.days(visitor), notes, after, older(slice))));
    }

    /** Only the notes with something to confirm. */
    Mono<Timeline> toCheck(Visitor visitor) {
        return facts.toCheck()
                .flatMapIterable(waiting -> noteIds(waiting))
                .flatMapSequential(id -> interactions.get(id).onErrorResume(NotThere.class, gone -> Mono.empty()))
                .sort((one, other) -> other.occurredOn().compareTo(one.occurredOn()))
                .collectList()
                .flatMap(notes -> cards.cards(visitor, notes, NoteCard.Layout.NOTE))
                .map(notes -> Timeline.of(cards.days(visitor), notes, null, null));
    }

    private static List<UUID> noteIds(List<Fact> waiting) {
        return waiting.stream()
                .map(Fact::interactionId)
                .filter(Objects::nonNull)
                .distinct()
                .limit(MOST_TO_CHECK)
                .toList();
    }

    private static @Nullable String older(Slice<Interaction> slice) {
        if (slice.nextCursor() == null || slice.items().isEmpty()) {
            return null;
        }
        return UriComponentsBuilder.fromPath("/")
                .queryParam("cursor", "{cursor}")
                .queryParam("after", slice.items().getLast().occurredOn())
                .encode()
                .buildAndExpand(slice.nextCursor())
                .toUriString();
    }
}
