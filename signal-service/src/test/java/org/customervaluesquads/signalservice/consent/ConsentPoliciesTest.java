package org.customervaluesquads.signalservice.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.contracts.PolicyLayerPublished;
import org.customervaluesquads.contracts.PolicyLayerPublished.Value;
import org.junit.jupiter.api.Test;

class ConsentPoliciesTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final ConsentPolicies policies = new ConsentPolicies();

    @Test
    void demandsNothingWherePoliciesSayNothing() {
        policies.remember(layer("global", "", new Value("target", "nps", "40", false)));

        Set<String> demanded = policies.demandedIn("GB");

        assertThat(demanded).isEmpty();
        assertThat(policies.demandNothing()).isTrue();
    }

    @Test
    void demandsThePurposesOfAllUses() {
        policies.remember(
                layer("region", "GB", consent("intents", "profiling, analytics"), consent("metrics", "stats")));

        Set<String> demanded = policies.demandedIn("GB");

        assertThat(demanded).containsExactlyInAnyOrder("profiling", "analytics", "stats");
        assertThat(policies.demandedIn("FR")).isEmpty();
        assertThat(policies.demandedIn(null)).isEmpty();
    }

    @Test
    void letsARegionRefineTheGlobalLayer() {
        policies.remember(layer("global", "", consent("intents", "profiling")));
        policies.remember(layer("region", "GB", consent("intents", "analytics")));

        Set<String> demanded = policies.demandedIn("GB");

        assertThat(demanded).containsExactly("analytics");
        assertThat(policies.demandedIn("FR")).containsExactly("profiling");
        assertThat(policies.demandedIn(null)).containsExactly("profiling");
    }

    @Test
    void holdsALockedGlobalValueAgainstARegion() {
        policies.remember(layer("region", "GB", consent("intents", "analytics")));
        policies.remember(layer("global", "", new Value("required-consent", "intents", "profiling", true)));

        Set<String> demanded = policies.demandedIn("GB");

        assertThat(demanded).containsExactly("profiling");
    }

    @Test
    void forgetsALayerThatWasEmptiedOrRemoved() {
        policies.remember(layer("global", "", consent("intents", "profiling")));
        policies.remember(layer("region", "GB", consent("metrics", "stats")));

        policies.remember(layer("global", ""));
        policies.forget("region:GB");

        assertThat(policies.demandNothing()).isTrue();
    }

    private static Value consent(String use, String purposes) {
        return new Value("required-consent", use, purposes, false);
    }

    private static PolicyLayerPublished layer(String level, String name, Value... values) {
        return new PolicyLayerPublished(level, name, 1, List.of(values), NOON);
    }
}
