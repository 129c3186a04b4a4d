package org.customervaluesquads.signalservice.intents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.customervaluesquads.signalservice.intents.SomeSignals.NOON;

import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.Catalogues;
import org.customervaluesquads.signalservice.intents.Customer.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** States beside a naive model that keeps all signals and computes every score anew from them. */
class NaiveHistoryTest {

    private static final int HISTORIES = 1_000;
    private static final int STEPS_MAX = 40;
    private static final long SPAN_MILLIS = Duration.ofDays(4).toMillis();
    private static final List<String> DEVICES = List.of("phone", "laptop", "tablet");
    private static final List<String> TYPES =
            List.of("page.viewed", "product.viewed", "cart.added", "order.completed", "ticket.opened", "of.no.intent");

    private final IntentCatalogue catalogue = Catalogues.intents();
    private final Weighing weighing = new Weighing(catalogue);
    private final CustomerCodec codec = new CustomerCodec(catalogue);

    private Customer ann = Customer.unknown(catalogue);
    private final Map<String, Customer> apart = new HashMap<>();
    private final Map<String, Customer> joined = new LinkedHashMap<>();
    private final Map<String, List<SignalRecorded>> heard = new HashMap<>();
    private int signals;

    /** Ten thousand histories in all, with late signals, devices that are joined and put back, and restarts. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
    void scoresAsTheSumOfAllSignalsSays(int thousand) {
        for (int i = 0; i < HISTORIES; i++) {
            Random random = new Random(thousand * 1_000L + i);
            live(random);

            Instant later = NOON.plusMillis(SPAN_MILLIS + random.nextLong(SPAN_MILLIS));

            List<SignalRecorded> whole = new ArrayList<>(heardOf("ann"));
            joined.keySet().forEach(device -> whole.addAll(heardOf(device)));
            compare(i, ann.with(List.copyOf(joined.values())), whole, later);
            apart.forEach((device, state) -> compare(HISTORIES, state, heardOf(device), later));
        }
    }

    private void live(Random random) {
        ann = Customer.unknown(catalogue);
        List.of(apart, joined, heard).forEach(Map::clear);
        int steps = 1 + random.nextInt(STEPS_MAX);
        for (int i = 0; i < steps; i++) {
            switch (random.nextInt(10)) {
                case 0 -> join(DEVICES.get(random.nextInt(DEVICES.size())));
                case 1 -> putBack(DEVICES.get(random.nextInt(DEVICES.size())));
                case 2 -> ann = codec.read(codec.write(ann));
                case 3 -> ann.look("ann", NOON.plusMillis(random.nextLong(SPAN_MILLIS)), weighing, parts());
                default -> hear(random);
            }
        }
    }

    private void hear(Random random) {
        Instant when = NOON.plusMillis(random.nextLong(SPAN_MILLIS));
        String section = random.nextBoolean() ? "pricing" : "home";
        signals++;
        SignalRecorded signal = new SignalRecorded(
                "s-" + signals,
                "web-shop",
                TYPES.get(random.nextInt(TYPES.size())),
                when,
                random.nextBoolean() ? "sales" : "service",
                null,
                null,
                null,
                "GB",
                null,
                random.nextBoolean() ? "web" : "app",
                null,
                null,
                null,
                null,
                Map.of("section", TextNode.valueOf(section)));
        String who = random.nextBoolean() ? "ann" : DEVICES.get(random.nextInt(DEVICES.size()));
        heard.computeIfAbsent(who, none -> new ArrayList<>()).add(signal);
        if (who.equals("ann")) {
            ann.hear("ann", signal, weighing, ann, parts());
        } else if (joined.containsKey(who)) {
            ann.hear("ann", signal, weighing, joined.get(who), parts());
        } else {
            apart.computeIfAbsent(who, unknown -> Customer.unknown(catalogue)).hear(who, signal, weighing);
        }
    }

    private void join(String device) {
        Customer state = apart.remove(device);
        if (state != null) {
            ann.adoptLessonsOf(state);
            joined.put(device, codec.read(codec.write(state)));
            ann.tell("ann", weighing, parts());
        }
    }

    private void putBack(String device) {
        Customer state = joined.remove(device);
        if (state != null) {
            Customer back = Customer.unknown(catalogue);
            back.add(state);
            apart.put(device, back);
            ann.tell("ann", weighing, parts());
        }
    }

    private List<Customer> parts() {
        return List.copyOf(joined.values());
    }

    private List<SignalRecorded> heardOf(String who) {
        return heard.getOrDefault(who, List.of());
    }

    private void compare(int history, Customer state, List<SignalRecorded> all, Instant moment) {
        for (Standing standing : state.standings(weighing, moment)) {
            double expected = standing.intent().bias();
            for (Map.Entry<String, double[]> each : standing.intent().weights().entrySet()) {
                for (int h = 0; h < each.getValue().length; h++) {
                    expected += each.getValue()[h] * Math.log1p(count(each.getKey(), h, all, moment));
                }
            }
            assertThat(standing.score().logOdds())
                    .as("history %d, %s", history, standing.intent().name())
                    .isCloseTo(expected, within(1e-6));
        }
    }

    private double count(String feature, int halfLife, List<SignalRecorded> all, Instant moment) {
        double millis = catalogue.halfLives().get(halfLife).toMillis();
        double count = 0;
        for (SignalRecorded signal : all) {
            if (catalogue.featuresOf(signal).contains(feature)) {
                count += Math.pow(
                        2, -Duration.between(signal.occurredAt(), moment).toMillis() / millis);
            }
        }
        return count;
    }
}
