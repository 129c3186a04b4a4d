package org.customervaluesquads.squadservice.platform.rest;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.platform.Capability;
import org.customervaluesquads.squadservice.platform.LifeStage;
import org.customervaluesquads.squadservice.platform.Offer;

/** A capability, as it is shown. */
record CapabilityView(
        UUID id,
        long version,
        String name,
        String description,
        String owner,
        LifeStage lifeStage,
        List<RoadmapView> roadmap) {

    static CapabilityView of(Capability capability) {
        Offer offer = capability.offer();
        return new CapabilityView(
                capability.id(),
                capability.version(),
                offer.name(),
                offer.description(),
                offer.owner(),
                offer.lifeStage(),
                offer.roadmap().stream()
                        .map(entry -> new RoadmapView(entry.on(), entry.what()))
                        .toList());
    }

    /** Something that is to come, as it is shown. */
    record RoadmapView(LocalDate on, String what) {}
}
