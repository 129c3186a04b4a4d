package org.customervaluesquads.metricsservice.cells;

import java.time.Instant;
import java.util.Base64;
import org.customervaluesquads.contracts.EngagementCellSummed;
import org.customervaluesquads.metricsservice.customers.GrowingCustomers;

/**
 * The sum of a cell's signals so far.
 *
 * @param customers the known customers among them, packed to grow; an anonymous signal counts, its sender does not
 */
@SuppressWarnings("ArrayRecordComponent") // passed on as it is read; nobody compares sums
public record CellSum(long signals, Instant newestAt, byte[] customers) {

    /** The sum of no signals. */
    public static CellSum nothing() {
        return new CellSum(0, Instant.MIN, GrowingCustomers.none());
    }

    /** The sum with one more signal. */
    public CellSum plus(Sighting sighting) {
        String customer = sighting.customerId();
        return new CellSum(
                signals + 1,
                newer(sighting.occurredAt()),
                customer == null ? customers : GrowingCustomers.plus(customers, customer));
    }

    /** The message that tells of the sum. */
    public EngagementCellSummed summed(Cell cell) {
        return new EngagementCellSummed(
                cell.hour(),
                cell.silo(),
                cell.channel(),
                cell.type(),
                cell.region(),
                cell.segment(),
                cell.account(),
                cell.product(),
                signals,
                Base64.getEncoder()
                        .encodeToString(GrowingCustomers.now(customers).packed()),
                newestAt);
    }

    private Instant newer(Instant moment) {
        return moment.isAfter(newestAt) ? moment : newestAt;
    }
}
