package org.customervaluesquads.metricsservice.experiments;

/** On which side of zero an effect is looked for. */
public enum Side {
    /** On both: that it differs. */
    BOTH,
    /** Above: that it is greater than zero. */
    GREATER,
    /** Below: that it is less than zero. */
    LESS
}
