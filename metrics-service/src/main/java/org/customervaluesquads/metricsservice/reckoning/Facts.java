package org.customervaluesquads.metricsservice.reckoning;

/** The kinds of facts that are measured. */
public enum Facts {
    /** The rows of the ledger; their type is the signal's. */
    OUTCOMES,
    /** All signals, as cells; their type is the signal's. */
    ENGAGEMENT,
    /** Customers in an active or surging stage; their type is the intent, and each customer counts once. */
    INTENTS,
    /** What the squad's people cost; no signals, so there are no silos and nothing is counted. */
    COSTS
}
