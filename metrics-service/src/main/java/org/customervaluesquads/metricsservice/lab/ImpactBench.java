package org.customervaluesquads.metricsservice.lab;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.customervaluesquads.metricsservice.impact.Impact;
import org.customervaluesquads.metricsservice.impact.Panel;
import org.jspecify.annotations.Nullable;

/**
 * Impact on a panel that an analyst brings: a row for each unit and period with its outcome, and which of them were treated,
 * either in a column of 0 and 1 or by the options {@code treated-units} and {@code from}.
 */
public final class ImpactBench {

    /** A panel has at most so many periods. */
    public static final int PERIODS_AT_MOST = 1_000;

    /** A panel has at most so many units times periods: the searches for weights take longer than their number. */
    public static final int VALUES_AT_MOST = 100_000;

    private static final long SEED = 1;

    private final Question question;
    private final Map<String, Map<String, Double>> outcomes = new LinkedHashMap<>();
    private final Map<String, Set<String>> treated = new HashMap<>();
    private final Set<String> periods = new HashSet<>();

    private ImpactBench(Question question) {
        this.question = question;
    }

    /** The impact in this table. */
    public static Impact of(Question question) {
        ImpactBench bench = new ImpactBench(question);
        Panel panel = bench.panel();
        long seed = (long) question.number("seed", SEED, 0, Integer.MAX_VALUE);
        question.refuseUnknownOptions();
        return Impact.of(panel, seed);
    }

    private Panel panel() {
        int unit = question.needed("unit", "state", "region", "segment", "account", "country", "group", "id", "name");
        int time = question.needed("time", "period", "date", "year", "quarter", "month", "week", "day", "t");
        int outcome = question.needed("outcome", "value", "y", "metric", "sales", "revenue", "packspercapita");
        boolean byOptions = question.text("treated-units").isPresent();
        OptionalInt flag = byOptions
                ? OptionalInt.empty()
                : OptionalInt.of(question.needed("treated", "treatment", "treat", "w", "intervention"));
        for (int row = 0; row < question.rows(); row++) {
            take(row, unit, time, outcome);
            if (flag.isPresent() && question.yes(row, flag.getAsInt())) {
                treated.computeIfAbsent(question.cell(row, unit), its -> new HashSet<>())
                        .add(question.cell(row, time));
            }
        }
        question.refuseIfFlawed();
        List<String> ordered = ordered(periods);
        if (byOptions) {
            treatByOptions(ordered);
        }
        return panel(ordered);
    }

    private void take(int row, int unit, int time, int outcome) {
        String period = question.shared(question.neededCell(row, time));
        periods.add(period);
        Map<String, Double> course = outcomes.computeIfAbsent(question.neededCell(row, unit), its -> new HashMap<>());
        if (course.put(period, question.number(row, outcome)) != null) {
            question.flaw(row, time, "is there twice for this unit");
        }
        if (outcomes.size() > Panel.UNITS_AT_MOST || periods.size() > PERIODS_AT_MOST) {
            question.flaw(row, unit, "at most " + Panel.UNITS_AT_MOST + " units and " + PERIODS_AT_MOST + " periods");
            question.refuseIfFlawed();
        }
        if ((long) outcomes.size() * periods.size() > VALUES_AT_MOST) {
            question.flaw(row, unit, "at most " + VALUES_AT_MOST + " values: units times periods");
            question.refuseIfFlawed();
        }
    }

    private void treatByOptions(List<String> ordered) {
        String from = question.text("from").orElse("");
        int first = ordered.indexOf(from);
        if (first < 0) {
            question.flaw("from", "must be one of the periods, the first one with treatment");
        }
        for (String name : question.text("treated-units").orElse("").split(",", -1)) {
            if (!outcomes.containsKey(name.trim())) {
                question.flaw("treated-units", "there is no unit " + name.trim());
            } else if (first >= 0) {
                treated.put(name.trim(), new HashSet<>(ordered.subList(first, ordered.size())));
            }
        }
        question.refuseIfFlawed();
    }

    private Panel panel(List<String> ordered) {
        int before = before(ordered);
        List<String> units = new ArrayList<>(outcomes.keySet());
        units.sort(Comparator.comparing((String unit) -> treated.containsKey(unit))
                .thenComparing(Comparator.naturalOrder()));
        boolean zero = question.text("missing").map("zero"::equals).orElse(false);
        double[][] rows = new double[units.size()][ordered.size()];
        for (int unit = 0; unit < rows.length; unit++) {
            Map<String, Double> course = outcomes.getOrDefault(units.get(unit), Map.of());
            for (int period = 0; period < ordered.size(); period++) {
                @Nullable Double value = course.get(ordered.get(period));
                if (value == null && !zero) {
                    question.flaw(
                            "outcome",
                            units.get(unit) + " has none at " + ordered.get(period)
                                    + "; the option missing=zero takes what is missing for 0");
                }
                rows[unit][period] = value == null ? 0 : value;
            }
        }
        question.refuseIfFlawed();
        return new Panel(units, ordered, rows, units.size() - treated.size(), before);
    }

    /** How many periods are before the treatment, which must begin for all at once and stay. */
    private int before(List<String> ordered) {
        Set<Integer> begins = new TreeSet<>();
        treated.forEach((unit, its) -> {
            int first = ordered.size();
            for (String period : its) {
                first = Math.min(first, ordered.indexOf(period));
            }
            begins.add(first);
            if (its.size() != ordered.size() - first) {
                question.flaw("treated", unit + " is not treated in every period from " + ordered.get(first) + " on");
            }
        });
        if (begins.size() > 1) {
            question.flaw("treated", "units are treated from different periods on: ask for one beginning at a time");
        }
        question.refuseIfFlawed();
        return begins.stream().findFirst().orElse(ordered.size());
    }

    /** By number where all are numbers, else as texts, which is right for ISO dates. */
    private static List<String> ordered(Set<String> periods) {
        List<String> ordered = new ArrayList<>(periods);
        boolean numbers = ordered.stream().allMatch(period -> period.matches("-?\\d+(\\.\\d+)?"));
        ordered.sort(numbers ? Comparator.comparingDouble(Double::parseDouble) : Comparator.naturalOrder());
        return ordered;
    }
}
