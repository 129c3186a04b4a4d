package org.customervaluesquads.metricsservice.reckoning;

/** The kinds of facts that are measured. */
public enum Facts {
    /** The rows of the ledger; their type is the signal's, their labels and numbers are its properties. */
    OUTCOMES,
    /** All signals, as cells; their type is the signal's. */
    ENGAGEMENT,
    /** Customers in an active or surging stage; their type is the intent. */
    INTENTS,
    /** What happened to the squad itself, such as a concluded cycle; no signals, so there are no silos. */
    METHOD,
    /** What the squad's people cost; no signals, so there are no silos and nothing is counted. */
    COSTS
}
