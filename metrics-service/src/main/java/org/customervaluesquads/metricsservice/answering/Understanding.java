package org.customervaluesquads.metricsservice.answering;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.customervaluesquads.contracts.StorableText;
import org.customervaluesquads.metricsservice.listening.Plausibility;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.reckoning.Grain;
import org.customervaluesquads.metricsservice.reckoning.MetricDefinition;
import org.customervaluesquads.metricsservice.reckoning.Window;
import org.jspecify.annotations.Nullable;

/** Makes a question of a request's parameters, or says everything that is wrong with them. */
public final class Understanding {

    private final Limits limits;
    private final Set<String> names;
    private final Instant now;
    private final List<FieldError> errors = new ArrayList<>();

    private Understanding(Limits limits, Set<String> names, Instant now) {
        this.limits = limits;
        this.names = names;
        this.now = now;
    }

    /** How long a window may be, and how long it is when nothing is said. */
    public record Limits(Duration longestByHour, Duration longestByDay, Duration usual) {}

    /** What was asked, as it came. */
    public record Parameters(
            List<String> metrics,
            @Nullable String grain,
            @Nullable String from,
            @Nullable String to) {}

    /** A question, or why it is none. */
    public sealed interface Answer {
        /** A question that can be answered. */
        record Understood(MetricsQuestion question) implements Answer {}

        /** Everything that is wrong with the parameters. */
        record Refused(List<FieldError> errors) implements Answer {}
    }

    /**
     * Understands the parameters.
     *
     * @param names the metrics that there are
     */
    public static Answer of(Parameters parameters, Limits limits, Set<String> names, Instant now) {
        Understanding understanding = new Understanding(limits, names, now);
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
        Instant tomorrow = Window.dayOf(now).end();
        Instant to = moment("to", parameters.to(), tomorrow);
        Instant from = moment("from", parameters.from(), grain == Grain.TOTAL ? Plausibility.EARLIEST : usualStart(to));
        if (!from.isBefore(to)) {
            errors.add(new FieldError("from", "must be before to"));
        } else if (Duration.between(from, to).compareTo(longest(grain)) > 0) {
            errors.add(new FieldError("from", "at most " + longest(grain) + " can be asked for by this grain"));
        }
        return new MetricsQuestion(List.copyOf(parameters.metrics()), new Window(grain, from, to));
    }

    private Instant usualStart(Instant to) {
        return to.minus(limits.usual());
    }

    private Duration longest(Grain grain) {
        return switch (grain) {
            case HOUR -> limits.longestByHour();
            case DAY -> limits.longestByDay();
            case TOTAL -> ChronoUnit.FOREVER.getDuration();
        };
    }

    private Grain grain(@Nullable String text) {
        if (text == null) {
            return Grain.DAY;
        }
        for (Grain grain : Grain.values()) {
            if (grain.word().equals(text.toLowerCase(Locale.ROOT))) {
                return grain;
            }
        }
        errors.add(new FieldError("grain", "must be hour, day or total"));
        return Grain.DAY;
    }

    private Instant moment(String field, @Nullable String text, Instant otherwise) {
        if (text == null) {
            return otherwise;
        }
        try {
            Instant moment = text.contains("T")
                    ? Instant.parse(text)
                    : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
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
