package org.customervaluesquads.squadservice.platform;

import java.util.UUID;

/**
 * Something that the central platforms do for every squad.
 *
 * @param version rises by one with each change
 */
public record Capability(UUID id, long version, Offer offer) {

    /** The same with another offer. */
    public Capability changed(Offer other) {
        return other.equals(offer) ? this : new Capability(id, version + 1, other);
    }
}
