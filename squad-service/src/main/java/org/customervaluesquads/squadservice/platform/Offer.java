package org.customervaluesquads.squadservice.platform;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/**
 * What is said of a capability, and may be said anew.
 *
 * @param owner who runs it
 * @param roadmap what is to come, in order of time
 */
public record Offer(String name, String description, String owner, LifeStage lifeStage, List<RoadmapEntry> roadmap) {

    /** Keeps the roadmap in order of time. */
    public Offer {
        roadmap =
                roadmap.stream().sorted(Comparator.comparing(RoadmapEntry::on)).toList();
    }

    /** Something that is to come. */
    public record RoadmapEntry(LocalDate on, String what) {}
}
