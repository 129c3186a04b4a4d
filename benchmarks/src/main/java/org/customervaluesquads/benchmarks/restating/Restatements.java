package org.customervaluesquads.benchmarks.restating;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.SquadMetricRestated;
import org.customervaluesquads.contracts.Topics;

/**
 * How fast squads' numbers follow the facts, in a stack that was started by {@code ./squads start --detach --fresh}:
 * how long
 * after a fact it is in its squad's numbers, how long a new squad waits for a year of them, and what a change costs
 * while there are few squads or many.
 */
public final class Restatements {

    private static final Duration POLL = Duration.ofMillis(5);
    private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(3);
    private static final Duration LOOKED_UP = Duration.ofSeconds(10);
    private static final Duration SHOWN_WITHIN = Duration.ofSeconds(15);
    private static final int PER_SECOND = 2_000;
    private static final int EVERY_MILLIS = 5;
    private static final int STEADY_SQUADS = 200;
    private static final int FACTS_AN_HOUR_BEFORE = 100;
    private static final int TOUCHED = 10;
    private static final int CHANGES = 2_000;
    private static final int YEAR_ORDERS = 28_816;
    private static final int YEAR_DAYS = 374;

    private final Stack stack;
    private final String run = "b" + Long.toString(System.currentTimeMillis() / 1_000, Character.MAX_RADIX);

    private Restatements(Stack stack) {
        this.stack = stack;
    }

    /** Measures latency, newcomer or squads, or all of them. */
    public static void main(String... arguments) throws Exception {
        String broker = System.getProperty("broker", "localhost:9092");
        URI metrics = URI.create(System.getProperty("metrics", "http://localhost:8083"));
        List<String> parts = arguments.length == 0 ? List.of("latency", "newcomer", "squads") : List.of(arguments);
        try (Stack stack = new Stack(broker, metrics)) {
            Restatements measuring = new Restatements(stack);
            for (String part : parts) {
                switch (part) {
                    case "latency" -> measuring.latency();
                    case "newcomer" -> measuring.newcomer();
                    case "squads" -> measuring.squads();
                    default -> throw new IllegalArgumentException("latency, newcomer or squads, not " + part);
                }
            }
        }
        System.exit(0);
    }

    /**
     * A fact counts as shown when the squad's number of signals in its hour is as large as it was with the fact; and in its
     * day likewise.
     */
    private void latency() throws Exception {
        Facts facts = new Facts(run + "l");
        for (int place = 0; place < STEADY_SQUADS; place++) {
            stack.squad(facts.squad(place), facts.scope(place));
        }
        stack.flush();
        int before = hoursBefore(facts, Integer.getInteger("hours", 0));
        awaitQuiet();
        int seconds = Integer.getInteger("seconds", 40);
        int warm = Integer.getInteger("warm", 15);
        Sent sent = new Sent();
        double cpu = stack.cpuSeconds();
        FutureTask<Double> sending = new FutureTask<>(() -> {
            steadily(facts, sent, seconds + warm);
            return stack.cpuSeconds() - cpu;
        });
        Thread.ofPlatform().start(sending);
        long from = System.nanoTime() + Duration.ofSeconds(warm).toNanos();
        Following ofHours = new Following("hour", sent, 0, from);
        Following ofDays = new Following("day", sent, before, from);
        try (KafkaConsumer<String, byte[]> reader = stack.restatements()) {
            while (System.nanoTime()
                    < from + Duration.ofSeconds(seconds).plus(SHOWN_WITHIN).toNanos()) {
                for (ConsumerRecord<String, byte[]> told : reader.poll(POLL)) {
                    ofHours.follow(told);
                    ofDays.follow(told);
                }
            }
        }
        System.out.printf(
                "fact -> squad-metrics at %,d signals/s, %d squads, after %d hours of today: %s; in its day %s;"
                        + " %.2f CPU-s of metrics-service a second%n",
                PER_SECOND,
                STEADY_SQUADS,
                before / FACTS_AN_HOUR_BEFORE,
                percentiles(ofHours.latencies()),
                percentiles(ofDays.latencies()),
                sending.get() / (seconds + warm));
    }

    /**
     * Facts of earlier hours, for late in a day there is more of it than its present hour; gives how many of each squad lie
     * in today.
     */
    private int hoursBefore(Facts facts, int hours) {
        Instant present = Instant.now().truncatedTo(ChronoUnit.HOURS);
        Instant today = present.truncatedTo(ChronoUnit.DAYS);
        int ofToday = 0;
        for (int before = hours; before > 0; before--) {
            Instant hour = present.minus(before, ChronoUnit.HOURS);
            ofToday += hour.isBefore(today) ? 0 : FACTS_AN_HOUR_BEFORE;
            for (int i = 0; i < STEADY_SQUADS * FACTS_AN_HOUR_BEFORE; i++) {
                stack.signal(facts.some(i % STEADY_SQUADS, hour.plusSeconds(i % 3_600)));
            }
        }
        stack.flush();
        return ofToday;
    }

    private static String percentiles(List<Long> sorted) {
        return "p50 %d ms, p90 %d ms, p99 %d ms, largest %d ms (%,d facts)"
                .formatted(
                        millis(sorted, 0.5),
                        millis(sorted, 0.9),
                        millis(sorted, 0.99),
                        millis(sorted, 1),
                        sorted.size());
    }

    private void steadily(Facts facts, Sent sent, int seconds) {
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS);
        Random random = new Random(11);
        long next = System.nanoTime();
        long end = next + Duration.ofSeconds(seconds).toNanos();
        while (next < end) {
            for (int i = 0; i < PER_SECOND * EVERY_MILLIS / 1_000; i++) {
                int place = random.nextInt(STEADY_SQUADS);
                stack.signal(facts.some(place, hour.plusSeconds(random.nextInt(3_600))));
                sent.sent(facts.squad(place), System.nanoTime());
            }
            next += Duration.ofMillis(EVERY_MILLIS).toNanos();
            Waiting.until(next);
        }
    }

    /** A new squad has all its numbers when it has those of a squad that was there before. */
    private void newcomer() throws Exception {
        Facts facts = new Facts(run + "n");
        stack.squad(facts.squad(0), facts.scope(0));
        aYearOfOrders(facts);
        Set<String> before = new HashSet<>();
        try (KafkaConsumer<String, byte[]> reader = stack.restatements()) {
            awaitQuiet();
            readUntilQuiet(reader, facts.squad(0), before, LOOKED_UP);
            System.out.printf("a year of %,d orders: %,d numbers of the squad before%n", YEAR_ORDERS, before.size());
            double cpu = stack.cpuSeconds();
            long begun = System.nanoTime();
            stack.squad(facts.squad(1), facts.scope(0));
            stack.flush();
            Set<String> after = new HashSet<>();
            while (after.size() < before.size()) {
                giveUpAfter(begun);
                for (ConsumerRecord<String, byte[]> told : reader.poll(POLL)) {
                    if (told.key().startsWith(facts.squad(1) + "|")) {
                        after.add(told.key().substring(told.key().indexOf('|')));
                    }
                }
            }
            double took = (System.nanoTime() - begun) / 1e9;
            System.out.printf(
                    "a new squad has all of them after %.1f s (%.1f CPU-s of metrics-service)%n",
                    took, stack.cpuSeconds() - cpu);
        }
    }

    /** As a shop's invoices: on six days a week, in ten hours of the day. */
    private void aYearOfOrders(Facts facts) {
        Instant first = Instant.parse("2024-01-01T00:00:00Z");
        Random random = new Random(5);
        for (int i = 0; i < YEAR_ORDERS; i++) {
            Instant day = first.plus(random.nextInt(YEAR_DAYS) / 7 * 7 + random.nextInt(6), ChronoUnit.DAYS);
            stack.signal(facts.order(0, day.plusSeconds(28_800 + random.nextInt(36_000))));
        }
        stack.flush();
    }

    private static void readUntilQuiet(
            KafkaConsumer<String, byte[]> reader, String squad, Set<String> keys, Duration quiet) {
        long last = System.nanoTime();
        while (System.nanoTime() - last < quiet.toNanos()) {
            for (ConsumerRecord<String, byte[]> told : reader.poll(POLL)) {
                if (told.key().startsWith(squad + "|")) {
                    keys.add(told.key().substring(told.key().indexOf('|')));
                    last = System.nanoTime();
                }
            }
        }
    }

    /** The same change, of ten squads' facts, while there are more and more squads whom it does not concern. */
    private void squads() throws Exception {
        Facts facts = new Facts(run + "s");
        int formed = 0;
        for (int squads : List.of(10, 10, 100, 1_000)) {
            while (formed < squads) {
                stack.squad(facts.squad(formed), facts.scope(formed));
                formed++;
            }
            stack.flush();
            awaitQuiet();
            change(facts, squads);
        }
    }

    /** The service looks only now and then at what is left to do. */
    private void awaitQuiet() throws Exception {
        long begun = System.nanoTime();
        do {
            giveUpAfter(begun);
            Thread.sleep(LOOKED_UP.plusSeconds(2));
        } while (stack.counter("squads_unread_records") + stack.counter("squads_touched_waiting") > 0);
    }

    private void change(Facts facts, int squads) throws Exception {
        double cpu = stack.cpuSeconds();
        double sent = stack.counter("squads_restatements_sent_total");
        Map<String, Long> due = new HashMap<>();
        Instant hour = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(squads, ChronoUnit.HOURS);
        long begun = System.nanoTime();
        try (KafkaConsumer<String, byte[]> reader = stack.restatements()) {
            for (int i = 0; i < CHANGES; i++) {
                stack.signal(facts.some(i % TOUCHED, hour.plusSeconds(i)));
                due.merge(facts.squad(i % TOUCHED), 1L, Long::sum);
            }
            stack.flush();
            while (!due.isEmpty()) {
                giveUpAfter(begun);
                for (ConsumerRecord<String, byte[]> told : reader.poll(POLL)) {
                    if (told.key().contains("|signals|hour|")) {
                        SquadMetricRestated shown = read(told);
                        due.computeIfPresent(
                                shown.squadId(),
                                (squad, all) ->
                                        shown.value() != null && shown.value().longValue() >= all ? null : all);
                    }
                }
            }
        }
        double took = (System.nanoTime() - begun) / 1e9;
        Thread.sleep(8_000);
        System.out.printf(
                "%,d facts of %d squads, of %,d: shown after %.1f s, %.2f CPU-s of metrics-service, %,.0f restatements%n",
                CHANGES,
                TOUCHED,
                squads,
                took,
                stack.cpuSeconds() - cpu,
                stack.counter("squads_restatements_sent_total") - sent);
    }

    private static void giveUpAfter(long begun) {
        if (System.nanoTime() - begun > GIVEN_UP_AFTER.toNanos()) {
            throw new IllegalStateException("not shown within " + GIVEN_UP_AFTER);
        }
    }

    static SquadMetricRestated read(ConsumerRecord<String, byte[]> told) {
        return MessageSerde.of(Topics.SQUAD_METRICS).deserializer().deserialize(told.topic(), told.value());
    }

    private static long millis(List<Long> sorted, double share) {
        int place = (int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size()));
        return sorted.isEmpty() ? -1 : sorted.get(place) / 1_000_000;
    }
}
