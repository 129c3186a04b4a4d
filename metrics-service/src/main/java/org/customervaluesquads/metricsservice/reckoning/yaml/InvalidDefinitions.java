package org.customervaluesquads.metricsservice.reckoning.yaml;

import java.util.List;

/** Metric definitions that cannot be used, with every reason. */
public final class InvalidDefinitions extends RuntimeException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // never serialised: it ends at the mapper, or ends the start
    private final List<String> reasons;

    InvalidDefinitions(List<String> reasons) {
        super("the metric definitions cannot be used: " + String.join("; ", reasons));
        this.reasons = List.copyOf(reasons);
    }

    /** Everything that is wrong with them. */
    public List<String> reasons() {
        return reasons;
    }
}
