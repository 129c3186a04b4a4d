package org.customervaluesquads.localstack.demo;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.customervaluesquads.localstack.demo.Month.Happening;

/** What the company's advertising cost each day, by region and channel. */
record AdvertisingCosts(long seed, Consumer<Happening> written) {

    private static final List<String> CHANNELS = List.of("email", "social", "web");

    void spend(Instant begin) {
        SplittableRandom chance = new SplittableRandom(seed);
        for (String region : List.of("GB", "DE", "FR", "IE")) {
            Pen pen = Pen.of(region, written);
            for (int day = 0; day < Month.DAYS; day++) {
                for (String channel : CHANNELS) {
                    Instant at = begin.plus(Duration.ofDays(day)).plusSeconds(chance.nextInt(80_000));
                    BigDecimal amount = BigDecimal.valueOf(500 + chance.nextInt(2_500), 2);
                    String currency = region.equals("GB") ? "GBP" : "EUR";
                    pen.writeWorth(amount, currency, at, Source.BILLING, "spend.recorded", channel);
                }
            }
        }
    }
}
