package org.customervaluesquads.metricsservice.lab;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.customervaluesquads.metricsservice.customervalue.Calibration;
import org.customervaluesquads.metricsservice.customervalue.CustomerHistory;
import org.customervaluesquads.metricsservice.customervalue.CustomerValue;
import org.customervaluesquads.metricsservice.customervalue.Histories;
import org.customervaluesquads.metricsservice.customervalue.Horizon;
import org.customervaluesquads.metricsservice.customervalue.Occasion;
import org.customervaluesquads.metricsservice.customervalue.Purchases;

/**
 * Customer value of what an analyst brings: either a row for each customer with frequency, recency and T, or a row for each
 * purchase with customer, date and amount.
 */
public final class ValueBench {

    /** There are at most so many customers. */
    public static final int CUSTOMERS_AT_MOST = 100_000;

    private static final double MOST_DAYS_OF_UNIT = 366;

    private ValueBench() {}

    /**
     * The value of the customers in a table.
     *
     * @param calibration of purchases; a summary cannot be calibrated
     * @param shown how many customers are to be shown
     */
    public record Answer(CustomerValue value, Optional<Calibration> calibration, int shown) {}

    /** The value of the customers in this table. */
    public static Answer of(Question question) {
        OptionalInt frequency = question.column("frequency", "x", "repeats", "repeat_purchases");
        int shown = (int) question.number("customers", 20, 0, Table.ROWS_AT_MOST);
        return frequency.isPresent() ? summary(question, frequency.getAsInt(), shown) : purchases(question, shown);
    }

    private static Answer summary(Question question, int frequency, int shown) {
        int recency = question.needed("recency", "t_x", "tx", "last");
        int watched = question.needed("T", "t_cal", "tenure", "age", "watched");
        OptionalInt money = question.column("monetary", "monetary_value", "zbar", "m_x", "mean", "average");
        OptionalInt id = question.column("customer", "customer_id", "id", "cust", "user_id");
        double daysOfUnit = question.number("unit-days", Histories.DAYS_A_WEEK, 1, MOST_DAYS_OF_UNIT);
        List<CustomerHistory> customers = new ArrayList<>();
        for (int row = 0; row < question.rows(); row++) {
            double repeats = question.numberFrom(0, row, frequency);
            double last = question.numberFrom(0, row, recency);
            double time = question.numberFrom(0, row, watched);
            double mean = money.isPresent() ? question.number(row, money.getAsInt()) : 0;
            if (last > time) {
                question.flaw(row, recency, "must not be after T");
            } else if (Double.isFinite(repeats + last + time + mean)) {
                String customer = id.isPresent() ? question.cell(row, id.getAsInt()) : String.valueOf(row + 1);
                customers.add(new CustomerHistory(customer, Purchases.of(repeats, last, time), mean));
            }
        }
        limit(question, customers.size());
        question.refuseUnknownOptions();
        return new Answer(CustomerValue.of(customers, Horizon.usual(daysOfUnit)), Optional.empty(), shown);
    }

    private static Answer purchases(Question question, int shown) {
        int customer = question.needed("customer", "customer_id", "user_id", "user", "id", "cust");
        int time = question.needed("time", "date", "timestamp", "invoice_ts", "occurred_at", "day", "order_date");
        OptionalInt amount = question.column("amount", "value", "revenue", "amount_gbp", "price", "total");
        Optional<String> until = question.text("until");
        List<Occasion> occasions = new ArrayList<>();
        for (int row = 0; row < question.rows(); row++) {
            String who = question.shared(question.cell(row, customer));
            Instant at = Dates.in(question, row, time);
            double worth = amount.isPresent() ? question.number(row, amount.getAsInt()) : 0;
            boolean bought = !who.isEmpty() && (amount.isEmpty() || worth > 0); // a cancellation is no purchase
            if (bought) {
                occasions.add(new Occasion(
                        who, LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay(), worth));
            }
        }
        long end = until.map(text -> day(question, text))
                .orElseGet(
                        () -> occasions.stream().mapToLong(Occasion::day).max().orElse(0));
        limit(question, occasions.stream().map(Occasion::customer).distinct().count());
        question.refuseUnknownOptions();
        return new Answer(
                CustomerValue.of(Histories.until(end, occasions), Horizon.usual(Histories.DAYS_A_WEEK)),
                Calibration.until(end, occasions),
                shown);
    }

    private static void limit(Question question, long customers) {
        if (customers > CUSTOMERS_AT_MOST) {
            question.flaw(
                    "customer", "there are " + customers + " customers, and at most " + CUSTOMERS_AT_MOST + " can be");
        }
    }

    private static long day(Question question, String text) {
        try {
            return LocalDate.parse(text).toEpochDay();
        } catch (java.time.DateTimeException unreadable) {
            question.flaw("until", "must be a date such as 2026-03-01");
            return 0;
        }
    }
}
