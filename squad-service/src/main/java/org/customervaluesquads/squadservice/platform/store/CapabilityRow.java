package org.customervaluesquads.squadservice.platform.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.customervaluesquads.squadservice.platform.Capability;
import org.customervaluesquads.squadservice.platform.LifeStage;
import org.customervaluesquads.squadservice.platform.Offer;
import org.customervaluesquads.squadservice.platform.Offer.RoadmapEntry;

/** A capability, in the table {@code capability}; its roadmap as two arrays of one length. */
@Entity
@Table(name = "capability")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class CapabilityRow {

    @Id
    UUID id;

    long version;
    String name;
    String description;
    String owner;

    @Column(name = "life_stage")
    @Enumerated(EnumType.STRING)
    LifeStage lifeStage;

    @Column(name = "roadmap_on")
    LocalDate[] roadmapOn;

    @Column(name = "roadmap_what")
    String[] roadmapWhat;

    void take(Capability capability) {
        Offer offer = capability.offer();
        id = capability.id();
        version = capability.version();
        name = offer.name();
        description = offer.description();
        owner = offer.owner();
        lifeStage = offer.lifeStage();
        roadmapOn = offer.roadmap().stream().map(RoadmapEntry::on).toArray(LocalDate[]::new);
        roadmapWhat = offer.roadmap().stream().map(RoadmapEntry::what).toArray(String[]::new);
    }

    Capability capability() {
        List<RoadmapEntry> roadmap = IntStream.range(0, roadmapOn.length)
                .mapToObj(place -> new RoadmapEntry(roadmapOn[place], roadmapWhat[place]))
                .toList();
        return new Capability(id, version, new Offer(name, description, owner, lifeStage, roadmap));
    }
}
