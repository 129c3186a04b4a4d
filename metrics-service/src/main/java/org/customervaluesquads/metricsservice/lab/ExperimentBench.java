package org.customervaluesquads.metricsservice.lab;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.customervaluesquads.metricsservice.experiments.Arm;
import org.customervaluesquads.metricsservice.experiments.Evidence;
import org.customervaluesquads.metricsservice.experiments.Moments;
import org.customervaluesquads.metricsservice.experiments.Plan;
import org.customervaluesquads.metricsservice.experiments.Prior;

/**
 * A test that an analyst brings: either a row for each variant with its sums, or a row for each customer with variant and value,
 * and if known with the value before exposure. The first variant is the control, unless the option {@code control} names it.
 */
public final class ExperimentBench {

    /** A test has at most so many variants. */
    public static final int VARIANTS_AT_MOST = 50;

    private final Question question;
    private final Map<String, Moments> variants = new LinkedHashMap<>();
    private final Map<String, Double> weights = new LinkedHashMap<>();
    private boolean shares = true;

    private ExperimentBench(Question question) {
        this.question = question;
    }

    /** A test, and how it was to be judged. */
    public record Answer(Evidence evidence, Plan plan) {}

    /** The evidence in this table. */
    public static Answer of(Question question) {
        ExperimentBench bench = new ExperimentBench(question);
        int variant = question.needed("variant", "variation", "arm", "group", "bucket", "name");
        OptionalInt n = question.column("n", "customers", "count", "users", "size", "exposed");
        if (n.isPresent()) {
            bench.readSums(variant, n.getAsInt());
        } else {
            bench.readCustomers(variant);
        }
        Plan plan = bench.plan();
        List<Arm> arms = bench.arms();
        question.refuseUnknownOptions();
        return new Answer(Evidence.of(plan, arms, List.of()), plan);
    }

    private void readSums(int variant, int n) {
        int sum = question.needed("sum", "conversions", "converted", "successes", "total");
        OptionalInt squares = question.column("sum_squares", "sumsq", "sum_of_squares");
        OptionalInt weight = question.column("weight", "share", "expected");
        shares = squares.isEmpty();
        for (int row = 0; row < question.rows(); row++) {
            long customers = (long) question.numberFrom(0, row, n);
            double total = question.number(row, sum);
            double ofSquares = squares.isPresent() ? question.numberFrom(0, row, squares.getAsInt()) : total;
            if (shares && (total < 0 || total > customers)) {
                question.flaw(row, sum, "must be from 0 to " + customers + ", or there must be a column sum_squares");
            } else if (ofSquares * customers < total * total * (1 - 1e-9)) {
                question.flaw(row, sum, "cannot be with so small a sum of squares");
            }
            add(row, variant, Moments.ofSums(customers, total, ofSquares));
            if (weight.isPresent()) {
                weights.put(question.cell(row, variant), question.numberFrom(0, row, weight.getAsInt()));
            }
        }
        question.refuseIfFlawed();
    }

    private void readCustomers(int variant) {
        int value = question.needed("value", "outcome", "y", "metric", "converted", "conversion", "revenue");
        OptionalInt before = question.column("before", "pre", "covariate", "x");
        for (int row = 0; row < question.rows(); row++) {
            double its = question.number(row, value);
            double earlier = before.isPresent() ? question.number(row, before.getAsInt()) : 0;
            shares &= its == 0 || its == 1;
            add(row, variant, Moments.of(its, earlier));
        }
        question.refuseIfFlawed();
    }

    private void add(int row, int variant, Moments moments) {
        variants.merge(question.neededCell(row, variant), moments, Moments::plus);
        if (variants.size() > VARIANTS_AT_MOST) {
            question.flaw(row, variant, "there are at most " + VARIANTS_AT_MOST + " variants");
            question.refuseIfFlawed();
        }
    }

    private Plan plan() {
        Plan usual = Plan.USUAL;
        double alpha = question.number("alpha", usual.alpha(), 1e-6, 0.5);
        double tightest = question.number("tightest-at", usual.tightestAt(), 1, 1e12);
        double worthwhile = question.number("worthwhile", usual.worthwhile(), 0, 100);
        String good = question.text("good").orElse("up");
        if (!good.equals("up") && !good.equals("down")) {
            question.flaw("good", "must be up or down");
        }
        double mean = question.number("prior-mean", 0, -1e12, 1e12);
        double deviation =
                question.number("prior-deviation", Double.POSITIVE_INFINITY, 1e-12, Double.POSITIVE_INFINITY);
        Prior prior = new Prior(mean, deviation * deviation);
        return new Plan(alpha, tightest, good.equals("up"), worthwhile, shares, prior);
    }

    private List<Arm> arms() {
        List<String> names = new ArrayList<>(variants.keySet());
        question.text("control").ifPresent(control -> {
            if (names.remove(control)) {
                names.addFirst(control);
            } else {
                question.flaw("control", "there is no variant " + control);
            }
        });
        question.text("shares").ifPresent(this::readWeights);
        if (names.size() < 2) {
            question.flaw("variant", "there must be at least two variants");
        }
        question.refuseIfFlawed();
        return names.stream()
                .map(name -> new Arm(name, weights.getOrDefault(name, 1.0), variants.getOrDefault(name, Moments.NONE)))
                .toList();
    }

    /** As {@code A=80,B=20}. */
    private void readWeights(String text) {
        Arrays.stream(text.split(",")).forEach(each -> {
            String[] parts = each.split("=", -1);
            if (parts.length == 2
                    && variants.containsKey(parts[0].trim())
                    && parts[1].trim().matches("\\d+(\\.\\d+)?")) {
                weights.put(parts[0].trim(), Double.parseDouble(parts[1].trim()));
            } else {
                question.flaw("shares", "must be as A=80,B=20, with variants that there are");
            }
        });
    }
}
