package org.customervaluesquads.metricsservice.answering;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.customervaluesquads.contracts.StorableText;
import org.customervaluesquads.metricsservice.calendars.Calendar;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.listening.Plausibility;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.reckoning.MetricDefinition;
import org.jspecify.annotations.Nullable;

/** Makes a question of a request's parameters, or says everything that is wrong with them. */
public final class Understanding {

    /** Weeks and months are asked for that many times as long as days. */
    private static final int LONGER = 12;

    private final Limits limits;
    private final Set<String> names;
    private final Calendar calendar;
    private final Instant now;
    private final List<FieldError> errors = new ArrayList<>();

    private Understanding(Limits limits, Here here) {
        this.limits = limits;
        this.names = here.names();
        this.calendar = here.calendar();
        this.now = here.now();
    }

    /** How long a window may be, and how long it is when nothing is said. */
    public record Limits(Duration longestByHour, Duration longestByDay, Duration usual) {}

    /** What was asked, as it came. */
    public record Parameters(
            List<String> metrics,
            @Nullable String grain,
            @Nullable String from,
            @Nullable String to,
            @Nullable String compare) {}

    /**
     * Where it is asked.
     *
     * @param names the metrics that there are
     * @param calendar by which days begin
     */
    public record Here(Set<String> names, Calendar calendar, Instant now) {}

    /** A question, or why it is none. */
    public sealed interface Answer {
        /** A question that can be answered. */
        record Understood(MetricsQuestion question) implements Answer {}

        /** Everything that is wrong with the parameters. */
        record Refused(List<FieldError> errors) implements Answer {}
    }

    /** Understands the parameters. */
    public static Answer of(Parameters parameters, Limits limits, Here here) {
        Understanding understanding = new Understanding(limits, here);
        MetricsQuestion question = understanding.question(parameters);
        return understanding.errors.isEmpty()
                ? new Answer.Understood(question)
                : new Answer.Refused(understanding.errors);
    }

    /** Why names are no metrics, for those that are not. */
    public static List<FieldError> unknown(List<String> metrics, Set<String> names) {
        return metrics.stream()
                .filter(metric -> !names.contains(MetricDefinition.nameIn(metric)) || !StorableText.is(metric))
                .map(metric -> new FieldError("metric", "there is no metric " + metric))
                .toList();
    }

    private MetricsQuestion question(Parameters parameters) {
        errors.addAll(unknown(parameters.metrics(), names));
        Grain grain = grain(parameters.grain());
        Instant tomorrow = calendar.day(calendar.dateOf(now)).end();
        Instant to = moment("to", parameters.to(), tomorrow);
        Instant from = moment("from", parameters.from(), usualStart(grain, to));
        if (!from.isBefore(to)) {
            errors.add(new FieldError("from", "must be before to"));
        } else if (Duration.between(from, to).compareTo(longest(grain)) > 0) {
            errors.add(new FieldError("from", "at most " + longest(grain) + " can be asked for by this grain"));
        }
        return new MetricsQuestion(
                List.copyOf(parameters.metrics()), new Window(grain, from, to), compare(parameters.compare()));
    }

    private Instant usualStart(Grain grain, Instant to) {
        return switch (grain) {
            case HOUR, DAY, ROLLING -> to.minus(limits.usual());
            case WEEK, MONTH -> to.minus(limits.usual().multipliedBy(LONGER));
            case TOTAL -> Plausibility.EARLIEST;
        };
    }

    private Duration longest(Grain grain) {
        return switch (grain) {
            case HOUR -> limits.longestByHour();
            case DAY, ROLLING -> limits.longestByDay();
            case WEEK, MONTH -> limits.longestByDay().multipliedBy(LONGER);
            case TOTAL -> ChronoUnit.FOREVER.getDuration();
        };
    }

    private Compare compare(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(word -> Compare.named(word).orElseGet(() -> {
                    errors.add(new FieldError("compare", "must be nothing, baseline or previous"));
                    return Compare.NOTHING;
                }))
                .orElse(Compare.BASELINE);
    }

    private Grain grain(@Nullable String text) {
        return Optional.ofNullable(text)
                .map(word -> Grain.named(word).orElseGet(() -> {
                    errors.add(new FieldError("grain", "must be hour, day, week, month, rolling or total"));
                    return Grain.DAY;
                }))
                .orElse(Grain.DAY);
    }

    private Instant moment(String field, @Nullable String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            Instant moment = text.contains("T") ? Instant.parse(text) : calendar.startOf(LocalDate.parse(text));
            if (moment.isBefore(Plausibility.EARLIEST) || moment.isAfter(Plausibility.LATEST)) {
                errors.add(new FieldError(
                        field, "must be between " + Plausibility.EARLIEST + " and " + Plausibility.LATEST));
                return otherwise;
            }
            if (!moment.equals(moment.truncatedTo(ChronoUnit.HOURS))) {
                errors.add(new FieldError(field, "must be a full hour, since facts are summed by the hour"));
            }
            return moment;
        } catch (DateTimeParseException unreadable) {
            errors.add(new FieldError(field, "must be a date or a moment, such as 2026-03-01 or 2026-03-01T08:00:00Z"));
            return otherwise;
        }
    }
}
