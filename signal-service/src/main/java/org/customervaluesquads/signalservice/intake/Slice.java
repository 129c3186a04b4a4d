package org.customervaluesquads.signalservice.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;

/** A part of a request's body, where it stands; a text of its own only when somebody asks for one. */
final class Slice {

    private final byte[] body;
    private final int from;
    private final int to;

    Slice(byte[] body, int from, int to) {
        this.body = body;
        this.from = from;
        this.to = to;
    }

    int length() {
        return to - from;
    }

    String text() {
        return new String(body, from, length(), UTF_8);
    }

    byte at(int index) {
        return body[from + index];
    }

    /** A part of this one. */
    Slice part(long partFrom, long partTo) {
        return new Slice(body, from + (int) partFrom, from + (int) partTo);
    }

    /** A parser that begins with it. */
    JsonParser parser(ObjectReader json) throws IOException {
        return json.createParser(body, from, length());
    }

    /** Its bytes, copied to a place in others. */
    void copyTo(byte[] others, int at) {
        System.arraycopy(body, from, others, at, length());
    }
}
