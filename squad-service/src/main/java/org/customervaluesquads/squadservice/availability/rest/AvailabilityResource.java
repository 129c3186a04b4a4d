package org.customervaluesquads.squadservice.availability.rest;

import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.customervaluesquads.squadservice.paging.PageQuery;
import org.customervaluesquads.squadservice.paging.PageView;
import org.customervaluesquads.squadservice.people.People;
import org.customervaluesquads.squadservice.people.rest.PeopleQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

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
    public PageView<AvailabilityView> list(@Valid @BeanParam PeopleQuery request, @BeanParam PageQuery page) {
        return page.of(
                (after, most) -> views.of(people.page(request.filter(), after, most)), AvailabilityView::personId);
    }
}
