package org.customervaluesquads.squadservice.policies;

/**
 * A value that a layer sets.
 *
 * @param locked whether more specific layers have to leave it as it is
 */
public record Policy(Key key, String value, boolean locked) {

    /** What the value is of; each layer sets it at most once. */
    public record Key(PolicyKind kind, String name) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return kind == other.kind ? name.compareTo(other.name) : kind.compareTo(other.kind);
        }
    }
}
