package org.customervaluesquads.squadservice.platform.rest;

import static java.util.Objects.requireNonNullElse;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.customervaluesquads.squadservice.platform.LifeStage;
import org.customervaluesquads.squadservice.platform.Offer;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.problems.PlausibleDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A capability, as it is sent. */
record CapabilityRequest(
        @NotNull @PlainText(longest = 200) String name,
        @NotNull @PlainText(longest = 2_000) String description,

        @Schema(description = "who runs it") @NotNull @PlainText(longest = 200)
        String owner,

        @NotNull LifeStage lifeStage,
        @Nullable @Size(max = 100) List<@NotNull @Valid RoadmapRequest> roadmap) {

    static final String EXAMPLE = """
            {"name": "consent register", "description": "who may be contacted how", "owner": "data platform",
             "lifeStage": "live", "roadmap": [{"on": "2027-01-31", "what": "consent by channel"}]}""";

    Offer offer() {
        return new Offer(
                name,
                description,
                owner,
                lifeStage,
                requireNonNullElse(roadmap, List.<RoadmapRequest>of()).stream()
                        .map(entry -> new Offer.RoadmapEntry(entry.on(), entry.what()))
                        .toList());
    }

    /** Something that is to come, as it is sent. */
    record RoadmapRequest(
            @NotNull @PlausibleDate LocalDate on,
            @NotNull @PlainText(longest = 500) String what) {}
}
