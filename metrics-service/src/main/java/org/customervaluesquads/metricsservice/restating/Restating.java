package org.customervaluesquads.metricsservice.restating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.customervaluesquads.metricsservice.calendars.Window;
import org.customervaluesquads.metricsservice.reckoning.Reckoned;

/** Finds what is to be restated: what differs between the metrics as they stand and as they are reckoned now. */
public final class Restating {

    private static final long FIRST_REVISION = 1;

    private Restating() {}

    /**
     * The metrics that have changed, with their next revisions. One that has no facts any more is restated to have no
     * value, and not taken back: whoever follows the topic must learn of it.
     */
    public static List<Standing> changes(List<Standing> standing, Map<Window, List<Reckoned>> reckoned) {
        Map<Place, Standing> before = new HashMap<>();
        standing.forEach(metric ->
                before.put(new Place(metric.window(), metric.reckoned().metric()), metric));
        List<Standing> changes = new ArrayList<>();
        reckoned.forEach((window, metrics) -> metrics.forEach(now -> {
            Standing was = before.remove(new Place(window, now.metric()));
            if (was == null) {
                changes.add(new Standing(window, now, FIRST_REVISION));
            } else if (!was.reckoned().says(now)) {
                changes.add(new Standing(window, now, was.revision() + 1));
            }
        }));
        before.values().stream()
                .filter(was -> !was.reckoned().says(was.reckoned().vanished()))
                .map(was -> new Standing(was.window(), was.reckoned().vanished(), was.revision() + 1))
                .forEach(changes::add);
        return changes;
    }

    private record Place(Window window, String metric) {}
}
