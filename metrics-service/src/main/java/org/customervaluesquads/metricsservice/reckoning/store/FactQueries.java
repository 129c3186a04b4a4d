package org.customervaluesquads.metricsservice.reckoning.store;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.reckoning.Facts;

/**
 * The queries that sum facts by hour and by whatever they have in common.
 *
 * <p>Which labels and numbers are read is for the definitions to say. Their names stand in the statement itself,
 * since no parameter can be grouped by; the schema of definitions lets none through that would need quoting.
 *
 * <p>Facts are grouped first by what tells most of them apart: where the database sorts them, it compares columns in this
 * order. Customers may stand in a group more than once, as who counts them knows each once.
 */
final class FactQueries {

    /** The name of the number that is not read from a touch, but found: how long ago its customer's intent was high. */
    static final String SINCE_INSIGHT = "secondsSinceInsight";

    /** The name of the number that high intents bear. */
    static final String TO_INSIGHT = "secondsToInsight";

    /** The name of the label that high intents bear. */
    static final String CONFIRMED = "confirmed";

    /** The condition on outcomes that are not to be kept summed: how long ago an intent was high can be learnt later. */
    static final String TOUCHES = " AND f.type = 'squad.touch'";

    private static final String SPANS =
            " FROM jsonb_to_recordset(?::jsonb) AS w (start_at timestamptz, end_at timestamptz) ";
    private static final String SAFE_NAME = "[A-Za-z][A-Za-z0-9_.-]*";

    private static final String SECONDS_SINCE_INSIGHT = """
            CASE WHEN f.type = 'squad.touch' THEN extract(epoch FROM f.occurred_at - (
                SELECT max(i.newest_at) FROM high_intent i
                WHERE i.person = f.customer_id AND i.newest_at <= f.occurred_at
                  AND i.newest_at > f.occurred_at - interval '7 days')) END""";

    private FactQueries() {}

    static String outcomes(Definitions definitions, String condition) {
        return outcomes(
                definitions,
                "FALSE",
                SPANS + "JOIN outcome f ON f.hour >= w.start_at AND f.hour < w.end_at WHERE TRUE " + condition);
    }

    /** Of single hours: of those the database knows how few may have outcomes, and does not read all to find none. */
    static String outcomesOfHours(Definitions definitions, String condition) {
        return outcomes(definitions, "FALSE", " FROM outcome f WHERE f.hour = ANY (?::timestamptz[]) " + condition);
    }

    /**
     * Of one hour what was entered since a transaction, told apart by whether it was before another one; touches are left
     * out. Asked for one hour at a time, since the database then makes its plan for the few rows that there are.
     */
    static String outcomesSince(Definitions definitions) {
        return outcomes(
                definitions,
                "f.entered_by < ?",
                " FROM outcome f WHERE f.hour = ? AND f.entered_by >= ? AND f.type <> 'squad.touch'");
    }

    private static String outcomes(Definitions definitions, String settled, String from) {
        List<String> labels = definitions.labels(Facts.OUTCOMES);
        return """
                SELECT f.region, f.channel, f.account, f.segment, f.product, f.hour, f.type, f.silo,
                       CASE WHEN f.amount IS NOT NULL THEN f.currency END AS currency, %s AS settled%s,
                       count(*) AS facts, sum(f.amount) AS amount, max(f.occurred_at) AS newest_at,
                       array_agg(f.customer_id) FILTER (WHERE f.customer_id IS NOT NULL) AS customers%s
                """.formatted(settled, labels(labels), numbers(definitions.numbers(Facts.OUTCOMES)))
                + from
                + grouped(10 + labels.size());
    }

    static String method(Definitions definitions) {
        List<String> labels = definitions.labels(Facts.METHOD);
        return """
                SELECT f.squad_id, f.hour, f.event AS type, f.currency%s,
                       count(*) AS facts, sum(f.amount) AS amount, max(f.occurred_at) AS newest_at%s
                """.formatted(labels(labels), numbers(definitions.numbers(Facts.METHOD)))
                + SPANS
                + "JOIN happening f ON f.hour >= w.start_at AND f.hour < w.end_at WHERE f.squad_id = ANY (?)"
                + grouped(4 + labels.size());
    }

    static String engagement(String condition) {
        return """
                SELECT c.hour, c.type, c.silo, c.channel, c.region, c.segment, c.account, c.product,
                       c.signals, c.customers, c.newest_at
                """ + SPANS + "JOIN cell c ON c.hour >= w.start_at AND c.hour < w.end_at WHERE TRUE " + condition;
    }

    static String devices(String condition) {
        return """
                SELECT hour, type, silo, channel, region, segment, account, product, array_agg(customer) AS customers
                FROM (SELECT DISTINCT c.hour, c.type, c.silo, c.channel, c.region, c.segment, c.account, c.product, d.subject
                """ + SPANS + """
                      JOIN cell c ON c.hour >= w.start_at AND c.hour < w.end_at
                      JOIN device_sighting d ON d.hour = c.hour AND d.digest = c.digest
                      JOIN identity i ON i.subject = d.subject
                      WHERE TRUE %s) AS seen
                CROSS JOIN customer_behind(seen.subject) AS customer
                WHERE customer IS NOT NULL
                """.formatted(condition) + grouped(8);
    }

    static String intents(String condition) {
        return """
                SELECT i.regions, i.segments, i.accounts, i.products, i.channels, i.hour, i.intent, i.confirmed,
                       count(*) AS facts, array_agg(i.person) AS customers, max(i.newest_at) AS newest_at,
                       array_agg(i.seconds_to_insight) FILTER (WHERE i.seconds_to_insight IS NOT NULL) AS seconds
                """ + SPANS + """
                JOIN high_intent i ON i.hour >= w.start_at AND i.hour < w.end_at
                WHERE i.person IS NOT NULL
                """ + condition + grouped(8);
    }

    static String label(int place) {
        return "label_" + place;
    }

    static String number(int place) {
        return "number_" + place;
    }

    private static String labels(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(place -> ", f.properties ->> '" + safe(names.get(place)) + "' AS " + label(place))
                .collect(Collectors.joining());
    }

    private static String numbers(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(place -> ", array_agg(%1$s) FILTER (WHERE %1$s IS NOT NULL) AS %2$s"
                        .formatted(number(names.get(place)), number(place)))
                .collect(Collectors.joining());
    }

    private static String number(String name) {
        return name.equals(SINCE_INSIGHT)
                ? SECONDS_SINCE_INSIGHT
                : "CASE WHEN jsonb_typeof(f.properties -> '%1$s') = 'number' THEN (f.properties ->> '%1$s')::numeric END"
                        .formatted(safe(name));
    }

    private static String safe(String name) {
        if (!name.matches(SAFE_NAME)) {
            throw new IllegalArgumentException("not the name of a property: " + name);
        }
        return name;
    }

    private static String grouped(int columns) {
        return " GROUP BY "
                + IntStream.rangeClosed(1, columns).mapToObj(Integer::toString).collect(Collectors.joining(", "));
    }
}
