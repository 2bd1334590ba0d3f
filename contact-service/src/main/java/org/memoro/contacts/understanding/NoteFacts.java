package org.memoro.contacts.understanding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.api.Ids;
import org.memoro.contacts.contact.FoldedText;
import org.memoro.contacts.contact.Maker;
import org.memoro.contacts.fact.Engine;
import org.memoro.contacts.fact.Evidence;
import org.memoro.contacts.fact.Fact;
import org.memoro.contacts.fact.FactKind;
import org.memoro.contacts.fact.FactState;
import org.memoro.contacts.fact.FactStatus;
import org.memoro.contacts.understanding.Extraction.Reading;
import tools.jackson.databind.node.ObjectNode;

/** Makes facts of one version of one note, as one engine read it. */
record NoteFacts(UUID interactionId, long version, LocalDate asOf, Engine engine, Instant now) {
    /** From here on the reader is right often enough to be believed without asking. */
    private static final double SURE = 0.8;

    static boolean isConfident(Reading reading) {
        return reading.confidence() >= SURE;
    }

    static boolean isSure(Reading reading) {
        return isConfident(reading) && !reading.needsConfirmation();
    }

    /** A fact about the note itself. */
    Fact aboutNote(FactKind kind, String said, ObjectNode value, Reading reading) {
        boolean sure = isSure(reading);
        return fact(
                kind,
                null,
                null,
                "",
                said,
                value,
                reading,
                FactStatus.HAPPENED,
                sure,
                sure ? FactState.KEPT : FactState.SUGGESTED,
                List.of());
    }

    /** A fact about somebody in the note. */
    Fact aboutPerson(
            RecognisedPerson person,
            FactKind kind,
            String said,
            ObjectNode value,
            Reading reading,
            FactStatus status,
            boolean sure) {
        boolean believed = sure && status.isAsserted();
        return fact(
                kind,
                person.contactId(),
                null,
                person.subject(),
                said,
                value,
                reading,
                status,
                believed,
                person.stateOf(believed),
                List.of());
    }

    /** The fact that somebody stands in the note. */
    Fact person(RecognisedPerson person, ObjectNode value) {
        return fact(
                FactKind.PERSON,
                person.contactId(),
                null,
                person.subject(),
                "",
                value,
                person.read(),
                FactStatus.HAPPENED,
                person.isSure(),
                person.state(),
                person.candidates());
    }

    /** The fact that somebody is another one's relative. */
    Fact family(
            RecognisedPerson owner,
            @Nullable UUID memberId,
            String said,
            ObjectNode value,
            Reading reading,
            boolean sure,
            List<UUID> candidates) {
        boolean clear = sure && memberId != null;
        return fact(
                FactKind.FAMILY,
                owner.contactId(),
                memberId,
                owner.subject(),
                said,
                value,
                reading,
                FactStatus.HAPPENED,
                sure,
                owner.stateOf(clear),
                candidates);
    }

    private Fact fact(
            FactKind kind,
            @Nullable UUID contactId,
            @Nullable UUID memberId,
            String subject,
            String said,
            ObjectNode value,
            Reading reading,
            FactStatus status,
            boolean sure,
            FactState state,
            List<UUID> candidates) {
        Evidence evidence = reading.evidence();
        return new Fact(
                Ids.next(),
                kind,
                contactId,
                memberId,
                interactionId,
                version,
                subject,
                FoldedText.of(said),
                value,
                evidence,
                engine,
                reading.confidence(),
                status,
                sure,
                state,
                Maker.MACHINE,
                now,
                candidates,
                asOf,
                1);
    }
}
