package org.customervaluesquads.squadservice.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.policies.PolicyDifference.Effect;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EffectivePolicyTest {

    private static final Policy.Key KEY = new Policy.Key(PolicyKind.RETENTION, "chat");
    private static final Layer SQUAD = Layer.squad(new UUID(0, 1));

    @ParameterizedTest(name = "global {0}, region {1}, squad {2}: {3} of {4}")
    @CsvSource(nullValues = "-", textBlock = """
            -,     -,     -,     -,    -
            P90D,  -,     -,     P90D, global
            -,     P30D,  -,     P30D, region
            -,     -,     P7D,   P7D,  squad
            P90D,  P30D,  -,     P30D, region
            P90D,  -,     P7D,   P7D,  squad
            P90D,  P30D,  P7D,   P7D,  squad
            P90D!, -,     -,     P90D, global
            P90D!, P30D,  -,     P90D, global
            P90D!, -,     P7D,   P90D, global
            P90D!, P30D,  P7D,   P90D, global
            P90D!, P30D!, P7D,   P90D, global
            P90D,  P30D!, -,     P30D, region
            P90D,  P30D!, P7D,   P30D, region
            -,     P30D!, P7D,   P30D, region
            P90D,  P30D,  P7D!,  P7D,  squad
            """)
    void refinesFromTheGeneralToTheSpecificUntilALock(
            @Nullable String global,
            @Nullable String region,
            @Nullable String squad,
            @Nullable String value,
            @Nullable String from) {
        var layers = List.of(layer(Layer.GLOBAL, global), layer(Layer.region("GB"), region), layer(SQUAD, squad));

        List<EffectivePolicy> effective = EffectivePolicy.of(layers);

        assertThat(effective)
                .extracting(policy -> policy.policy().value())
                .isEqualTo(value == null ? List.of() : List.of(value));
        assertThat(effective)
                .extracting(policy -> policy.from().level().toString())
                .isEqualTo(from == null ? List.of() : List.of(from));
    }

    @Test
    void tellsWhatOtherLayersSayToNoEffect() {
        var layers = List.of(layer(Layer.GLOBAL, "P90D"), layer(Layer.region("GB"), "P30D!"), layer(SQUAD, "P7D"));

        List<EffectivePolicy> effective = EffectivePolicy.of(layers);

        assertThat(effective.getFirst().overruled())
                .containsExactly(
                        new EffectivePolicy.Overruled(Layer.GLOBAL, "P90D"),
                        new EffectivePolicy.Overruled(SQUAD, "P7D"));
    }

    @Test
    void holdsInAllRegionsWhereTheyAgreeAndInEachWhereTheyDoNot() {
        PolicyLayer global = layer(Layer.GLOBAL, "P90D");
        PolicyLayer british = layer(Layer.region("GB"), "P30D");
        PolicyLayer french = layer(Layer.region("FR"), null);

        var apart = RegionalPolicy.of(global, List.of(french, british), layer(SQUAD, null));
        var refined = RegionalPolicy.of(global, List.of(french, french), layer(SQUAD, "P7D"));

        assertThat(apart).extracting(RegionalPolicy::region).containsExactly("FR", "GB");
        assertThat(apart)
                .extracting(policy -> policy.effective().policy().value())
                .containsExactly("P90D", "P30D");
        assertThat(refined)
                .extracting(RegionalPolicy::region)
                .containsOnlyNulls()
                .hasSize(1);
        assertThat(RegionalPolicy.of(global, List.of(), layer(SQUAD, null)))
                .containsExactly(new RegionalPolicy(
                        null, EffectivePolicy.of(List.of(global)).getFirst()));
    }

    @ParameterizedTest(name = "global {0}, region {1}: {2}")
    @CsvSource(nullValues = "-", textBlock = """
            -,     P30D, ADDED
            P90D,  P30D, REFINED
            P90D,  P90D, CONFIRMED
            P90D!, P90D, CONFIRMED
            P90D!, P30D, LOCKED
            """)
    void tellsWhatARegionChanges(@Nullable String global, String regional, Effect effect) {
        var differences = PolicyDifference.of(layer(Layer.GLOBAL, global), layer(Layer.region("GB"), regional));

        assertThat(differences).extracting(PolicyDifference::effect).containsExactly(effect);
    }

    /** A layer that sets the one value, locked when an exclamation mark follows. */
    private static PolicyLayer layer(Layer layer, @Nullable String value) {
        List<Policy> policies =
                value == null ? List.of() : List.of(new Policy(KEY, value.replace("!", ""), value.endsWith("!")));
        return new PolicyLayer(layer, 1, policies);
    }
}
