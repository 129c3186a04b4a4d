package org.customervaluesquads.squadservice.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;

/** Has the central team offer capabilities, and say anew what it offers. */
@ApplicationScoped
public class OfferingCapabilities {

    private final Capabilities capabilities;

    OfferingCapabilities(Capabilities capabilities) {
        this.capabilities = capabilities;
    }

    /** Offers a capability under this id. */
    @Transactional
    public Capability offer(UUID id, Offer offer) {
        Capability capability = new Capability(id, 1, offer);
        capabilities.add(capability);
        return capability;
    }

    /** Changes an offer, if it is still the expected version where one is expected. */
    @Transactional
    public Outcome change(UUID id, OptionalLong expected, Offer offer) {
        Optional<Capability> held = capabilities.hold(id);
        if (held.isEmpty()) {
            return new Outcome.NoSuchCapability();
        }
        Capability capability = held.get();
        if (expected.isPresent() && expected.getAsLong() != capability.version()) {
            return new Outcome.Outdated(capability.version());
        }
        Capability changed = capability.changed(offer);
        capabilities.replace(changed);
        return new Outcome.Done(changed);
    }

    /** How it ended. */
    public sealed interface Outcome {

        /** The offer is as it was wished. */
        record Done(Capability capability) implements Outcome {}

        /** There is no such capability. */
        record NoSuchCapability() implements Outcome {}

        /** The offer has changed since it was read. */
        record Outdated(long version) implements Outcome {}
    }
}
