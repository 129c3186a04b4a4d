package org.customervaluesquads.squadservice.policies;

import java.util.UUID;

/**
 * Where a policy is set.
 *
 * @param name the region's name or the squad's id; empty for the global layer
 */
public record Layer(Level level, String name) {

    /** The layer that holds everywhere. */
    public static final Layer GLOBAL = new Layer(Level.GLOBAL, "");

    /** How specific a layer is; the later, the more. */
    public enum Level {
        GLOBAL("global"),
        REGION("region"),
        SQUAD("squad");

        private final String words;

        Level(String words) {
            this.words = words;
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** The layer of a region. */
    public static Layer region(String name) {
        return new Layer(Level.REGION, name);
    }

    /** The layer of a squad. */
    public static Layer squad(UUID id) {
        return new Layer(Level.SQUAD, id.toString());
    }
}
