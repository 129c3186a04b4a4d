package org.customervaluesquads.benchmarks.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Signals of many customers, some of whom are far more active than others; the same ones for the same seed.
 *
 * <p>Each is a line of JSON with a place for its number, so that sending one is little more than copying it.
 */
final class SomeSignals {

    static final String SOURCE = "web-shop";
    static final int REGIONS = 20;
    static final int SEGMENTS = 10;

    /** How wide a signal's number is written. */
    static final int NUMBER_WIDTH = 12;

    private static final int CUSTOMERS = 100_000;
    private static final int BYTES = 367;
    private static final List<String> TYPES = List.of(
            "page.viewed pricing",
            "page.viewed home",
            "page.viewed home",
            "page.viewed support",
            "page.viewed account",
            "product.viewed",
            "product.viewed",
            "search.performed",
            "cart.added",
            "email.opened",
            "email.clicked",
            "feature.used",
            "feature.used",
            "chat.message",
            "checkout.started",
            "order.completed");

    private final Random random;
    private final double[] upTo = new double[CUSTOMERS];

    SomeSignals(long seed) {
        random = new Random(seed);
        double sum = 0;
        for (int i = 0; i < CUSTOMERS; i++) {
            sum += 1.0 / (i + 1);
            upTo[i] = sum;
        }
    }

    /** Where in a signal its number stands. */
    static int numberAt() {
        return "{\"id\":\"".length();
    }

    /** Writes a number into a signal. */
    static void number(byte[] signal, int from, long number) {
        long rest = number;
        for (int i = NUMBER_WIDTH - 1; i >= 0; i--) {
            signal[from + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
    }

    static String region(int customer) {
        return "R" + customer % REGIONS;
    }

    static String segment(int customer) {
        return "S" + customer / REGIONS % SEGMENTS;
    }

    int customer() {
        int found = Arrays.binarySearch(upTo, random.nextDouble() * upTo[CUSTOMERS - 1]);
        return found < 0 ? Math.min(-found - 1, CUSTOMERS - 1) : found;
    }

    String[] type() {
        return TYPES.get(random.nextInt(TYPES.size())).split(" ", -1);
    }

    /** A signal as a source offers it, 367 bytes long. */
    byte[] offered(Instant occurredAt) {
        int customer = customer();
        String[] type = type();
        String value = type[0].equals("order.completed") ? "\"value\":{\"amount\":505.30,\"currency\":\"GBP\"}," : "";
        String section = type.length > 1 ? "\"section\":\"%s\",".formatted(type[1]) : "";
        String head =
                "{\"id\":\"%s\",\"source\":\"%s\",\"type\":\"%s\",\"occurredAt\":\"%s\",\"customer\":{\"id\":\"c-%d\","
                                .formatted("0".repeat(NUMBER_WIDTH), SOURCE, type[0], occurredAt, customer)
                        + "\"region\":\"%s\",\"segment\":\"%s\"},\"channel\":\"web\",%s\"properties\":{%s\"page\":\""
                                .formatted(region(customer), segment(customer), value, section);
        return filled(head, "\"}}");
    }

    /** Fills up with a property that says nothing, as real signals do. */
    private static byte[] filled(String head, String tail) {
        return (head + "x".repeat(Math.max(0, BYTES - head.length() - tail.length())) + tail).getBytes(UTF_8);
    }
}
