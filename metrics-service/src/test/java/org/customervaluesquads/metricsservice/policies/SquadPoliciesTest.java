package org.customervaluesquads.metricsservice.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.contracts.PolicyLayerPublished;
import org.customervaluesquads.contracts.PolicyLayerPublished.Value;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.junit.jupiter.api.Test;

class SquadPoliciesTest {

    private static final Scope BOTH = new Scope(Set.of("GB", "DE"), null, null, null, null);

    @Test
    void letsALayerRefineThoseBeforeIt() {
        SquadPolicies policies = SquadPolicies.of(
                List.of(zone("UTC"), target("orders", "10")), List.of(), BOTH, List.of(zone("Europe/Berlin")));

        assertThat(policies.calendar().zone().getId()).isEqualTo("Europe/Berlin");
        assertThat(policies.target("orders", Grain.DAY)).contains(BigDecimal.TEN);
    }

    @Test
    void keepsToWhatALayerHasLocked() {
        Value locked = new Value("target", "orders", "10", true);

        SquadPolicies policies = SquadPolicies.of(List.of(locked), List.of(), BOTH, List.of(target("orders", "3")));

        assertThat(policies.target("orders", Grain.DAY)).contains(BigDecimal.TEN);
    }

    @Test
    void hearsRegionsOnlyWhereAllOfThemAgree() {
        PolicyLayerPublished britain = region("GB", zone("Europe/London"), target("orders", "5"));
        PolicyLayerPublished germany = region("DE", zone("Europe/Berlin"), target("orders", "5"));

        SquadPolicies both = SquadPolicies.of(List.of(), List.of(britain, germany), BOTH, List.of());
        SquadPolicies oneSays = SquadPolicies.of(List.of(), List.of(britain), BOTH, List.of());

        assertThat(both.calendar()).isEqualTo(Calendar.UTC);
        assertThat(both.target("orders", Grain.DAY)).contains(BigDecimal.valueOf(5));
        assertThat(oneSays.target("orders", Grain.DAY)).isEmpty();
    }

    @Test
    void prefersATargetForTheGrain() {
        SquadPolicies policies = SquadPolicies.of(
                List.of(target("orders", "10"), target("orders@month", "300")), List.of(), BOTH, List.of());

        assertThat(policies.target("orders", Grain.MONTH)).contains(BigDecimal.valueOf(300));
        assertThat(policies.target("orders", Grain.DAY)).contains(BigDecimal.TEN);
        assertThat(policies.threshold("orders", Grain.DAY)).isEmpty();
    }

    private static PolicyLayerPublished region(String name, Value... values) {
        return new PolicyLayerPublished("region", name, 1, List.of(values), Instant.EPOCH);
    }

    private static Value zone(String name) {
        return new Value("time-zone", "day", name, false);
    }

    private static Value target(String metric, String value) {
        return new Value("target", metric, value, false);
    }
}
