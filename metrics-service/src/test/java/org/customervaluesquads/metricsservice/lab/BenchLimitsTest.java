package org.customervaluesquads.metricsservice.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.customervaluesquads.metricsservice.attribution.rest.AttributionView;
import org.customervaluesquads.metricsservice.lab.rest.Bench;
import org.customervaluesquads.metricsservice.lab.text.Tables;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too large is refused with the limit that it is beyond, before memory is taken for it. */
class BenchLimitsTest {

    @Test
    void refuseAPathOfMoreTouchesThanOneCanHave() {
        String path = "a>b>".repeat(501);

        assertThat(refused(Bench.ATTRIBUTION, "path,conversions\na>b,1\n" + path + ",1\n"))
                .containsExactly(new FieldError("row 2, path", "a path has at most 1000 touches"));
    }

    @Test
    void refuseMoreTouchesThanAllPathsCanHave() {
        String path = "a>b>".repeat(500) + ",1\n";

        assertThat(refused(Bench.ATTRIBUTION, "path,conversions\n" + path.repeat(1_001)))
                .containsExactly(new FieldError("row 1001, path", "all paths together have at most 1000000 touches"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"path,conversions\n%s,1\n", "[{\"path\": [\"%s\", \"b\"], \"conversions\": 1}]"})
    void refuseACellOfMoreCharactersThanOneCanHave(String form) {
        String text = form.formatted("a".repeat(Table.CHARACTERS_AT_MOST + 1));

        assertThat(refused(Bench.ATTRIBUTION, text))
                .containsExactly(new FieldError("row 1", "a cell has at most 100000 characters"));
    }

    @Test
    void refuseMoreCellsThanATableCanHave() {
        String row = ",".repeat(199) + "\n";
        String heading = IntStream.range(0, 200).mapToObj(i -> "c" + i).collect(Collectors.joining(","));

        assertThat(refused(Bench.IMPACT, heading + "\n" + row.repeat(10_001)))
                .singleElement()
                .satisfies(error -> assertThat(error.reason()).contains("2000000 cells"));
    }

    @Test
    void refuseMoreRowsThanATableCanHave() {
        assertThat(refused(Bench.IMPACT, "[" + "{},".repeat(500_000) + "{}]"))
                .containsExactly(new FieldError("rows", "there are at most 500000"));
    }

    @Test
    void refuseMoreValuesThanAPanelCanHave() {
        String panel = IntStream.range(0, 201)
                .mapToObj(unit -> IntStream.range(0, 500)
                        .mapToObj(time -> "u" + unit + "," + time + ",1,0\n")
                        .collect(Collectors.joining()))
                .collect(Collectors.joining());

        assertThat(refused(Bench.IMPACT, "unit,time,outcome,treated\n" + panel))
                .containsExactly(new FieldError("row 100001, unit", "at most 100000 values: units times periods"));
    }

    @Test
    void refuseMoreCustomersThanCanBeValued() {
        assertThat(refused(Bench.CUSTOMER_VALUE, "frequency,recency,T\n" + "1,2,3\n".repeat(100_001)))
                .containsExactly(new FieldError("customer", "there are 100001 customers, and at most 100000 can be"));
    }

    @Test
    void keepEveryCellOfATableInItsPlace() {
        Table csv = Tables.read("a;b\n\n1;\"x\ny\"\n;2\n3\n").table();
        Table json = Tables.read("{\"rows\": [{\"b\": \"ü\"}, {\"a\": 1.50, \"c\": {\"d\": 1}, \"b\": null}], "
                        + "\"options\": {\"unit\": \"b\"}}")
                .table();

        assertThat(cells(csv)).containsExactly(List.of("1", "x\ny"), List.of("", "2"), List.of("3", ""));
        assertThat(json.columns()).containsExactly("b", "a", "c");
        assertThat(cells(json)).containsExactly(List.of("ü", "", ""), List.of("", "1.50", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-01",
                "20260301",
                "2026-03-01T00:00",
                "2026-03-01 0:00:00",
                "2026-03-01  00:00:00",
                "2026-03-01T00:00:00Z",
                "2026-03-01 02:00:00+02:00",
                "2026-02-28T19:00:00-05:00"
            })
    void readMomentsAsFilesWriteThem(String moment) {
        AttributionView answer = (AttributionView) Bench.ATTRIBUTION.answer(
                "customer,time,channel,conversion\n1,2026-02-22,web,0\n1," + moment + ",call,1\n",
                Map.of("model", "time-decay"));

        // seven days are one half-life
        assertThat(answer.credits().getFirst().share()).isCloseTo(2.0 / 3, within(1e-9));
    }

    private static List<List<String>> cells(Table table) {
        return IntStream.range(0, table.rows())
                .mapToObj(row -> IntStream.range(0, table.columns().size())
                        .mapToObj(column -> table.cell(row, column))
                        .toList())
                .toList();
    }

    private static List<FieldError> refused(Bench bench, String text) {
        return catchThrowableOfType(RefusedRequest.class, () -> bench.answer(text, Map.of()))
                .errors();
    }
}
