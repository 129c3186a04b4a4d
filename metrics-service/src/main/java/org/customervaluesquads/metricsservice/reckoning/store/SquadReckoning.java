package org.customervaluesquads.metricsservice.reckoning.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;
import org.customervaluesquads.metricsservice.reckoning.Reckoning;
import org.customervaluesquads.metricsservice.reckoning.SquadCosts;
import org.customervaluesquads.metricsservice.reckoning.Tally;
import org.customervaluesquads.metricsservice.reckoning.Window;
import org.customervaluesquads.metricsservice.squads.Squad;

/** A squad's metrics, reckoned from the facts. */
@ApplicationScoped
public class SquadReckoning {

    private final Definitions definitions;
    private final FactTallies facts;
    private final Clock clock;

    SquadReckoning(Definitions definitions, FactTallies facts, Clock clock) {
        this.definitions = definitions;
        this.facts = facts;
        this.clock = clock;
    }

    /** The metrics of the windows that have any, which may overlap. */
    public Map<Window, List<Reckoned>> of(Squad squad, List<Window> windows) {
        Map<Window, List<Tally>> tallies = facts.in(squad.scope(), windows);
        LocalDate today = LocalDate.now(clock);
        Map<Window, List<Reckoned>> reckoned = new LinkedHashMap<>();
        for (Window window : windows) {
            List<Tally> all = new ArrayList<>(tallies.getOrDefault(window, List.of()));
            all.addAll(SquadCosts.in(window, squad.costs(), today));
            reckoned.put(window, Reckoning.of(definitions, window.grain(), all));
        }
        return reckoned;
    }
}
