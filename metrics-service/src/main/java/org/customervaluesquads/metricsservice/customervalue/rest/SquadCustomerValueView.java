package org.customervaluesquads.metricsservice.customervalue.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.customervaluesquads.metricsservice.customervalue.CustomerValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a squad's customers are still going to buy, now and when the squad began. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SquadCustomerValueView(
        String squadId,
        @Nullable String currency,
        LocalDate until,
        CustomerValueView value,

        @Schema(description = "When the squad began.") LocalDate began,

        @Schema(description = "What was expected then, of the customers of then.")
        CustomerValueView atTheBeginning,

        @Schema(description = "By how much more is expected now, where both can be told.")
        List<CustomerValueView.TotalView> change) {

    static List<CustomerValueView.TotalView> change(CustomerValue now, CustomerValue then) {
        List<CustomerValueView.TotalView> change = new ArrayList<>();
        if (now instanceof CustomerValue.Expected later && then instanceof CustomerValue.Expected earlier) {
            for (int place = 0; place < later.totals().size(); place++) {
                CustomerValue.Total to = later.totals().get(place);
                CustomerValue.Total from = earlier.totals().get(place);
                Double worth = to.worth() == null || from.worth() == null ? null : to.worth() - from.worth();
                change.add(
                        new CustomerValueView.TotalView(to.horizon().days(), to.purchases() - from.purchases(), worth));
            }
        }
        return change;
    }
}
