package org.customervaluesquads.squadservice.people.rest;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.customervaluesquads.squadservice.paging.PageLimit;
import org.customervaluesquads.squadservice.paging.PageView;
import org.customervaluesquads.squadservice.people.FunctionalLead;
import org.customervaluesquads.squadservice.people.FunctionalLeads;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /functional-leads}: who leads people in their home departments. */
@Path("/functional-leads")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "people")
public class FunctionalLeadsResource {

    private static final int LONGEST = 200;

    private final FunctionalLeads functionalLeads;

    FunctionalLeadsResource(FunctionalLeads functionalLeads) {
        this.functionalLeads = functionalLeads;
    }

    /** Lists functional leads. */
    @GET
    @Transactional
    @Operation(summary = "List functional leads with their departments and how many people they lead, by name")
    public PageView<FunctionalLeadView> list(
            @QueryParam("after") @Nullable @PlainText(longest = LONGEST) String after,
            @QueryParam("limit") @DefaultValue(PageLimit.USUAL) PageLimit limit) {
        var read = functionalLeads.page(after, limit.rows() + 1);
        return PageView.named(read, limit, FunctionalLead::name).shown(FunctionalLeadView::of);
    }

    /** A functional lead, as they are shown. */
    public record FunctionalLeadView(String name, List<String> departments, long people) {

        static FunctionalLeadView of(FunctionalLead lead) {
            return new FunctionalLeadView(lead.name(), lead.departments(), lead.people());
        }
    }
}
