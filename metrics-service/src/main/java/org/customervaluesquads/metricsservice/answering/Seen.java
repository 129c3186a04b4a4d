package org.customervaluesquads.metricsservice.answering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;
import org.customervaluesquads.metricsservice.reckoning.Reckoning;
import org.jspecify.annotations.Nullable;

/**
 * A metric's value beside what it is held against.
 *
 * @param revision of what stands on the topic; a total has none
 * @param target what is to be reached
 * @param threshold what must not be passed to the worse
 * @param compared its value in another window
 */
public record Seen(
        Window window,
        Reckoned reckoned,
        @Nullable Long revision,
        @Nullable BigDecimal target,
        @Nullable BigDecimal threshold,
        @Nullable Compared compared) {

    /** A value of another window; absent where there is none. */
    public record Compared(
            Compare with, Window window, @Nullable BigDecimal value) {}

    /** How far the value is above the target; below it the distance is negative. */
    public Optional<BigDecimal> distance() {
        return difference(reckoned.value(), target);
    }

    /** Whether the target is reached, where the metric has a direction. */
    public Optional<Boolean> isReached() {
        return distance().flatMap(this::isGood);
    }

    /** Whether the threshold is passed to the worse, where the metric has a direction. */
    public Optional<Boolean> isBreached() {
        return difference(reckoned.value(), threshold).flatMap(this::isGood).map(good -> !good);
    }

    /** How much more it is than in the other window. */
    public Optional<BigDecimal> change() {
        return compared == null ? Optional.empty() : difference(reckoned.value(), compared.value());
    }

    /** The same, as a share of what it was. */
    public Optional<BigDecimal> changeRatio() {
        BigDecimal before = compared == null ? null : compared.value();
        return before == null || before.signum() == 0
                ? Optional.empty()
                : change().map(more -> more.divide(before.abs(), Reckoning.RATIO_DECIMALS, RoundingMode.HALF_EVEN));
    }

    private Optional<Boolean> isGood(BigDecimal above) {
        return switch (reckoned.direction()) {
            case "up" -> Optional.of(above.signum() >= 0);
            case "down" -> Optional.of(above.signum() <= 0);
            default -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> difference(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? Optional.empty() : Optional.of(one.subtract(other));
    }
}
