package org.customervaluesquads.squadservice.stages;

/** A rule, and what it says of one squad. */
public record Finding(Rule rule, Reading reading) {

    /** Whether a squad with it cannot move on. */
    public boolean hinders() {
        return !reading.kept() && rule.severity() == Severity.CRITICAL;
    }
}
