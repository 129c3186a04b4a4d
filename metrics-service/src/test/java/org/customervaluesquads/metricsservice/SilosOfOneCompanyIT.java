package org.customervaluesquads.metricsservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.region;
import static org.customervaluesquads.metricsservice.fixture.SquadsPublished.squad;

import io.quarkus.test.common.http.TestHTTPResource;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.customervaluesquads.contracts.PolicyLayerPublished;
import org.customervaluesquads.contracts.PolicyLayerPublished.Value;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.metricsservice.fixture.Asking;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.customervaluesquads.metricsservice.fixture.PlainSums;
import org.customervaluesquads.metricsservice.fixture.Publishing;
import org.customervaluesquads.metricsservice.fixture.SilosOfOneCompany;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A shop, a CRM and a help desk loaded together: each squad's numbers, by every grain, are those of plain sums. */
@MetricsServiceTest
class SilosOfOneCompanyIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final List<String> GRAINS = List.of("day", "week", "month", "rolling", "total");
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String broker;

    @TestHTTPResource
    String base;

    @Test
    void areCountedAsPlainSumsCountThem() {
        List<SignalRecorded> facts = SilosOfOneCompany.facts(7, List.of("SC-GB", "SC-ID"));
        Asking asking = new Asking(base.replaceAll("/$", ""));
        try (Publishing publishing = new Publishing(broker, "")) {
            publishing.squad(squad("sc-all", 1, region("SC-GB", "SC-ID")));
            publishing.squad(squad("sc-away", 1, region("SC-ID")));
            publishing.squad(squad("sc-moved", 1, region("SC-GB")));
            publishing.policies(new PolicyLayerPublished(
                    "region",
                    "SC-ID",
                    1,
                    List.of(new Value("time-zone", "day", "Asia/Jakarta", false)),
                    Instant.EPOCH));
            publishing.signals(facts.subList(0, facts.size() / 2));
            publishing.signals(facts.subList(facts.size() / 3, facts.size()));
            agree(asking, "sc-all", new PlainSums(facts, UTC));

            publishing.squad(squad("sc-moved", 2, region("SC-ID")));
            publishing.squad(
                    squad("sc-product", 1, new Scope(Set.of("SC-GB", "SC-ID"), null, null, Set.of("P1"), null)));

            agree(asking, "sc-away", new PlainSums(of(facts, "SC-ID"), JAKARTA));
            agree(asking, "sc-moved", new PlainSums(of(facts, "SC-ID"), JAKARTA));
            agree(asking, "sc-product", new PlainSums(ofProduct(facts), UTC));
        }
    }

    private static void agree(Asking asking, String squad, PlainSums plain) {
        for (String grain : GRAINS) {
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(those(asking.values(squad, grain, "2024-01-01", "2024-07-01")))
                            .as(squad + " by " + grain)
                            .isEqualTo(plain.by(grain)));
        }
    }

    /** What has no facts any more stands as such, and plain sums do not know that there were any. */
    private static Map<String, String> those(Map<String, String> values) {
        Map<String, String> those = new TreeMap<>(values);
        those.keySet().removeIf(name -> !PlainSums.METRICS.contains(name.split("@", 2)[0]));
        those.values().removeIf("nothing"::equals);
        return those;
    }

    private static List<SignalRecorded> of(List<SignalRecorded> facts, String region) {
        return facts.stream().filter(fact -> fact.region().equals(region)).toList();
    }

    private static List<SignalRecorded> ofProduct(List<SignalRecorded> facts) {
        return facts.stream().filter(fact -> "P1".equals(fact.product())).toList();
    }
}
