package org.customervaluesquads.metricsservice.reckoning.yaml;

import java.util.List;

/** Metric definitions that cannot be used, with every reason. */
public final class InvalidDefinitions extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidDefinitions(List<String> reasons) {
        super("the metric definitions cannot be used: " + String.join("; ", reasons));
    }
}
