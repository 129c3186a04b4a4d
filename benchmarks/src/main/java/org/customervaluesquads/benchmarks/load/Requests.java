package org.customervaluesquads.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Prepared requests of one or many signals, in which only the numbers of the signals are written anew. */
final class Requests {

    private static final int PREPARED_SIGNALS = 20_000;

    private final List<Prepared> prepared = new ArrayList<>();
    private int next;
    private long number;

    /** A request and where in it the numbers of its signals stand. */
    private static final class Prepared {

        private final byte[] request;
        private final int[] numbersAt;

        private Prepared(byte[] request, int[] numbersAt) {
            this.request = request;
            this.numbersAt = numbersAt;
        }
    }

    Requests(String path, int signalsEach, long seed, Instant occurredAt) {
        SomeSignals some = new SomeSignals(seed);
        for (int i = 0; i < PREPARED_SIGNALS / signalsEach; i++) {
            prepared.add(prepare(path, signalsEach, some, occurredAt));
        }
    }

    private static Prepared prepare(String path, int signals, SomeSignals some, Instant occurredAt) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int[] numbersAt = new int[signals];
        for (int i = 0; i < signals; i++) {
            numbersAt[i] = body.size() + SomeSignals.numberAt();
            body.writeBytes(some.offered(occurredAt));
            if (signals > 1) {
                body.write('\n');
            }
        }
        byte[] head = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                .formatted(path, signals > 1 ? "application/x-ndjson" : "application/json", body.size())
                .getBytes(US_ASCII);
        ByteArrayOutputStream request = new ByteArrayOutputStream();
        request.writeBytes(head);
        request.writeBytes(body.toByteArray());
        for (int i = 0; i < signals; i++) {
            numbersAt[i] += head.length;
        }
        return new Prepared(request.toByteArray(), numbersAt);
    }

    /** The next request, its signals numbered on; a copy, since the one before may still be on its way. */
    byte[] next() {
        Prepared one = prepared.get(next);
        next = (next + 1) % prepared.size();
        byte[] request = one.request.clone();
        for (int at : one.numbersAt) {
            SomeSignals.number(request, at, number++);
        }
        return request;
    }

    /** The number that the next signal gets. */
    long number() {
        return number;
    }
}
