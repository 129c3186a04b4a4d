package org.customervaluesquads.signalservice.who.streams;

import org.customervaluesquads.contracts.IdentityStepTaken;
import org.customervaluesquads.contracts.SignalRecorded;
import org.jspecify.annotations.Nullable;

/** What happens to the state of a customer who has parts, or of one who becomes part of another. */
public sealed interface Move {

    /** A signal of the customer, or of one of its parts. */
    record Heard(@Nullable Part of, SignalRecorded signal) implements Move {}

    /** The state, with all of its parts, goes to the customer to whom it belongs now. */
    record HandedOver(IdentityStepTaken join) implements Move {}

    /** A subject's state becomes part of the customer. */
    record Joined(Part part, String state) implements Move {}

    /** Parts go back to whom they came from: a subject's, and all that came by way of it. */
    record Left(IdentityStepTaken leave) implements Move {}

    /** The customer's own state comes back. */
    record Returned(String state) implements Move {}

    /** State and parts are gone. */
    record Erased() implements Move {}
}
