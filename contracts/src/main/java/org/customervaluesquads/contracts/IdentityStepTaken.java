package org.customervaluesquads.contracts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One step of bringing together what belongs to one customer, on {@link Topics#IDENTITY_STEPS}: it goes from the
 * partition that knows something to the partition that has to know it.
 *
 * @param subject who is joined or put back: {@code anonymous:} and an anonymous id, or an earlier customer id
 * @param from the key that sent it
 * @param customerId the customer to whom the subject belongs, or did
 * @param at when what caused it occurred
 * @param by what caused it: the source and id of a signal, or the id of a request
 * @param tie how the subject stands to the customer, of a {@link Kind#NOTE}
 * @param state the subject's counts and attributes, packed, in Base64
 * @param signal what was heard of the subject, of a {@link Kind#HEAR}
 * @param consent what the subject stated on consent before it was joined
 * @param erasureId the erasure that an {@link Kind#ERASE} belongs to
 * @param route the keys by way of which the subject's state or signal comes, the subject last
 * @param life which of the subject's lives that is out of: after an erasure, another one begins
 * @param hops how often it was passed on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentityStepTaken(
        Kind kind,
        String subject,
        String from,
        String customerId,
        Instant at,
        String by,
        @Nullable String tie,
        @Nullable String state,
        @Nullable SignalRecorded signal,
        @Nullable Consent consent,
        @Nullable String erasureId,
        @Nullable List<String> route,
        @Nullable String life,
        int hops) {

    /** What a step asks for. */
    public enum Kind {
        /** To the subject: a signal says that it is this customer. */
        LINK,
        /** To the customer, and from there to the subject: it is not this customer. */
        UNMERGE,
        /** To the customer: the subject's state so far. */
        JOIN,
        /** To the customer: a later signal of the subject. */
        HEAR,
        /** To the customer: the subject belongs to it no longer; what came by way of it is to go back. */
        LEAVE,
        /** To the subject: its state. */
        RETURN,
        /** To the customer: how the subject stands to it. */
        NOTE,
        /** To the customer: the subject no longer knows of it, and is to be taken out of its merge log. */
        UNTIE,
        /** To the customer and from there to each subject: forget. */
        ERASE
    }

    /** What somebody stated on consent, and when. */
    public record Consent(Set<String> purposes, Instant at, String by) {}
}
