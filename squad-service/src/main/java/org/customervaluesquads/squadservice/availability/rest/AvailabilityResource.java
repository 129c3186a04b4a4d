package org.customervaluesquads.squadservice.availability.rest;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.customervaluesquads.squadservice.paging.After;
import org.customervaluesquads.squadservice.paging.PageLimit;
import org.customervaluesquads.squadservice.paging.PageView;
import org.customervaluesquads.squadservice.people.People;
import org.customervaluesquads.squadservice.people.Person;
import org.customervaluesquads.squadservice.people.rest.PeopleQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /availability}: how much of people's time is free. */
@Path("/availability")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "people")
public class AvailabilityResource {

    private final People people;
    private final AvailabilityViews views;

    AvailabilityResource(People people, AvailabilityViews views) {
        this.people = people;
        this.views = views;
    }

    /** Lists people with their free time. */
    @GET
    @Transactional
    @Operation(
            summary = "List people with how much of their time is free, a page at a time",
            description = "The filters are those of /people. From today on.")
    public PageView<AvailabilityView> list(
            @Valid @BeanParam PeopleQuery request,
            @QueryParam("after") @Nullable After after,
            @QueryParam("limit") @DefaultValue(PageLimit.USUAL) PageLimit limit) {
        List<Person> read = people.page(request.filter(), After.idOf(after), limit.rows() + 1);
        return PageView.of(views.of(read), limit, AvailabilityView::personId);
    }
}
