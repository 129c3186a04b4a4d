package org.customervaluesquads.metricsservice.reckoning.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;
import org.customervaluesquads.metricsservice.reckoning.Reckoning;
import org.customervaluesquads.metricsservice.reckoning.SquadCosts;
import org.customervaluesquads.metricsservice.reckoning.Tally;
import org.customervaluesquads.metricsservice.squads.Squad;

/** A squad's metrics, reckoned from the facts. */
@ApplicationScoped
public class SquadReckoning {

    private final FactTallies facts;
    private final Clock clock;

    SquadReckoning(FactTallies facts, Clock clock) {
        this.facts = facts;
        this.clock = clock;
    }

    /** The metrics of the windows that have any, which do not overlap. */
    public Map<Window, List<Reckoned>> of(Squad squad, List<Window> windows, Definitions definitions) {
        Map<Window, List<Tally>> tallies =
                facts.in(List.of(new FactView(squad, windows)), definitions).getFirst();
        Map<Window, List<Reckoned>> reckoned = new LinkedHashMap<>();
        for (Window window : windows) {
            reckoned.put(window, of(squad, window, tallies.getOrDefault(window, List.of()), definitions));
        }
        return reckoned;
    }

    /** The metrics of one window with these facts, and with what the squad cost in it. */
    public List<Reckoned> of(Squad squad, Window window, List<Tally> tallies, Definitions definitions) {
        LocalDate today = squad.calendar().dateOf(clock.instant());
        List<Tally> all = Stream.concat(
                        tallies.stream(), SquadCosts.in(window, squad.costs(), squad.calendar(), today).stream())
                .toList();
        return Reckoning.of(definitions, window.grain(), all);
    }
}
