package org.customervaluesquads.signalservice.who.streams;

import java.time.Instant;
import org.customervaluesquads.contracts.IdentityStepTaken;
import org.customervaluesquads.contracts.IdentityStepTaken.Consent;
import org.customervaluesquads.contracts.IdentityStepTaken.Kind;
import org.customervaluesquads.contracts.SignalRecorded;
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
                Kind.ERASE, subject, customer, customer, at, erasureId, null, null, null, null, erasureId, 0);
    }

    static IdentityStepTaken join(String subject, String customer, Instant at, String by, @Nullable Consent consent) {
        return new IdentityStepTaken(Kind.JOIN, subject, subject, customer, at, by, null, null, null, consent, null, 0);
    }

    static IdentityStepTaken leave(String subject, String customer, Instant at, String by) {
        return of(Kind.LEAVE, subject, subject, customer, at, by);
    }

    static IdentityStepTaken note(String subject, String customer, Instant at, String by, Tie.State state) {
        return new IdentityStepTaken(
                Kind.NOTE, subject, subject, customer, at, by, state.word(), null, null, null, null, 0);
    }

    static IdentityStepTaken hear(String subject, String customer, SignalRecorded signal) {
        String by = signal.source() + "/" + signal.id();
        return new IdentityStepTaken(
                Kind.HEAR, subject, subject, customer, signal.occurredAt(), by, null, null, signal, null, null, 0);
    }

    /** The join of a part that comes along with the customer whom it is part of. */
    static IdentityStepTaken joining(IdentityStepTaken join, String part) {
        return of(Kind.JOIN, part, join.from(), join.customerId(), join.at(), join.by());
    }

    /** The return of a part that leaves. */
    static IdentityStepTaken returning(IdentityStepTaken leave, String part) {
        return of(Kind.RETURN, part, leave.from(), leave.customerId(), leave.at(), leave.by());
    }

    /** The same with a state. */
    static IdentityStepTaken carrying(IdentityStepTaken step, String state) {
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
                step.hops() + 1);
    }

    /** The join of a state that came back to somebody who belongs to another customer by now. */
    static IdentityStepTaken joinedBack(IdentityStepTaken back, String by, String to) {
        return new IdentityStepTaken(
                Kind.JOIN,
                back.subject(),
                by,
                to,
                back.at(),
                back.by(),
                null,
                back.state(),
                null,
                null,
                null,
                back.hops() + 1);
    }

    private static IdentityStepTaken of(
            Kind kind, String subject, String from, String customer, Instant at, String by) {
        return new IdentityStepTaken(kind, subject, from, customer, at, by, null, null, null, null, null, 0);
    }
}
