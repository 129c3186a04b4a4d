package org.customervaluesquads.localstack.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.customervaluesquads.localstack.Refusal;
import org.customervaluesquads.localstack.demo.FormingSquads.Formed;

/** What the services made of the month, squad by squad. */
public final class Outcome {

    private static final Duration WAIT = Duration.ofMinutes(3);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(500);
    private static final int INTENTS_SHOWN = 3;
    private final Services services;
    private final List<Formed> squads;
    private final LocalDate from;
    private final LocalDate to;

    Outcome(Services services, List<Formed> squads, Instant from, Instant to) {
        this.services = services;
        this.squads = squads;
        this.from = LocalDate.ofInstant(from, ZoneOffset.UTC);
        this.to = LocalDate.ofInstant(to, ZoneOffset.UTC).plusDays(1);
    }

    /**
     * Returns when every accepted signal is in the numbers of the squad without limits, and each squad's days have all the
     * signals that are in its total.
     *
     * @param counted is told how many are so far
     */
    public void await(long accepted, LongConsumer counted) {
        long end = System.nanoTime() + WAIT.toNanos();
        Formed everyone = squads.getLast();
        for (long inNumbers = signals(everyone, "day");
                inNumbers < accepted || !squads.stream().allMatch(this::haveDaysAll);
                inNumbers = signals(everyone, "day")) {
            counted.accept(inNumbers);
            if (System.nanoTime() > end) {
                throw new Refusal(
                        inNumbers < accepted
                                ? "after %d seconds %,d of %,d signals are in the numbers; gave up"
                                        .formatted(WAIT.toSeconds(), inNumbers, accepted)
                                : "after %d seconds a squad's days lack signals that are in its total; gave up"
                                        .formatted(WAIT.toSeconds()));
            }
            pause();
        }
        counted.accept(accepted);
    }

    /** The final screen. */
    public List<String> screen() {
        List<String> lines = new ArrayList<>();
        for (Formed squad : squads) {
            lines.addAll(
                    new SquadScreen(squad, intents(squad), metrics(squad, "total"), metrics(squad, "day")).lines());
        }
        return lines;
    }

    /** An address to look further at. */
    public String firstSquad() {
        return squads.getFirst().id();
    }

    private boolean haveDaysAll(Formed squad) {
        return signals(squad, "day") == signals(squad, "total");
    }

    private long signals(Formed squad, String grain) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode metric : metrics(squad, grain).path("metrics")) {
            if (metric.path("metric").asText().equals("signals")
                    && metric.path("value").isNumber()) {
                sum = sum.add(metric.path("value").decimalValue());
            }
        }
        return sum.longValue();
    }

    private JsonNode intents(Formed squad) {
        return services.get(
                URI.create(services.signals() + "/squads/" + squad.id() + "/intents?limit=" + INTENTS_SHOWN));
    }

    private JsonNode metrics(Formed squad, String grain) {
        return services.get(URI.create("%s/squads/%s/metrics?grain=%s&from=%s&to=%s"
                .formatted(services.metrics(), squad.id(), grain, from, to)));
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_AGAIN);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted", interrupted);
        }
    }
}
