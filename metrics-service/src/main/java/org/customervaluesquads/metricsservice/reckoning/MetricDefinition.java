package org.customervaluesquads.metricsservice.reckoning;

import java.util.Set;
import java.util.stream.Stream;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.jspecify.annotations.Nullable;

/**
 * A metric as terms over measures, alone or divided by others.
 *
 * @param unit of its values, or {@link #CURRENCY} where it is the currency of the part
 * @param grains the windows for which it is kept; a total can be asked for always
 * @param over what the terms are divided by
 * @param oneCurrency whether it is absent from a window whose facts are in several currencies
 */
public record MetricDefinition(
        String name,
        String description,
        String unit,
        Direction direction,
        Set<Grain> grains,
        Terms of,
        @Nullable Terms over,
        boolean oneCurrency) {

    /** The unit of a metric that has a value for each currency. */
    public static final String CURRENCY = "currency";

    /** The unit of what is divided by its like. */
    public static final String RATIO = "ratio";

    /** The name of the only part of a metric that has no parts. */
    static final String WHOLE = "";

    /** The metric's name before the slash that its parts' names follow. */
    public static String nameIn(String metric) {
        int slash = metric.indexOf('/');
        return slash < 0 ? metric : metric.substring(0, slash);
    }

    /** Whether the value of a long window is the sum of those of its days. */
    public boolean addsUp() {
        return over == null
                && measures().allMatch(measure -> switch (measure.of()) {
                    case COUNT, AMOUNT, SUM -> true;
                    case CUSTOMERS, SHARED, AVERAGE, QUANTILE -> false;
                });
    }

    String nameOf(String part) {
        return part.equals(WHOLE) ? name : name + "/" + part;
    }

    String unitOf(String part) {
        return unit.equals(CURRENCY) ? part : unit;
    }

    /** All measures that take part. */
    public Stream<Measure> measures() {
        return over == null ? of.measures() : Stream.concat(of.measures(), over.measures());
    }

    /** The terms without which there is nothing to show: a sum needs a fact, a ratio something to divide by. */
    Terms needed() {
        return over == null ? of : over;
    }
}
