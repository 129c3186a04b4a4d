package org.customervaluesquads.acceptance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.customervaluesquads.contracts.MessageJson;

/**
 * Customers from whom something can be learned: whoever puts something into the cart mostly orders within two hours, others
 * seldom do.
 *
 * @param signals in order of time, the last ones of this day
 */
record Shoppers(List<ObjectNode> signals) {

    private static final int DAYS = 60;
    private static final int EACH_DAY = 20;
    private static final double FILL_A_CART = 0.3;
    private static final double ORDER_WITH_A_CART = 0.7;
    private static final double ORDER_WITHOUT = 0.03;

    static Shoppers ofSixtyDays(long seed, String source, String region) {
        Random random = new Random(seed);
        Instant start = Instant.now().minus(Duration.ofDays(DAYS));
        List<ObjectNode> signals = new ArrayList<>();
        for (int i = 0; i < DAYS * EACH_DAY; i++) {
            Instant came = start.plus(Duration.ofMinutes(24L * 60 * i / EACH_DAY));
            String customer = region + "-" + i;
            boolean fills = random.nextDouble() < FILL_A_CART;
            boolean orders = random.nextDouble() < (fills ? ORDER_WITH_A_CART : ORDER_WITHOUT);
            signals.add(signal(source, customer, region, "page.viewed", came));
            if (fills) {
                signals.add(signal(source, customer, region, "cart.added", came.plusSeconds(300)));
            }
            if (orders) {
                ObjectNode order = signal(source, customer, region, "order.completed", came.plusSeconds(3_600));
                order.putObject("value").put("amount", 10).put("currency", "EUR");
                signals.add(order);
            }
        }
        signals.removeIf(
                signal -> Instant.parse(signal.path("occurredAt").asText()).isAfter(Instant.now()));
        signals.sort(Comparator.comparing(
                signal -> Instant.parse(signal.path("occurredAt").asText())));
        return new Shoppers(signals);
    }

    private static ObjectNode signal(String source, String customer, String region, String type, Instant when) {
        ObjectNode signal = MessageJson.mapper()
                .createObjectNode()
                .put("id", customer + "-" + type)
                .put("source", source)
                .put("type", type)
                .put("occurredAt", when.toString())
                .put("channel", "web");
        signal.putObject("customer").put("id", customer).put("region", region);
        return signal;
    }

    /** The signals as batches of at most so many, each a JSON array. */
    List<String> batches(int size) {
        List<String> batches = new ArrayList<>();
        for (int from = 0; from < signals.size(); from += size) {
            ArrayNode batch = MessageJson.mapper().createArrayNode();
            batch.addAll(signals.subList(from, Math.min(from + size, signals.size())));
            batches.add(batch.toString());
        }
        return batches;
    }
}
