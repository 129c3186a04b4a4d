package org.customervaluesquads.metricsservice.customervalue;

import org.customervaluesquads.metricsservice.statistics.Likelihood;
import org.jspecify.annotations.Nullable;

/** A model with the likelihood that chose it. */
public record Fitted<M>(M model, Likelihood.Top top) {

    /** The standard errors of the parameters, in the model's order; absent where the facts do not tell them apart. */
    public double @Nullable [] standardErrors() {
        return top.standardErrors();
    }
}
