package org.customervaluesquads.squadservice.policies.rest;

import java.util.List;
import org.customervaluesquads.squadservice.policies.Layer;
import org.customervaluesquads.squadservice.policies.Policy;
import org.customervaluesquads.squadservice.policies.PolicyKind;
import org.customervaluesquads.squadservice.policies.PolicyLayer;

/** A layer of policies, as it is shown; the name is a region's or a squad's id. */
record PolicyLayerView(Layer.Level layer, String name, long version, List<PolicyView> policies) {

    static PolicyLayerView of(PolicyLayer layer) {
        return new PolicyLayerView(
                layer.layer().level(),
                layer.layer().name(),
                layer.version(),
                layer.policies().stream().map(PolicyView::of).toList());
    }

    /** A policy, as it is shown. */
    record PolicyView(PolicyKind kind, String name, String value, boolean locked) {

        static PolicyView of(Policy policy) {
            return new PolicyView(policy.key().kind(), policy.key().name(), policy.value(), policy.locked());
        }
    }
}
