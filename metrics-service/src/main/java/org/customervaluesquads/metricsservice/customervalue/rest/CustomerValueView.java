package org.customervaluesquads.metricsservice.customervalue.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.customervaluesquads.metricsservice.customervalue.BgNbd;
import org.customervaluesquads.metricsservice.customervalue.Calibration;
import org.customervaluesquads.metricsservice.customervalue.CustomerValue;
import org.customervaluesquads.metricsservice.customervalue.Fitted;
import org.customervaluesquads.metricsservice.customervalue.GammaGamma;
import org.customervaluesquads.metricsservice.customervalue.Horizon;
import org.customervaluesquads.metricsservice.statistics.Shown;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How much customers are still going to buy, or why it cannot be told. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What is expected of the customers, or the reason why nothing can be said.")
public record CustomerValueView(
        @Schema(description = "expected or refused.") String state,

        @Schema(description = "The answer in plain words.") String sentence,

        @Nullable Integer customers,

        @Schema(description = "How many different histories they have.") @Nullable
        Long histories,

        @Schema(description = "BG/NBD, times in the unit of the histories.") @Nullable
        ModelView purchases,

        @Schema(description = "Gamma-Gamma, in the currency.") @Nullable
        ModelView spending,

        @Nullable List<TotalView> totals,

        @Schema(description = "The most valuable first.") @Nullable
        List<CustomerView> top,

        @Schema(description = "Fitted to the first two thirds of the time, beside what came in the rest.") @Nullable
        CalibrationView calibration) {

    /** The view of a value. */
    public static CustomerValueView of(CustomerValue value, Optional<Calibration> calibration, int shown) {
        return switch (value) {
            case CustomerValue.Refused refused ->
                new CustomerValueView(
                        "refused",
                        "No value can be told: " + refused.reason() + ".",
                        null,
                        null,
                        null,
                        null,
                        null,
                        null,
                        null);
            case CustomerValue.Expected expected ->
                new CustomerValueView(
                        "expected",
                        sentence(expected),
                        expected.customers().size(),
                        expected.histories(),
                        bgNbd(expected.purchases()),
                        expected.spending() == null ? null : gammaGamma(expected.spending()),
                        expected.totals().stream().map(TotalView::of).toList(),
                        expected.customers().stream()
                                .limit(shown)
                                .map(customer -> CustomerView.of(customer, expected.totals()))
                                .toList(),
                        calibration.map(CalibrationView::of).orElse(null));
        };
    }

    private static String sentence(CustomerValue.Expected expected) {
        CustomerValue.Total total = expected.totals().getFirst();
        String bought = String.format(
                Locale.ROOT,
                "In the next %d days these %d customers are expected to buy %.0f times",
                total.horizon().days(),
                expected.customers().size(),
                total.purchases());
        return total.worth() == null
                ? bought + "; what that is worth cannot be told, since " + expected.whyNoWorth() + "."
                : bought + String.format(Locale.ROOT, " and to spend %.2f.", total.worth());
    }

    private static ModelView bgNbd(Fitted<BgNbd> fitted) {
        BgNbd model = fitted.model();
        return ModelView.of(
                List.of("r", "alpha", "a", "b"),
                new double[] {model.r(), model.alpha(), model.a(), model.b()},
                fitted.standardErrors(),
                fitted.top().logLikelihood());
    }

    private static ModelView gammaGamma(Fitted<GammaGamma> fitted) {
        GammaGamma model = fitted.model();
        return ModelView.of(
                List.of("p", "q", "v"),
                new double[] {model.p(), model.q(), model.v()},
                fitted.standardErrors(),
                fitted.top().logLikelihood());
    }

    /** A model that was fitted. */
    public record ModelView(List<ParameterView> parameters, double logLikelihood) {

        static ModelView of(List<String> names, double[] values, double @Nullable [] errors, double logLikelihood) {
            List<ParameterView> parameters = new ArrayList<>();
            for (int place = 0; place < values.length; place++) {
                parameters.add(
                        new ParameterView(names.get(place), values[place], errors == null ? null : errors[place]));
            }
            return new ModelView(parameters, logLikelihood);
        }
    }

    /** A parameter; without a standard error where the customers do not tell parameters apart. */
    public record ParameterView(
            String name, double value, @Nullable Double standardError) {}

    /** All customers together. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record TotalView(
            int days, double purchases, @Nullable Double worth) {
        static TotalView of(CustomerValue.Total total) {
            return new TotalView(total.horizon().days(), total.purchases(), Shown.number(total.worth()));
        }
    }

    /** One customer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CustomerView(
            String customer,

            @Schema(description = "How likely the customer has not left.")
            double alive,

            @Schema(description = "What a purchase is expected to be worth.") @Nullable
            Double purchaseWorth,

            List<TotalView> expected) {

        static CustomerView of(CustomerValue.Valued customer, List<CustomerValue.Total> totals) {
            List<TotalView> expected = new ArrayList<>();
            for (int place = 0; place < totals.size(); place++) {
                Horizon horizon = totals.get(place).horizon();
                expected.add(new TotalView(
                        horizon.days(), customer.purchases().get(place), Shown.number(customer.worth(place))));
            }
            return new CustomerView(
                    customer.history().customer(), customer.alive(), Shown.number(customer.purchaseWorth()), expected);
        }
    }

    /** Both curves of the calibration. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CalibrationView(
            @Schema(description = "The last day of the part that was fitted.")
            LocalDate fittedUntil,

            @Schema(description = "The share by which too much was foretold of the rest.") @Nullable
            Double error,

            List<PointView> curves) {

        static CalibrationView of(Calibration calibration) {
            return new CalibrationView(
                    LocalDate.ofEpochDay(calibration.split()),
                    Shown.number(calibration.error()),
                    calibration.points().stream()
                            .map(point ->
                                    new PointView(LocalDate.ofEpochDay(point.day()), point.expected(), point.actual()))
                            .toList());
        }
    }

    /** Repeat purchases up to a day. */
    public record PointView(LocalDate day, double expected, double actual) {}
}
