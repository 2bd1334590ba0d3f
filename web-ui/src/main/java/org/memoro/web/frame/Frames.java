package org.memoro.web.frame;

import java.util.List;
import java.util.Objects;
import org.memoro.web.layout.Frame;
import org.memoro.web.layout.Visitor;
import org.memoro.web.neighbour.Contact;
import org.memoro.web.neighbour.Contacts;
import org.memoro.web.neighbour.Fact;
import org.memoro.web.neighbour.Facts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Fills the frame; a page never fails because its sidebar cannot be filled. */
@Component
public class Frames {

    private static final Contacts.Filter LATELY = new Contacts.Filter(null, null, "lastInteraction", null, 5);

    private final Contacts contacts;
    private final Facts facts;

    Frames(Contacts contacts, Facts facts) {
        this.contacts = contacts;
        this.facts = facts;
    }

    public Mono<Frame> around(Visitor visitor, Frame.Section section) {
        return Mono.zip(toCheck(), lately(), Frame.Around::new)
                .onErrorReturn(Frame.Around.UNKNOWN)
                .map(around -> new Frame(visitor, section, null, around, null));
    }

    /** A frame for a page that must be shown when nobody can be asked. */
    public static Frame bare(Visitor visitor, Frame.Section section) {
        return new Frame(visitor, section, null, Frame.Around.UNKNOWN, null);
    }

    /** How many notes wait for a look. */
    Mono<Integer> toCheck() {
        return facts.toCheck().map(waiting -> (int) waiting.stream()
                .map(Fact::interactionId)
                .filter(Objects::nonNull)
                .distinct()
                .count());
    }

    private Mono<List<Frame.Lately>> lately() {
        return contacts.list(LATELY).map(slice -> slice.items().stream()
                .filter(contact -> contact.lastInteractionOn() != null)
                .map(Frames::lately)
                .toList());
    }

    private static Frame.Lately lately(Contact contact) {
        return new Frame.Lately(contact.id(), contact.displayName(), contact.face());
    }
}
