package org.customervaluesquads.squadservice.stages;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customervaluesquads.squadservice.cycles.BudgetReading;
import org.customervaluesquads.squadservice.squads.Allocation;
import org.customervaluesquads.squadservice.squads.Membership;
import org.customervaluesquads.squadservice.squads.Squad;

/**
 * All that the rules look at of one squad.
 *
 * @param departments the home department of everybody who is in it today
 * @param highest the most time that each of them gives to all squads, on any day from today on
 * @param cycles how many cycles it has concluded, and how many of them failed
 * @param playbooks how many it has written
 */
public record Examined(
        Squad squad,
        LocalDate today,
        Map<UUID, String> departments,
        Map<UUID, Allocation> highest,
        BudgetReading cycles,
        int playbooks) {

    List<Membership> present() {
        return squad.present(today);
    }

    long distinctDepartments() {
        return departments.values().stream().distinct().count();
    }

    long overAllocated() {
        return highest.values().stream().filter(Allocation::isTooMuch).count();
    }
}
