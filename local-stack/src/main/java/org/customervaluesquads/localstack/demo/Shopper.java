package org.customervaluesquads.localstack.demo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One of the company's customers. */
record Shopper(
        String id, String region, String segment, @Nullable String account, Mood mood) {

    static final int COUNT = 300;

    private static final List<String> REGIONS = List.of("GB", "GB", "DE", "GB", "FR", "DE", "IE", "GB", "FR", "DE");
    private static final List<String> SEGMENTS =
            List.of("retail", "retail", "wholesale", "retail", "enterprise", "retail", "wholesale");
    private static final List<Mood> MOODS = List.of(
            Mood.STEADY, Mood.GROWING, Mood.STEADY, Mood.FADING, Mood.STEADY, Mood.UNHAPPY, Mood.STEADY, Mood.GROWING);
    private static final String ENTERPRISE = "enterprise";

    /** The same customer for the same number, always. */
    static Shopper numbered(int number) {
        String segment = SEGMENTS.get(number % SEGMENTS.size());
        return new Shopper(
                "cust-%04d".formatted(1_000 + number),
                REGIONS.get(number % REGIONS.size()),
                segment,
                segment.equals(ENTERPRISE) ? "acct-%03d".formatted(number / 3) : null,
                MOODS.get(number / 2 % MOODS.size()));
    }

    String currency() {
        return region.equals("GB") ? "GBP" : "EUR";
    }

    /** What an order of theirs is worth, compared with a private customer's. */
    int size() {
        return switch (segment) {
            case "wholesale" -> 4;
            case ENTERPRISE -> 12;
            default -> 1;
        };
    }
}
