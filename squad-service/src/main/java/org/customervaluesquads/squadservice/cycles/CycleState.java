package org.customervaluesquads.squadservice.cycles;

/** How far a cycle has come; read and written by its name in words. */
public enum CycleState {
    PLANNED("planned"),
    RUNNING("running"),
    CONCLUDED("concluded"),
    CANCELLED("cancelled");

    private final String words;

    CycleState(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
