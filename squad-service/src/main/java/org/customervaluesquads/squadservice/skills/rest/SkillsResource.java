package org.customervaluesquads.squadservice.skills.rest;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.customervaluesquads.squadservice.paging.PageLimit;
import org.customervaluesquads.squadservice.paging.PageView;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.skills.KnownSkill;
import org.customervaluesquads.squadservice.skills.SkillCatalogue;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /skills}: what people can do. */
@Path("/skills")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "skills", description = "what missions ask for, what people can do, and what is missing")
public class SkillsResource {

    private static final int LONGEST = 100;

    private final SkillCatalogue catalogue;

    SkillsResource(SkillCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Lists skills. */
    @GET
    @Transactional
    @Operation(summary = "List the skills that people have, by name: how many have each, and how well")
    public PageView<KnownSkillView> list(
            @QueryParam("after") @Nullable @PlainText(longest = LONGEST) String after,
            @QueryParam("limit") @DefaultValue(PageLimit.USUAL) PageLimit limit) {
        var read = catalogue.known(after, limit.rows() + 1);
        return PageView.named(read, limit, KnownSkill::name).shown(KnownSkillView::of);
    }

    /** A skill that people have, as it is shown; experts have it at level 4 or 5. */
    public record KnownSkillView(String skill, long people, long experts, double meanLevel) {

        static KnownSkillView of(KnownSkill known) {
            return new KnownSkillView(known.name(), known.people(), known.experts(), known.meanLevel());
        }
    }
}
