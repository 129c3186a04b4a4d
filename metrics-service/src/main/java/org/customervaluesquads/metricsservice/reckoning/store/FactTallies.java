package org.customervaluesquads.metricsservice.reckoning.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.customers.Customers;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.reckoning.Facts;
import org.customervaluesquads.metricsservice.reckoning.Numbers;
import org.customervaluesquads.metricsservice.reckoning.Tally;
import org.customervaluesquads.metricsservice.reckoning.Tally.Alike;
import org.customervaluesquads.metricsservice.squads.store.FactPlaces;

/**
 * The tallies of several squads' facts in many windows: one grouped query a table, however many squads ask. The
 * database leaves out what is surely in no scope of theirs.
 */
@ApplicationScoped
public class FactTallies {

    private final Statements statements;
    private final PresentOutcomes present;

    FactTallies(Statements statements, PresentOutcomes present) {
        this.statements = statements;
        this.present = present;
    }

    /** For each view, in order, the tallies of its windows that have any. */
    @Transactional
    public List<Map<Window, List<Tally>>> in(List<FactView> views, Definitions definitions) {
        Sharing sharing = new Sharing(views, definitions);
        each(
                FactQueries.outcomes(definitions, sharing.facts.sql()),
                sharing.spans,
                sharing.facts.parameters(),
                sharing::outcome);
        return withoutOutcomes(sharing);
    }

    /** The same of hours and parts of days, by the definitions of now: of the present hours only what came since is read. */
    @Transactional
    public List<Map<Window, List<Tally>>> inHours(List<FactView> views, Definitions definitions) {
        Sharing sharing = new Sharing(views, definitions);
        Set<Instant> presentHours = present.hoursIn(views);
        String[] otherHours = windows(views)
                .filter(window -> window.grain() == Grain.HOUR)
                .map(Window::start)
                .filter(start -> !presentHours.contains(start))
                .distinct()
                .map(Instant::toString)
                .toArray(String[]::new);
        outcomesOf(otherHours, "", sharing);
        if (!presentHours.isEmpty()) {
            String[] hours = presentHours.stream().map(Instant::toString).toArray(String[]::new);
            outcomesOf(hours, FactQueries.TOUCHES, sharing);
            present.each(presentHours, definitions, sharing::present);
        }
        return withoutOutcomes(sharing);
    }

    private void outcomesOf(String[] hours, String condition, Sharing sharing) {
        if (hours.length > 0) {
            statements.each(
                    FactQueries.outcomesOfHours(sharing.definitions, condition + sharing.facts.sql()),
                    sharing::outcome,
                    Stream.concat(Stream.of((Object) hours), sharing.facts.parameters().stream())
                            .toArray());
        }
    }

    private List<Map<Window, List<Tally>>> withoutOutcomes(Sharing sharing) {
        ScopeCondition facts = sharing.facts;
        ScopeCondition customers = ScopeCondition.onCustomers(sharing.narrowed);
        ViewedTallies viewed = sharing.viewed;
        each(FactQueries.engagement(facts.sql()), sharing.spans, facts.parameters(), row -> {
            Tally tally = engagement(row);
            viewed.share(JsonRows.instant(row, "hour"), FactPlaces.attributes(row), sums -> sums.add(tally));
        });
        each(FactQueries.devices(facts.sql()), sharing.spans, facts.parameters(), row -> {
            Alike alike = signalsAlike(row, Facts.ENGAGEMENT);
            Customers seen = Customers.named(JsonRows.texts(row, "customers"));
            viewed.share(
                    JsonRows.instant(row, "hour"), FactPlaces.attributes(row), sums -> sums.addCustomers(alike, seen));
        });
        each(FactQueries.intents(customers.sql()), sharing.spans, customers.parameters(), row -> {
            Tally tally = intents(row);
            viewed.share(JsonRows.instant(row, "hour"), FactPlaces.attributesOfPerson(row), sums -> sums.add(tally));
        });
        method(sharing.views, sharing.definitions, sharing.spans, viewed);
        return viewed.summed();
    }

    /** What is asked for, and who gets what is found. */
    private static final class Sharing {

        private final List<FactView> views;
        private final Definitions definitions;
        private final Scope narrowed;
        private final ScopeCondition facts;
        private final String spans;
        private final ViewedTallies viewed;
        private final List<String> labels;
        private final List<String> numbers;

        Sharing(List<FactView> views, Definitions definitions) {
            this.views = views;
            this.definitions = definitions;
            narrowed = Scope.around(
                    views.stream().map(view -> view.squad().scope()).toList());
            facts = ScopeCondition.onFacts(narrowed);
            spans = JsonRows.of(spans(views));
            viewed = new ViewedTallies(views);
            labels = definitions.labels(Facts.OUTCOMES);
            numbers = definitions.numbers(Facts.OUTCOMES);
        }

        void outcome(ResultSet row) throws SQLException {
            Tally tally = outcomes(row, labels, numbers);
            viewed.share(JsonRows.instant(row, "hour"), FactPlaces.attributes(row), sums -> sums.add(tally));
        }

        void present(Instant hour, Scope.Attributes attributes, Tally tally) {
            if (narrowed.holds(attributes)) {
                viewed.share(hour, attributes, sums -> sums.add(tally));
            }
        }
    }

    private void method(List<FactView> views, Definitions definitions, String spans, ViewedTallies viewed) {
        List<String> labels = definitions.labels(Facts.METHOD);
        List<String> numbers = definitions.numbers(Facts.METHOD);
        String[] squads = views.stream().map(view -> view.squad().squadId()).toArray(String[]::new);
        each(FactQueries.method(definitions), spans, Collections.singletonList((Object) squads), row -> {
            Alike alike = new Alike(
                    Facts.METHOD, row.getString("type"), null, null, row.getString("currency"), labels(row, labels));
            Tally tally = tally(alike, row, Customers.NOBODY, numbers);
            viewed.give(row.getString("squad_id"), JsonRows.instant(row, "hour"), sums -> sums.add(tally));
        });
    }

    private void each(String sql, String spans, List<Object> parameters, Statements.RowTaking taking) {
        statements.each(
                sql,
                taking,
                Stream.concat(Stream.of(spans), parameters.stream()).toArray());
    }

    private static Stream<Window> windows(List<FactView> views) {
        return views.stream().flatMap(view -> view.windows().stream());
    }

    /** The windows of all views as spans that do not overlap. */
    private static List<SpanRow> spans(List<FactView> views) {
        List<SpanRow> spans = new ArrayList<>();
        windows(views).distinct().sorted(Comparator.comparing(Window::start)).forEach(window -> {
            SpanRow last = spans.isEmpty() ? null : spans.getLast();
            if (last == null || window.start().isAfter(last.end_at())) {
                spans.add(new SpanRow(window.start(), window.end()));
            } else if (window.end().isAfter(last.end_at())) {
                spans.set(spans.size() - 1, new SpanRow(last.start_at(), window.end()));
            }
        });
        return spans;
    }

    /** One row of the queries for outcomes. */
    static Tally outcomes(ResultSet row, List<String> labels, List<String> numbers) throws SQLException {
        Alike alike = new Alike(
                Facts.OUTCOMES,
                row.getString("type"),
                row.getString("silo"),
                row.getString("channel"),
                row.getString("currency"),
                labels(row, labels));
        List<String> named = JsonRows.texts(row, "customers");
        return tally(alike, row, named.isEmpty() ? Customers.NOBODY : Customers.named(named), numbers);
    }

    private static Tally engagement(ResultSet row) throws SQLException {
        return new Tally(
                signalsAlike(row, Facts.ENGAGEMENT),
                row.getLong("signals"),
                BigDecimal.ZERO,
                Customers.unpack(row.getBytes("customers")),
                Map.of(),
                JsonRows.instant(row, "newest_at"));
    }

    private static Tally intents(ResultSet row) throws SQLException {
        Alike alike = new Alike(
                Facts.INTENTS,
                row.getString("intent"),
                null,
                null,
                null,
                row.getBoolean("confirmed") ? Map.of(FactQueries.CONFIRMED, "yes") : Map.of());
        List<BigDecimal> seconds = JsonRows.decimals(row, "seconds");
        return new Tally(
                alike,
                row.getLong("facts"),
                BigDecimal.ZERO,
                Customers.named(JsonRows.texts(row, "customers")),
                seconds.isEmpty() ? Map.of() : Map.of(FactQueries.TO_INSIGHT, Numbers.of(seconds)),
                JsonRows.instant(row, "newest_at"));
    }

    private static Alike signalsAlike(ResultSet row, Facts kind) throws SQLException {
        return new Alike(kind, row.getString("type"), row.getString("silo"), row.getString("channel"), null, Map.of());
    }

    private static Tally tally(Alike alike, ResultSet row, Customers customers, List<String> numbers)
            throws SQLException {
        Map<String, Numbers> read = new HashMap<>();
        for (int place = 0; place < numbers.size(); place++) {
            List<BigDecimal> its = JsonRows.decimals(row, FactQueries.number(place));
            if (!its.isEmpty()) {
                read.put(numbers.get(place), Numbers.of(its));
            }
        }
        return new Tally(
                alike,
                row.getLong("facts"),
                Objects.requireNonNullElse(JsonRows.decimalOrNull(row, "amount"), BigDecimal.ZERO),
                customers,
                Map.copyOf(read),
                JsonRows.instant(row, "newest_at"));
    }

    private static Map<String, String> labels(ResultSet row, List<String> names) throws SQLException {
        Map<String, String> labels = new HashMap<>();
        for (int place = 0; place < names.size(); place++) {
            String value = row.getString(FactQueries.label(place));
            if (value != null) {
                labels.put(names.get(place), value);
            }
        }
        return Map.copyOf(labels);
    }

    private record SpanRow(Instant start_at, Instant end_at) {}
}
