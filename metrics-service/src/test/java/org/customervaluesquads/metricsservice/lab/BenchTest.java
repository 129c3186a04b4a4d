package org.customervaluesquads.metricsservice.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.customervaluesquads.metricsservice.attribution.rest.AttributionView;
import org.customervaluesquads.metricsservice.customervalue.rest.CustomerValueView;
import org.customervaluesquads.metricsservice.experiments.rest.EvidenceView;
import org.customervaluesquads.metricsservice.impact.rest.ImpactView;
import org.customervaluesquads.metricsservice.lab.rest.Bench;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BenchTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "path,conversions,value,nulls\nC1 > C2 > C3,1,1000,0\nC1,0,0,1\nC2>C3,0,0,1\n",
                "\uFEFFPath;Conversions;Value;Nulls\r\n\"C1 > C2 > C3\";1;1000;0\r\nC1;0;0;1\r\nC2 > C3;0;0;1",
                "path\tconverted\tvalue\nC1>C2>C3\ttrue\t1000\nC1\tfalse\t\nC2>C3\tfalse\t\n",
                """
        [{"path": ["C1", "C2", "C3"], "conversions": 1, "value": 1000}, {"path": "C1", "conversions": 0},
         {"path": "C2 > C3", "conversions": 0}]""",
                """
        customer,time,channel,conversion,value
        1,2026-01-01,C1,0,
        1,2026-01-03 08:00:00,C3,1,1000
        1,2026-01-02T08:00:00Z,C2,0,
        2,2026-01-01,C1,0,
        3,2026-01-01,C2,0,
        3,2026-01-01 00:00:01,C3,0,"""
            })
    void attributesTheSamePathsInEveryForm(String text) {
        AttributionView answer = (AttributionView) Bench.ATTRIBUTION.answer(text, Map.of());

        assertThat(answer.outcomeProbability()).isCloseTo(1.0 / 3, within(1e-12));
        assertThat(answer.credits())
                .extracting(AttributionView.CreditView::player)
                .containsExactly("C2", "C3", "C1");
        assertThat(answer.credits().getLast().value()).isCloseTo(200, within(1e-9));
    }

    @Test
    void readsATestFromSumsAndFromCustomers() {
        EvidenceView sums = (EvidenceView) Bench.EXPERIMENT.answer(
                "variation,users,total,sumsq\nB,3461,2422.7,134698.29\nA,3407,1396.87,52377.9767\n",
                Map.of("control", "A"));
        EvidenceView customers =
                (EvidenceView) Bench.EXPERIMENT.answer("arm,converted\nA,1\nA,0\nA,0\nB,1\nB,1\nB,0\n", Map.of());

        assertThat(sums.comparisons().getFirst().lift().estimate()).isCloseTo(.70732, within(6e-6));
        assertThat(sums.comparisons().getFirst().lift().atFixedHorizon().p()).isCloseTo(.06191, within(6e-6));
        assertThat(sums.advice()).isEqualTo("continue");
        assertThat(customers.comparisons().getFirst().difference().estimate()).isCloseTo(1.0 / 3, within(1e-9));
    }

    @Test
    void warnsOfCustomersWhoAreNotSpreadAsPlanned() {
        EvidenceView answer = (EvidenceView)
                Bench.EXPERIMENT.answer("variant,n,sum\nA,4072,400\nB,2035,200\n", Map.of("shares", "A=80,B=20"));

        assertThat(answer.sampleRatioP()).isCloseTo(2.40e-149, within(5e-152));
        assertThat(answer.advice()).isEqualTo("check-assignment");
        assertThat(answer.sentence()).contains("A 4072, B 2035").contains("check how customers are assigned");
    }

    @Test
    void valuesCustomersByTheirPurchases() {
        StringBuilder orders = new StringBuilder("user_id;order_date;revenue\n");
        for (int customer = 0; customer < 60; customer++) {
            for (int day = customer % 7; day < 200; day += 10 + 3 * (customer % 20)) {
                orders.append(customer)
                        .append(";")
                        .append(java.time.LocalDate.of(2026, 1, 1).plusDays(day))
                        .append(";")
                        .append(10 + customer % 5 + day % 3)
                        .append('\n');
            }
        }

        CustomerValueView answer =
                (CustomerValueView) Bench.CUSTOMER_VALUE.answer(orders.toString(), Map.of("customers", "3"));

        assertThat(answer.state()).isEqualTo("expected");
        assertThat(answer.customers()).isEqualTo(60);
        assertThat(answer.top()).hasSize(3);
        assertThat(answer.calibration()).isNotNull();
        assertThat(answer.totals().getFirst().purchases()).isPositive();
        assertThat(answer.totals().getLast().purchases())
                .isGreaterThan(answer.totals().getFirst().purchases());
    }

    @Test
    void refusesWithAReasonWhereTooLittleIsKnown() {
        CustomerValueView value =
                (CustomerValueView) Bench.CUSTOMER_VALUE.answer("frequency,recency,T\n1,2,3\n", Map.of());
        ImpactView impact = (ImpactView) Bench.IMPACT.answer(
                "unit,time,outcome\nA,1,2\nA,2,2\nB,1,3\nB,2,3\n", Map.of("treated-units", "A", "from", "2"));

        assertThat(value.state()).isEqualTo("refused");
        assertThat(value.sentence()).contains("at least 30");
        assertThat(impact.state()).isEqualTo("refused");
        assertThat(impact.sentence()).contains("1 periods before");
    }

    @Test
    void namesEachWrongRowAndColumn() {
        List<FieldError> errors =
                refused(Bench.IMPACT, "Region;Week;Sales;treated\nA;1;12,5;0\nA;1;3;maybe\n;2;x;0\n", Map.of());

        assertThat(errors)
                .extracting(FieldError::field)
                .containsExactly("row 1, Sales", "row 2, Week", "row 2, treated", "row 3, Region", "row 3, Sales");
    }

    @Test
    void namesColumnsAndOptionsThatThereAreNot() {
        String paths = "path,conversions\nA,1\n";

        assertThat(refused(Bench.ATTRIBUTION, paths, Map.of("model", "best"))
                        .getFirst()
                        .field())
                .isEqualTo("model");
        assertThat(refused(Bench.ATTRIBUTION, paths, Map.of("modle", "first"))
                        .getFirst()
                        .field())
                .isEqualTo("modle");
        assertThat(refused(Bench.ATTRIBUTION, paths, Map.of("path", "way"))
                        .getFirst()
                        .reason())
                .contains("no column way");
        assertThat(refused(Bench.IMPACT, paths, Map.of()).getFirst().field()).isEqualTo("unit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "[1]", "{\"rows\": 1}", "[{\"a\": ", "a,b\n1,2,3\n", "a,b\n\"1,2\n", "{}"})
    void refusesWhatIsNoTable(String text) {
        assertThat(refused(Bench.EXPERIMENT, text, Map.of())).isNotEmpty();
    }

    @Test
    void takesOptionsFromTheBody() {
        AttributionView answer = (AttributionView) Bench.ATTRIBUTION.answer(
                "{\"options\": {\"model\": \"first\"}, \"rows\": [{\"path\": \"A > B\", \"conversions\": 3}]}",
                Map.of());

        assertThat(answer.model()).isEqualTo("first");
        assertThat(answer.credits().getFirst().outcomes()).isEqualTo(3);
    }

    private static List<FieldError> refused(Bench bench, String text, Map<String, String> options) {
        RefusedRequest refused = catchThrowableOfType(RefusedRequest.class, () -> bench.answer(text, options));

        assertThat(refused).as("a refusal").isNotNull();
        return refused.errors();
    }
}
