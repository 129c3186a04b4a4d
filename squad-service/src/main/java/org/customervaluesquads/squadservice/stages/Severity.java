package org.customervaluesquads.squadservice.stages;

/** How much a finding matters; read and written by its name in words. */
public enum Severity {
    /** The squad cannot move on with it. */
    CRITICAL("critical"),
    /** The squad can live with it. */
    WARNING("warning");

    private final String words;

    Severity(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
