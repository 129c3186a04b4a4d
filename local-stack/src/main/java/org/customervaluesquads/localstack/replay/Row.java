package org.customervaluesquads.localstack.replay;

import com.fasterxml.jackson.databind.JsonNode;

/** One row of a file, or why it is none. */
public sealed interface Row {

    /** The line of the file that it is on. */
    long line();

    /** A row as a JSON value. */
    record Legible(long line, JsonNode value) implements Row {}

    /** Something in a row's place that cannot be read. */
    record Illegible(long line, String reason) implements Row {}
}
