package org.customervaluesquads.squadservice.policies;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A value that holds, and the layer it came from.
 *
 * @param overruled what other layers say, from the most general on: either refined by this layer or locked by it
 */
public record EffectivePolicy(Policy policy, Layer from, List<Overruled> overruled) {

    /** What a layer says to no effect. */
    public record Overruled(Layer layer, String value) {}

    /**
     * What holds where these layers meet, in order of kind and name. The layers come from the most general to the most
     * specific: each refines what those before it say, until one locks it.
     */
    public static List<EffectivePolicy> of(List<PolicyLayer> layers) {
        Map<Policy.Key, EffectivePolicy> effective = new TreeMap<>();
        for (PolicyLayer layer : layers) {
            for (Policy policy : layer.policies()) {
                effective.merge(
                        policy.key(), new EffectivePolicy(policy, layer.layer(), List.of()), EffectivePolicy::meeting);
            }
        }
        return List.copyOf(effective.values());
    }

    private EffectivePolicy meeting(EffectivePolicy moreSpecific) {
        List<Overruled> others = new ArrayList<>(overruled);
        if (policy.locked()) {
            others.add(new Overruled(moreSpecific.from, moreSpecific.policy.value()));
            return new EffectivePolicy(policy, from, List.copyOf(others));
        }
        others.add(new Overruled(from, policy.value()));
        return new EffectivePolicy(moreSpecific.policy, moreSpecific.from, List.copyOf(others));
    }
}
