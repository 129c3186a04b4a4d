package org.customervaluesquads.squadservice.formations;

import java.util.Comparator;

/**
 * How well a team fits a brief; the more it fits, the greater it is. What comes first weighs more than all that follows.
 *
 * @param faults by how many people it is too small, too large, or too like an earlier proposal
 * @param missing how many people are missing who can do what is asked well enough
 * @param levelsShort by how many levels those who are nearest fall short
 * @param departments how many departments it brings together
 * @param size how many people it is; the fewer do it, the better
 */
public record Fit(int faults, int missing, int levelsShort, int departments, int size) implements Comparable<Fit> {

    private static final Comparator<Fit> ORDER = Comparator.comparingInt(Fit::faults)
            .reversed()
            .thenComparing(Comparator.comparingInt(Fit::missing).reversed())
            .thenComparing(Comparator.comparingInt(Fit::levelsShort).reversed())
            .thenComparing(Comparator.comparingInt(Fit::departments))
            .thenComparing(Comparator.comparingInt(Fit::size).reversed());

    @Override
    public int compareTo(Fit other) {
        return ORDER.compare(this, other);
    }
}
