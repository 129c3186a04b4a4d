package org.customervaluesquads.squadservice.squads;

/** How far a squad has come; read and written by its name in words. */
public enum Stage {
    FORMING("forming"),
    PILOTING("piloting"),
    PROVEN("proven"),
    SCALING("scaling"),
    DISBANDED("disbanded");

    private final String words;

    Stage(String words) {
        this.words = words;
    }

    @Override
    public String toString() {
        return words;
    }
}
