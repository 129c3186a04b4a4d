package org.customervaluesquads.signalservice.who.streams;

import org.customervaluesquads.contracts.IdentityStepTaken;
import org.customervaluesquads.contracts.SignalRecorded;

/** What happens to the state of a customer who has parts, or of one who becomes part of another. */
public sealed interface Move {

    /** A signal of the customer, or of the subject that is part of it and came to it from another key or its own. */
    record Heard(String from, String subject, SignalRecorded signal) implements Move {}

    /** The state, with all of its parts, goes to the customer to whom it belongs now. */
    record HandedOver(IdentityStepTaken join) implements Move {}

    /** A subject's state becomes part of the customer. */
    record Joined(String from, String subject, String state) implements Move {}

    /** A part goes back to whom it came from; with whoever came on to others, all that came through them. */
    record Left(IdentityStepTaken leave) implements Move {}

    /** The customer's own state comes back. */
    record Returned(String state) implements Move {}

    /** State and parts are gone. */
    record Erased() implements Move {}
}
