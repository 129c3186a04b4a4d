package org.customervaluesquads.acceptance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.customervaluesquads.contracts.MessageJson;

/**
 * Generated signals of a few regions over some days, the same for the same seed, with what a plain sum says of them.
 *
 * @param signals as the batch door takes them, in order of time
 */
record Traffic(List<Sent> signals) {

    private static final List<String> TYPES = List.of(
            "page.viewed",
            "page.viewed",
            "product.viewed",
            "cart.added",
            "order.completed",
            "order.cancelled",
            "spend.recorded",
            "ticket.opened");
    private static final int DAYS = 5;

    /** One signal, and what decides in which sums it is. */
    record Sent(String type, String region, String customer, BigDecimal amount, ObjectNode json) {

        /** What makes it one signal. */
        String name() {
            return json.path("source").asText() + "/" + json.path("id").asText();
        }
    }

    static Traffic of(long seed, int count, String source, List<String> regions) {
        return of(seed, count, List.of(source), regions);
    }

    static Traffic of(long seed, int count, List<String> sources, List<String> regions) {
        Random random = new Random(seed);
        Instant start = Instant.now().truncatedTo(ChronoUnit.DAYS).minus(DAYS, ChronoUnit.DAYS);
        List<Sent> signals = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String type = TYPES.get(random.nextInt(TYPES.size()));
            String region = regions.get(random.nextInt(regions.size()));
            String customer = region + "-" + random.nextInt(40);
            BigDecimal amount = BigDecimal.valueOf(random.nextInt(1, 100_000), 2);
            Instant when = start.plusSeconds(86_400L * DAYS * i / count);
            ObjectNode json = MessageJson.mapper()
                    .createObjectNode()
                    .put("id", seed + "-" + i)
                    .put("source", sources.get(i % sources.size()))
                    .put("type", type)
                    .put("occurredAt", when.toString())
                    .put("channel", "web");
            json.putObject("customer").put("id", customer).put("region", region);
            if (type.startsWith("order") || type.startsWith("spend")) {
                json.putObject("value").put("amount", amount).put("currency", "EUR");
            }
            signals.add(new Sent(type, region, customer, amount, json));
        }
        return new Traffic(signals);
    }

    /** The signals as batches of at most so many, each a JSON array. */
    List<String> batches(int size) {
        List<String> batches = new ArrayList<>();
        for (int from = 0; from < signals.size(); from += size) {
            ArrayNode batch = MessageJson.mapper().createArrayNode();
            signals.subList(from, Math.min(from + size, signals.size())).forEach(sent -> batch.add(sent.json()));
            batches.add(batch.toString());
        }
        return batches;
    }

    /** Only the signals of these names. */
    Traffic only(Set<String> names) {
        return new Traffic(
                signals.stream().filter(sent -> names.contains(sent.name())).toList());
    }

    /** What a squad for these regions must be shown of it, added up as plainly as can be. */
    Map<String, BigDecimal> expectedFor(Set<String> regions) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        Set<String> customers = new HashSet<>();
        for (Sent sent : signals) {
            if (regions.contains(sent.region())) {
                customers.add(sent.customer());
                add(sums, "signals", BigDecimal.ONE);
                switch (sent.type()) {
                    case "order.completed" -> {
                        add(sums, "orders", BigDecimal.ONE);
                        add(sums, "order-value/EUR", sent.amount());
                        add(sums, "revenue/EUR", sent.amount());
                    }
                    case "order.cancelled" -> {
                        add(sums, "cancellations", BigDecimal.ONE);
                        add(sums, "cancelled-value/EUR", sent.amount());
                        add(sums, "revenue/EUR", sent.amount().negate());
                    }
                    case "spend.recorded" -> add(sums, "spend/EUR", sent.amount());
                    default -> {}
                }
            }
        }
        add(sums, "active-customers", BigDecimal.valueOf(customers.size()));
        add(sums, "reach/web", BigDecimal.valueOf(customers.size()));
        sums.replaceAll((metric, sum) -> sum.stripTrailingZeros());
        return sums;
    }

    private static void add(Map<String, BigDecimal> sums, String metric, BigDecimal amount) {
        sums.merge(metric, amount, BigDecimal::add);
    }
}
