package org.customervaluesquads.squadservice.people.rest;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.customervaluesquads.squadservice.people.PeopleFilter;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which people are wanted, as the query of a request says. */
public class PeopleQuery {

    private static final int LONGEST = 200;

    @QueryParam("department")
    @Nullable
    @PlainText(longest = LONGEST)
    String department;

    @QueryParam("region")
    @Nullable
    @PlainText(longest = LONGEST)
    String region;

    @QueryParam("functionalLead")
    @Nullable
    @PlainText(longest = LONGEST)
    String functionalLead;

    @QueryParam("skill")
    @Nullable
    @PlainText(longest = LONGEST)
    String skill;

    @QueryParam("level")
    @DefaultValue("1")
    @Min(1)
    @Max(5)
    @Parameter(description = "how well they can do the skill at least")
    int level;

    /** The people wanted. */
    public PeopleFilter filter() {
        return new PeopleFilter(department, region, functionalLead, skill, level);
    }
}
