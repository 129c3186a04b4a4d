package org.customervaluesquads.squadservice.decisions.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.customervaluesquads.squadservice.decisions.Right;
import org.customervaluesquads.squadservice.people.rest.MoneyRequest;
import org.customervaluesquads.squadservice.problems.PlainText;
import org.customervaluesquads.squadservice.problems.Problem;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a squad may decide alone, as it is sent. */
record RightsRequest(
        @NotNull @Size(max = 100) List<@NotNull @Valid RightRequest> rights,

        @Schema(description = "who must agree to decisions of any other kind") @NotNull @PlainText(longest = 200)
        String otherwise) {

    static final String EXAMPLE = """
            {"rights": [{"kind": "campaign", "upTo": {"amount": 5000, "currency": "GBP"}, "beyond": "head of sales"},
                        {"kind": "wording", "beyond": "brand team"}],
             "otherwise": "central team"}""";

    List<Right> toRights() {
        if (rights.stream().map(RightRequest::kind).distinct().count() < rights.size()) {
            throw Problem.of(400, "Some of what was sent does not meet what is asked of it.")
                    .with("rights", "must name each kind once")
                    .asException();
        }
        return rights.stream().map(RightRequest::right).toList();
    }

    /** One kind of thing, as it is sent. */
    record RightRequest(
            @NotNull @PlainText(longest = 100) String kind,

            @Schema(description = "up to which spend; any, when it is left out") @Nullable @Valid
            MoneyRequest upTo,

            @Schema(description = "who must agree above that") @NotNull @PlainText(longest = 200)
            String beyond) {

        Right right() {
            return new Right(kind, upTo == null ? null : upTo.money(), beyond);
        }
    }
}
