package org.customervaluesquads.signalservice.who.streams;

import java.time.Instant;
import org.customervaluesquads.contracts.IdentityStepTaken;
import org.customervaluesquads.contracts.IdentityStepTaken.Consent;
import org.customervaluesquads.contracts.IdentityStepTaken.Kind;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.who.Link;
import org.customervaluesquads.signalservice.who.Tie;
import org.jspecify.annotations.Nullable;

/** The steps that go from one key to another, each with the fields that it needs. */
public final class Steps {

    private Steps() {}

    static IdentityStepTaken link(String subject, String customer, Instant at, String by) {
        return of(Kind.LINK, subject, customer, customer, at, by);
    }

    /** Asks for a subject to be put back. */
    public static IdentityStepTaken unmerge(String subject, String customer, Instant at, String by) {
        return of(Kind.UNMERGE, subject, customer, customer, at, by);
    }

    /** Asks for a customer to be forgotten. */
    public static IdentityStepTaken erase(String subject, String customer, Instant at, String erasureId) {
        return new IdentityStepTaken(
                Kind.ERASE,
                subject,
                customer,
                customer,
                at,
                erasureId,
                null,
                null,
                null,
                null,
                erasureId,
                null,
                null,
                0);
    }

    static IdentityStepTaken join(
            String subject, String customer, Link link, @Nullable Consent consent, @Nullable String life) {
        return about(Part.of(subject, life), Kind.JOIN, subject, customer, link.at(), link.by(), null, consent);
    }

    static IdentityStepTaken leave(String subject, String customer, Instant at, @Nullable String life) {
        return about(Part.of(subject, life), Kind.LEAVE, subject, customer, at, "settled", null, null);
    }

    static IdentityStepTaken note(String subject, String customer, Link link, Tie.State state) {
        return new IdentityStepTaken(
                Kind.NOTE,
                subject,
                subject,
                customer,
                link.at(),
                link.by(),
                state.word(),
                null,
                null,
                null,
                null,
                null,
                null,
                0);
    }

    static IdentityStepTaken untie(String subject, String customer, Instant at, String by) {
        return of(Kind.UNTIE, subject, subject, customer, at, by);
    }

    static IdentityStepTaken hear(String subject, String customer, SignalRecorded signal, @Nullable String life) {
        String by = signal.source() + "/" + signal.id();
        Part part = Part.of(subject, life);
        return about(part, Kind.HEAR, subject, customer, signal.occurredAt(), by, signal, null);
    }

    /** The join of a part that comes along with the customer whom it is part of. */
    static IdentityStepTaken joining(IdentityStepTaken join, Part part) {
        Part longer = part.through(join.from());
        return about(longer, Kind.JOIN, join.from(), join.customerId(), join.at(), join.by(), null, null);
    }

    /** The return of a part that leaves. */
    static IdentityStepTaken returning(IdentityStepTaken leave, Part part) {
        return about(part, Kind.RETURN, leave.customerId(), part.subject(), leave.at(), leave.by(), null, null);
    }

    /** The join of a state that came back to somebody who belongs to another customer by now. */
    static IdentityStepTaken joinedBack(IdentityStepTaken back, String by, String to) {
        Part part = Part.of(by, back.life());
        return carrying(about(part, Kind.JOIN, by, to, back.at(), back.by(), null, null), back.state());
    }

    /** The same with a state. */
    static IdentityStepTaken carrying(IdentityStepTaken step, @Nullable String state) {
        return new IdentityStepTaken(
                step.kind(),
                step.subject(),
                step.from(),
                step.customerId(),
                step.at(),
                step.by(),
                null,
                state,
                null,
                step.consent(),
                null,
                step.route(),
                step.life(),
                step.hops());
    }

    /** The same, passed on by a key that belongs to another customer itself. */
    static IdentityStepTaken passedOn(IdentityStepTaken step, String by, String to) {
        return new IdentityStepTaken(
                step.kind(),
                step.subject(),
                by,
                to,
                step.at(),
                step.by(),
                step.tie(),
                step.state(),
                step.signal(),
                step.consent(),
                step.erasureId(),
                step.route() == null ? null : Part.in(step).through(by).route(),
                step.life(),
                step.hops() + 1);
    }

    private static IdentityStepTaken of(
            Kind kind, String subject, String from, String customer, Instant at, String by) {
        return new IdentityStepTaken(
                kind, subject, from, customer, at, by, null, null, null, null, null, null, null, 0);
    }

    private static IdentityStepTaken about(
            Part part,
            Kind kind,
            String from,
            String customer,
            Instant at,
            String by,
            @Nullable SignalRecorded signal,
            @Nullable Consent consent) {
        return new IdentityStepTaken(
                kind,
                part.subject(),
                from,
                customer,
                at,
                by,
                null,
                null,
                signal,
                consent,
                null,
                part.route(),
                part.life(),
                0);
    }
}
