package org.customervaluesquads.metricsservice.reckoning.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customervaluesquads.metricsservice.customers.Customers;
import org.customervaluesquads.metricsservice.customers.UnitingCustomers;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.reckoning.Tally;
import org.customervaluesquads.metricsservice.reckoning.Window;
import org.jspecify.annotations.Nullable;

/** Sums cells to tallies as they are read, since the database cannot unite their sets of customers. */
final class EngagementTallies {

    private final Map<Alike, Sum> sums = new HashMap<>();

    void add(Window window, ResultSet cell) throws SQLException {
        Alike alike = new Alike(window, cell.getString("type"), cell.getString("silo"), cell.getString("channel"));
        sums.computeIfAbsent(alike, first -> new Sum())
                .add(
                        cell.getLong("signals"),
                        Customers.unpack(cell.getBytes("customers")),
                        JsonRows.instant(cell, "newest_at"));
    }

    /** Takes in the customer of a device that was seen in cells. */
    void addDevice(Window window, ResultSet seen) throws SQLException {
        Alike alike = new Alike(window, seen.getString("type"), seen.getString("silo"), seen.getString("channel"));
        sums.computeIfAbsent(alike, first -> new Sum()).ofDevices.add(seen.getString("customer"));
    }

    void addTo(Map<Window, List<Tally>> tallies) {
        sums.forEach((alike, sum) -> tallies.computeIfAbsent(alike.window(), window -> new ArrayList<>())
                .add(Tally.ofEngagement(
                        alike.type(), alike.silo(), alike.channel(), sum.signals, sum.united(), sum.newestAt)));
    }

    private record Alike(
            Window window,
            String type,
            String silo,
            @Nullable String channel) {}

    private static final class Sum {
        private final UnitingCustomers customers = new UnitingCustomers();
        private final Set<String> ofDevices = new HashSet<>();
        private long signals;
        private Instant newestAt = Instant.MIN;

        Customers united() {
            customers.add(Customers.named(ofDevices));
            return customers.united();
        }

        void add(long moreSignals, Customers moreCustomers, Instant moreAt) {
            signals += moreSignals;
            customers.add(moreCustomers);
            newestAt = moreAt.isAfter(newestAt) ? moreAt : newestAt;
        }
    }
}
