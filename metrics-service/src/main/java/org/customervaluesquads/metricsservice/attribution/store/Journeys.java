package org.customervaluesquads.metricsservice.attribution.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.customervaluesquads.contracts.Scope;
import org.customervaluesquads.metricsservice.attribution.By;
import org.customervaluesquads.metricsservice.attribution.Journey;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.problems.FieldError;
import org.customervaluesquads.metricsservice.problems.RefusedRequest;
import org.customervaluesquads.metricsservice.reckoning.store.ScopeCondition;
import org.jspecify.annotations.Nullable;

/** The journeys of a squad's customers, out of the touches and the ledger, each to whom it belongs now. */
@ApplicationScoped
public class Journeys {

    /** At most so many touches are looked at for one answer. */
    public static final int TOUCHES_AT_MOST = 2_000_000;

    private static final String TOUCHES = """
            SELECT CASE WHEN i.subject IS NULL THEN t.subject ELSE coalesce(customer_behind(t.subject), t.subject) END
                       AS person,
                   t.first_at, t.silo, t.channel, t.squad_id, t.region, t.segment, t.account, t.product
            FROM touch t LEFT JOIN identity i ON i.subject = t.subject
            WHERE t.hour >= ? AND t.hour < ?
            """;

    private static final String OUTCOMES = """
            SELECT coalesce(customer_id, subject) AS person, occurred_at,
                   CASE WHEN currency = ? THEN coalesce(amount, 0) ELSE 0 END AS amount
            FROM outcome
            WHERE type = ? AND coalesce(customer_id, subject) IS NOT NULL AND hour >= ? AND hour < ?
            """;

    private static final String NO_CURRENCY = "";

    private final Statements statements;

    Journeys(Statements statements) {
        this.statements = statements;
    }

    /**
     * What is asked for.
     *
     * @param currency in which outcomes are worth something, if they are
     * @param from touches before are not looked at
     */
    public record Asked(
            Scope scope, String outcome, @Nullable String currency, By by, Instant from, Instant to) {}

    /**
     * The journeys of everybody who is in the scope by a touch or an outcome.
     *
     * @param withoutTouches outcomes of customers who were never touched
     */
    public record Found(List<Journey> journeys, long withoutTouches) {}

    /** Finds them. */
    public Found in(Asked asked) {
        Map<String, List<Journey.Outcome>> outcomes = outcomes(asked);
        Map<String, Person> persons = new HashMap<>();
        Object[] window = {asked.from.atOffset(ZoneOffset.UTC), asked.to.atOffset(ZoneOffset.UTC)};
        int[] seen = {0};
        statements.each(
                TOUCHES,
                row -> {
                    if (++seen[0] > TOUCHES_AT_MOST) {
                        throw new RefusedRequest(List.of(new FieldError(
                                "from", "more than " + TOUCHES_AT_MOST + " touches: ask for less time")));
                    }
                    persons.computeIfAbsent(row.getString("person"), person -> new Person())
                            .take(row, asked.by);
                },
                window);
        long untouched = outcomes.entrySet().stream()
                .filter(person -> !persons.containsKey(person.getKey()))
                .mapToLong(person -> person.getValue().size())
                .sum();
        List<Journey> journeys = new ArrayList<>();
        persons.forEach((name, person) -> {
            List<Journey.Outcome> its = outcomes.getOrDefault(name, List.of());
            if (!its.isEmpty() || asked.scope.holds(person.attributes())) {
                journeys.add(new Journey(person.touches, its));
            }
        });
        return new Found(journeys, untouched);
    }

    private Map<String, List<Journey.Outcome>> outcomes(Asked asked) {
        ScopeCondition condition = ScopeCondition.onFacts(asked.scope);
        List<Object> parameters = new ArrayList<>(List.of(
                Objects.requireNonNullElse(asked.currency, NO_CURRENCY),
                asked.outcome,
                asked.from.atOffset(ZoneOffset.UTC),
                asked.to.atOffset(ZoneOffset.UTC)));
        parameters.addAll(condition.parameters());
        Map<String, List<Journey.Outcome>> outcomes = new HashMap<>();
        statements.each(
                OUTCOMES + condition.sql(),
                row -> outcomes.computeIfAbsent(row.getString("person"), person -> new ArrayList<>())
                        .add(new Journey.Outcome(JsonRows.instant(row, "occurred_at"), row.getDouble("amount"))),
                parameters.toArray());
        return outcomes;
    }

    private static final class Person {

        private final List<Journey.Touch> touches = new ArrayList<>();
        private final Set<String> regions = new HashSet<>();
        private final Set<String> segments = new HashSet<>();
        private final Set<String> accounts = new HashSet<>();
        private final Set<String> products = new HashSet<>();
        private final Set<String> channels = new HashSet<>();

        void take(ResultSet row, By by) throws SQLException {
            String channel = row.getString("channel");
            touches.add(new Journey.Touch(
                    JsonRows.instant(row, "first_at"),
                    by.player(or(channel), row.getString("silo"), or(row.getString("squad_id")))));
            add(regions, row.getString("region"));
            add(segments, row.getString("segment"));
            add(accounts, row.getString("account"));
            add(products, row.getString("product"));
            add(channels, channel);
        }

        private static void add(Set<String> values, @Nullable String value) {
            if (value != null) {
                values.add(value);
            }
        }

        private static String or(@Nullable String text) {
            return Objects.requireNonNullElse(text, "");
        }

        Scope.Attributes attributes() {
            return new Scope.Attributes(regions, segments, accounts, products, channels);
        }
    }
}
