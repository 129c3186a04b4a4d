package org.customervaluesquads.signalservice.intake;

import com.fasterxml.jackson.databind.JsonNode;
import org.customervaluesquads.contracts.SignalRejected.Reason;

/** One thing that came to a door as a signal, with the text as it came, in case it is refused. */
public sealed interface Offered {

    /** The text as it came. */
    String original();

    /** A JSON value, to be judged. */
    record Legible(JsonNode signal, String original) implements Offered {}

    /** Something that cannot be judged, and why. */
    record Illegible(Reason reason, String original) implements Offered {}

    /** Something in a form of its own, such as a CloudEvent, that does not keep to that form. */
    record Unfit(Verdict.Rejected verdict, String original) implements Offered {}
}
