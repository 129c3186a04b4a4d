package org.customervaluesquads.benchmarks.restating;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SignalRecorded;

/** Facts of squads that each have a region of their own; the same ones for the same seed. */
final class Facts {

    private static final int CUSTOMERS = 500;
    private static final List<String> TYPES = List.of(
            "page.viewed",
            "page.viewed",
            "product.viewed",
            "search.performed",
            "cart.added",
            "email.opened",
            "feature.used",
            "chat.message",
            "checkout.started",
            "order.completed");
    private static final List<String> CHANNELS = List.of("web", "app", "email");

    private final String run;
    private final Random random;
    private long number;

    Facts(String run) {
        this.run = run;
        this.random = new Random(run.hashCode());
    }

    String squad(int place) {
        return run + "-squad-" + place;
    }

    String region(int place) {
        return run + "-R" + place;
    }

    Scope scope(int place) {
        return new Scope(Set.of(region(place)), null, null, null, null);
    }

    /** A signal of some type; one in ten is an order. */
    SignalRecorded some(int place, Instant at) {
        return of(TYPES.get(random.nextInt(TYPES.size())), place, at);
    }

    SignalRecorded order(int place, Instant at) {
        return of("order.completed", place, at);
    }

    private SignalRecorded of(String type, int place, Instant at) {
        boolean order = type.equals("order.completed");
        return new SignalRecorded(
                run + "-" + number++,
                "bench",
                type,
                at,
                order ? "sales" : "marketing",
                run + "-c" + place + "-" + random.nextInt(CUSTOMERS),
                null,
                null,
                region(place),
                null,
                CHANNELS.get(random.nextInt(CHANNELS.size())),
                null,
                order ? BigDecimal.valueOf(1 + random.nextInt(90_000), 2) : null,
                order ? "GBP" : null,
                null,
                null);
    }
}
