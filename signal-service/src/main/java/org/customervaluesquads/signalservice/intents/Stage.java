package org.customervaluesquads.signalservice.intents;

import java.util.Locale;

/** How far an intent has come. */
public enum Stage {
    NONE(0),
    EMERGING(1),
    ACTIVE(2),
    SURGING(3),
    FADING(4);

    private final int code;
    private final String word;

    Stage(int code) {
        this.code = code;
        this.word = name().toLowerCase(Locale.ROOT);
    }

    /** The number for it in stored states; it never changes. */
    int code() {
        return code;
    }

    /**
     * The stage of a number in a stored state.
     *
     * @throws IllegalArgumentException if there is none
     */
    static Stage of(int code) {
        for (Stage stage : values()) {
            if (stage.code == code) {
                return stage;
            }
        }
        throw new IllegalArgumentException("no stage has the code " + code);
    }

    /** The word for it in messages and answers. */
    public String word() {
        return word;
    }

    private boolean isHigh() {
        return this == ACTIVE || this == SURGING;
    }

    /**
     * The stage that follows from a score. A threshold that was passed is only lost further down, so that a score that
     * trembles about it does not tell the squad the same thing over and over.
     *
     * @param surge how many times faster than over the long half-life the customer moved over the short one
     */
    Stage next(double score, double surge, Thresholds thresholds) {
        double kept = 1 - thresholds.hysteresis();
        if (score >= thresholds.active() * (isHigh() ? kept : 1)) {
            return surge >= thresholds.surge() * (this == SURGING ? kept : 1) ? SURGING : ACTIVE;
        }
        boolean wasHigh = isHigh() || this == FADING;
        if (wasHigh && score >= thresholds.emerging() * kept) {
            return FADING;
        }
        return score >= thresholds.emerging() * (this == EMERGING ? kept : 1) ? EMERGING : NONE;
    }

    /** The score below which the stage is lost. */
    double floor(Thresholds thresholds) {
        double kept = 1 - thresholds.hysteresis();
        return switch (this) {
            case NONE -> 0;
            case EMERGING, FADING -> thresholds.emerging() * kept;
            case ACTIVE, SURGING -> thresholds.active() * kept;
        };
    }

    /** The score from which a higher stage follows. */
    double ceiling(Thresholds thresholds) {
        return switch (this) {
            case NONE -> thresholds.emerging();
            case EMERGING, FADING -> thresholds.active();
            case ACTIVE, SURGING -> 1;
        };
    }

    /** Whether it must be looked at how fast the customer moves. */
    boolean dependsOnSurge() {
        return this == SURGING;
    }

    /** The ratio of rates below which a surge is over. */
    static double endOfSurge(Thresholds thresholds) {
        return thresholds.surge() * (1 - thresholds.hysteresis());
    }

    /**
     * Where the stages begin.
     *
     * @param emerging the score from which an intent is emerging
     * @param active the score from which it is active
     * @param surge the ratio of the two half-lives' rates from which an active intent is surging
     * @param hysteresis the share of a threshold by which a score must fall below it to lose the stage
     * @param step how far a score must move to be told although the stage stayed
     */
    public record Thresholds(double emerging, double active, double surge, double hysteresis, double step) {}
}
