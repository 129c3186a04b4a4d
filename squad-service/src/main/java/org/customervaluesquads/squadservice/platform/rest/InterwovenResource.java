package org.customervaluesquads.squadservice.platform.rest;

import jakarta.transaction.Transactional;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.paging.PageLimit;
import org.customervaluesquads.squadservice.paging.PageView;
import org.customervaluesquads.squadservice.platform.Adoption;
import org.customervaluesquads.squadservice.platform.SharedPeople;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** {@code /platform/shared-people} and {@code /platform/adoption}: how far squads and tactics are interwoven. */
@Path("/platform")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "platform")
public class InterwovenResource {

    private final SharedPeople.Pairs pairs;

    InterwovenResource(SharedPeople.Pairs pairs) {
        this.pairs = pairs;
    }

    /** Lists squads that share people. */
    @GET
    @Path("/shared-people")
    @Transactional
    @Operation(summary = "List the pairs of squads that share people today, all or those of one squad")
    public PageView<SharedPeopleView> sharedPeople(
            @QueryParam("squad") @Nullable UUID squad,
            @QueryParam("after") @Nullable PairPlace after,
            @QueryParam("limit") @DefaultValue(PageLimit.USUAL) PageLimit limit) {
        int most = limit.rows() + 1;
        List<SharedPeople> read =
                squad == null ? pairs.page(PairPlace.of(after), most) : pairs.of(squad, PairPlace.of(after), most);
        return PageView.named(read.stream().map(SharedPeopleView::of).toList(), limit, PairPlace::name);
    }

    /** Shows how far a tactic has been taken up. */
    @GET
    @Path("/adoption")
    @Operation(
            summary = "Show whom a tactic is reaching, by the share of those who have taken it up",
            description = "The stages are Rogers' (2.5, 16, 50 and 84 %); the chasm lies at 16 %. The share is a"
                    + " parameter because metrics-service reckons it: among a squad's metrics, the value of a tactic's"
                    + " reach, such as reach/email, over that of active-customers in the same window. Whoever shows"
                    + " both, such as a dashboard, asks here what it means; this service reads no metrics.")
    public AdoptionView adoption(
            @QueryParam("share")
                    @NotNull
                    @DecimalMin("0")
                    @DecimalMax("1")
                    @Digits(integer = 1, fraction = 9)
                    @Parameter(
                            description = "of those whom it is meant for, how many it has reached: from 0 to 1",
                            example = "0.12")
                    BigDecimal share) {
        return AdoptionView.of(share);
    }

    /**
     * How far a tactic has been taken up, as it is shown.
     *
     * @param toGo the share that is missing until all of them are reached
     */
    public record AdoptionView(BigDecimal share, Adoption stage, boolean acrossTheChasm, BigDecimal toGo) {

        static AdoptionView of(BigDecimal share) {
            Adoption stage = Adoption.at(share);
            return new AdoptionView(
                    share, stage, stage.isAcrossTheChasm(), stage.upTo().subtract(share));
        }
    }
}
