package org.customervaluesquads.localstack.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Everything that the customers of the made-up company did in a month, oldest first. The same seed gives the same
 * signals with the same ids, at the same distances from the end.
 */
record Month(List<Happening> happenings) {

    static final int DAYS = 30;

    private static final Duration DAY = Duration.ofDays(1);
    private static final Comparator<Happening> OLDEST_FIRST =
            Comparator.comparing(Happening::occurredAt).thenComparing(Happening::id);

    /** A signal with what it is sorted and counted by. */
    record Happening(Instant occurredAt, String id, String type, ObjectNode signal) {}

    static Month endingAt(Instant end, long seed) {
        List<Happening> happenings = new ArrayList<>();
        for (int number = 0; number < Shopper.COUNT; number++) {
            Diary diary = new Diary(Shopper.numbered(number), seed + number, happenings::add);
            for (int day = 0; day < DAYS; day++) {
                diary.live(day, end.minus(DAY.multipliedBy(DAYS - day)));
            }
            diary.liveTheLastHours(end);
        }
        new AdvertisingCosts(seed, happenings::add).spend(end.minus(DAY.multipliedBy(DAYS)));
        happenings.sort(OLDEST_FIRST);
        return new Month(List.copyOf(happenings));
    }

    /** How many signals of a type there are. */
    long count(String type) {
        return happenings.stream().filter(one -> one.type().equals(type)).count();
    }
}
