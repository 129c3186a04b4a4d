package org.customervaluesquads.squadservice.policies.rest;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.customervaluesquads.squadservice.policies.EffectivePolicy;
import org.customervaluesquads.squadservice.policies.EffectivePolicy.Overruled;
import org.customervaluesquads.squadservice.policies.Layer;
import org.customervaluesquads.squadservice.policies.PolicyKind;
import org.customervaluesquads.squadservice.policies.RegionalPolicy;
import org.jspecify.annotations.Nullable;

/** What holds for a squad, as it is shown. */
record EffectivePoliciesView(UUID squadId, Set<String> regions, List<EffectivePolicyView> policies) {

    /**
     * A value that holds.
     *
     * @param region where it holds; absent where it is the same in all regions of the squad
     * @param layer where it comes from, with the name of that region or squad
     */
    record EffectivePolicyView(
            PolicyKind kind,
            String name,
            String value,
            @Nullable String region,
            Layer.Level layer,
            String layerName,
            boolean locked,
            List<OverruledView> overruled) {

        static EffectivePolicyView of(RegionalPolicy regional) {
            EffectivePolicy effective = regional.effective();
            return new EffectivePolicyView(
                    effective.policy().key().kind(),
                    effective.policy().key().name(),
                    effective.policy().value(),
                    regional.region(),
                    effective.from().level(),
                    effective.from().name(),
                    effective.policy().locked(),
                    effective.overruled().stream().map(OverruledView::of).toList());
        }
    }

    /** What a layer says to no effect. */
    record OverruledView(Layer.Level layer, String layerName, String value) {

        static OverruledView of(Overruled overruled) {
            return new OverruledView(
                    overruled.layer().level(), overruled.layer().name(), overruled.value());
        }
    }
}
