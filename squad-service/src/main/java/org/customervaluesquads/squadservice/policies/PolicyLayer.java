package org.customervaluesquads.squadservice.policies;

import java.util.List;

/**
 * The policies of one layer.
 *
 * @param version zero where nothing was ever set; rises by one with each change
 */
public record PolicyLayer(Layer layer, long version, List<Policy> policies) {

    /** Takes a copy of the policies. */
    public PolicyLayer {
        policies = List.copyOf(policies);
    }

    /** A layer in which nothing was ever set. */
    public static PolicyLayer empty(Layer layer) {
        return new PolicyLayer(layer, 0, List.of());
    }

    /** The layer with other policies in place of its own. */
    public PolicyLayer changed(List<Policy> others) {
        return others.equals(policies) ? this : new PolicyLayer(layer, version + 1, others);
    }
}
