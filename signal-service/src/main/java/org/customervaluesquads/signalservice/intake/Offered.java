package org.customervaluesquads.signalservice.intake;

import com.fasterxml.jackson.databind.JsonNode;
import org.customervaluesquads.contracts.SignalRejected.Reason;

/** One thing that came to a door as a signal, with the text as it came, in case it is refused. */
public sealed interface Offered {

    /** The text as it came. */
    String original();

    /** How much it is, in characters or in bytes; of plain text it is the same. */
    default int length() {
        return original().length();
    }

    /** A signal in the project's own form, read where it stands and to be judged. */
    final class Signal implements Offered {

        private final Fields fields;
        private final Slice text;

        Signal(Fields fields, Slice text) {
            this.fields = fields;
            this.text = text;
        }

        /** What stands in it. */
        public Fields fields() {
            return fields;
        }

        @Override
        public String original() {
            return text.text();
        }

        @Override
        public int length() {
            return text.length();
        }
    }

    /** A JSON value, to be judged. */
    record Legible(JsonNode signal, String original) implements Offered {}

    /** Something that cannot be judged, and why. */
    record Illegible(Reason reason, String original) implements Offered {}

    /** Something in a form of its own, such as a CloudEvent, that does not keep to that form. */
    record Unfit(Verdict.Rejected verdict, String original) implements Offered {}
}
