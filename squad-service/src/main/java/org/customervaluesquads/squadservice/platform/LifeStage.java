package org.customervaluesquads.squadservice.platform;

/** How far a capability of the platforms has come; read and written by its name in words. */
public enum LifeStage {
    PLANNED("planned"),
    PILOT("pilot"),
    LIVE("live"),
    SUNSET("sunset"),
    RETIRED("retired");

    private final String words;

    LifeStage(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
