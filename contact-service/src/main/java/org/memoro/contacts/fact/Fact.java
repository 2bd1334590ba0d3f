package org.memoro.contacts.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.memoro.contacts.contact.Maker;
import tools.jackson.databind.node.ObjectNode;

/**
 * Something a note or the user says.
 *
 * @param contactId whom it is about; null while that is open, and for what is about the note itself
 * @param memberId the relative a family fact names, once it is clear who that is
 * @param subject folded name of the person in the note, which ties that person's facts together
 * @param said what was read, to recognise the fact when the note is understood again
 * @param engine who read it; null for what was typed, and for what was read before engines were remembered
 * @param sure whether it is kept without asking as soon as it is clear whom it is about
 * @param decidedAt when its state was last decided
 */
public record Fact(
        UUID id,
        FactKind kind,
        @Nullable UUID contactId,
        @Nullable UUID memberId,
        @Nullable UUID interactionId,
        @Nullable Long interactionVersion,
        String subject,
        String said,
        ObjectNode value,
        @Nullable Evidence evidence,
        @Nullable Engine engine,
        double confidence,
        FactStatus status,
        boolean sure,
        FactState state,
        Maker decidedBy,
        Instant decidedAt,
        List<UUID> candidates,
        LocalDate asOf,
        long version) {

    public Fact {
        candidates = List.copyOf(candidates);
    }

    /** Whether it counts. */
    public boolean isKept() {
        return state == FactState.KEPT;
    }

    /** Whether the user decided on it, so that no machine may. */
    public boolean isUsers() {
        return decidedBy == Maker.USER;
    }

    /** Whether the user typed it rather than a note told it. */
    public boolean isTyped() {
        return interactionId == null;
    }

    /** Whether a follow-up of the same note was made of this plan. */
    public boolean isToldBy(Fact followUp) {
        return status == FactStatus.PLANNED
                && interactionId != null
                && interactionId.equals(followUp.interactionId)
                && subject.equals(followUp.subject)
                && said.equals(followUp.said);
    }

    /** The same fact about this contact, in this state, nobody being asked for any more. */
    public Fact about(@Nullable UUID contact, FactState newState) {
        return new Fact(
                id,
                kind,
                contact,
                memberId,
                interactionId,
                interactionVersion,
                subject,
                said,
                value,
                evidence,
                engine,
                confidence,
                status,
                sure,
                newState,
                decidedBy,
                decidedAt,
                List.of(),
                asOf,
                version);
    }

    /** The same fact in this state. */
    public Fact in(FactState newState) {
        return new Fact(
                id,
                kind,
                contactId,
                memberId,
                interactionId,
                interactionVersion,
                subject,
                said,
                value,
                evidence,
                engine,
                confidence,
                status,
                sure,
                newState,
                decidedBy,
                decidedAt,
                candidates,
                asOf,
                version);
    }

    /** The same fact with those who may be meant. */
    public Fact withCandidates(List<UUID> mayBe) {
        return new Fact(
                id,
                kind,
                contactId,
                memberId,
                interactionId,
                interactionVersion,
                subject,
                said,
                value,
                evidence,
                engine,
                confidence,
                status,
                sure,
                state,
                decidedBy,
                decidedAt,
                mayBe,
                asOf,
                version);
    }

    /** The same fact with the relative it names. */
    public Fact withMember(@Nullable UUID member) {
        return new Fact(
                id,
                kind,
                contactId,
                member,
                interactionId,
                interactionVersion,
                subject,
                said,
                value,
                evidence,
                engine,
                confidence,
                status,
                sure,
                state,
                decidedBy,
                decidedAt,
                candidates,
                asOf,
                version);
    }

    /** The same fact with another value. */
    public Fact withValue(ObjectNode newValue) {
        return new Fact(
                id,
                kind,
                contactId,
                memberId,
                interactionId,
                interactionVersion,
                subject,
                said,
                newValue,
                evidence,
                engine,
                confidence,
                status,
                sure,
                state,
                decidedBy,
                decidedAt,
                candidates,
                asOf,
                version);
    }

    /** The same fact, being so, to be so, or denied. */
    public Fact withStatus(FactStatus newStatus) {
        return new Fact(
                id,
                kind,
                contactId,
                memberId,
                interactionId,
                interactionVersion,
                subject,
                said,
                value,
                evidence,
                engine,
                confidence,
                newStatus,
                sure,
                state,
                decidedBy,
                decidedAt,
                candidates,
                asOf,
                version);
    }

    /** The same fact as decided by the user. */
    public Fact decidedByUser(Instant now) {
        return new Fact(
                id,
                kind,
                contactId,
                memberId,
                interactionId,
                interactionVersion,
                subject,
                said,
                value,
                evidence,
                engine,
                confidence,
                status,
                sure,
                state,
                Maker.USER,
                now,
                candidates,
                asOf,
                version);
    }

    /** What the note says now, under the id by which the fact is known. */
    public Fact replacing(Fact known) {
        return new Fact(
                known.id,
                kind,
                contactId,
                memberId,
                interactionId,
                interactionVersion,
                subject,
                said,
                value,
                evidence,
                engine,
                confidence,
                status,
                sure,
                state,
                decidedBy,
                known.state == state ? known.decidedAt : decidedAt,
                candidates,
                asOf,
                known.version);
    }

    /** The user's word on the fact, found again at this place of this version of the note. */
    public Fact foundAgain(Fact again) {
        return new Fact(
                id,
                kind,
                contactId,
                memberId,
                interactionId,
                again.interactionVersion,
                again.subject,
                again.said,
                value,
                again.evidence,
                again.engine,
                confidence,
                status,
                again.sure,
                state,
                decidedBy,
                decidedAt,
                candidates,
                again.asOf,
                version);
    }
}
