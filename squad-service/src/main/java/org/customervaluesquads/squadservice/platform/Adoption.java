package org.customervaluesquads.squadservice.platform;

import java.math.BigDecimal;

/**
 * How far a tactic has been taken up, by the share of those who have (Rogers).
 *
 * <p>Between the early adopters, who take a risk, and the early majority, who want to see that it works for others, lies
 * the chasm in which many tactics end (Moore).
 */
public enum Adoption {
    INNOVATORS("innovators", "0.025"),
    EARLY_ADOPTERS("early-adopters", "0.16"),
    EARLY_MAJORITY("early-majority", "0.5"),
    LATE_MAJORITY("late-majority", "0.84"),
    LAGGARDS("laggards", "1");

    private final String words;
    private final BigDecimal upTo;

    Adoption(String words, String upTo) {
        this.words = words;
        this.upTo = new BigDecimal(upTo);
    }

    /** Those whom a tactic is reaching that has been taken up by a share, from zero to one, of all. */
    public static Adoption at(BigDecimal share) {
        for (Adoption stage : values()) {
            if (share.compareTo(stage.upTo) < 0) {
                return stage;
            }
        }
        return LAGGARDS;
    }

    /** The share at which it has reached all of them. */
    public BigDecimal upTo() {
        return upTo;
    }

    /** Whether those beyond the chasm are being reached. */
    public boolean isAcrossTheChasm() {
        return compareTo(EARLY_ADOPTERS) > 0;
    }

    @Override
    public String toString() {
        return words;
    }
}
