package org.customervaluesquads.squadservice.policies;

import java.time.Instant;

/** Where the world is told of the policies of each layer. */
public interface PolicyAnnouncements {

    /** Tells how a layer is now. Whoever calls this holds the layer, so that its versions are told of in order. */
    void announce(PolicyLayer layer, Instant changedAt);
}
