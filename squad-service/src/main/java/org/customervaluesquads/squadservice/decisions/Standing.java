package org.customervaluesquads.squadservice.decisions;

/** Where a decision stands; read and written by its name in words. */
public enum Standing {
    /** Beyond the squad's rights, and nobody has agreed yet. */
    PROPOSED("proposed"),
    DECIDED("decided"),
    REFUSED("refused"),
    /** Another one stands in its place. */
    CORRECTED("corrected");

    private final String words;

    Standing(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
