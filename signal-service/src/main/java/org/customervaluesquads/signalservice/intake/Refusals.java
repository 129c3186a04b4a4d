package org.customervaluesquads.signalservice.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.signalservice.intake.Verdict.Rejected;

/**
 * What of a request's verdicts is kept as a record each. A mapping makes many signals of one event, and each that is
 * refused keeps the whole event, so that little could become more than the log takes at once: beyond a bound, the refusals
 * of an event are kept as one, with the reasons of all. Replaying it replays the event, and with it all of them.
 */
public final class Refusals {

    /** So much of events is kept again, for further refusals of the same ones, by one request. */
    static final int KEPT_AGAIN_CHARACTERS_MAX = 1024 * 1024;

    private Refusals() {}

    /** One verdict to be kept, and what it is about. */
    public record Kept(Verdict verdict, Offered offered) {}

    /** In the order in which they were offered; what was turned away is kept nowhere. */
    public static List<Kept> of(List<Verdict> verdicts, List<Offered> offered) {
        List<Kept> kept = new ArrayList<>(verdicts.size());
        Map<String, Integer> placeOfEvent = new HashMap<>();
        int again = 0;
        for (int i = 0; i < verdicts.size(); i++) {
            switch (verdicts.get(i)) {
                case Verdict.TurnedAway _ -> {}
                case Verdict.Accepted accepted -> kept.add(new Kept(accepted, offered.get(i)));
                case Rejected rejected -> {
                    String event = offered.get(i).original();
                    Integer place = placeOfEvent.put(event, kept.size());
                    again += place == null ? 0 : event.length();
                    if (place == null || again <= KEPT_AGAIN_CHARACTERS_MAX) {
                        kept.add(new Kept(rejected, offered.get(i)));
                    } else {
                        placeOfEvent.put(event, place);
                        kept.set(place, together(kept.get(place), rejected));
                    }
                }
            }
        }
        return kept;
    }

    /** The names of one, where they are not those of both, would be half the truth. */
    private static Kept together(Kept earlier, Rejected later) {
        Rejected before = (Rejected) earlier.verdict();
        Set<Reason> reasons = new LinkedHashSet<>(before.reasons());
        for (Reason reason : later.reasons()) {
            if (reasons.size() < Limits.REASONS_MAX) {
                reasons.add(reason);
            }
        }
        return new Kept(
                new Rejected(
                        Objects.equals(before.id(), later.id()) ? before.id() : null,
                        before.source() == null ? later.source() : before.source(),
                        List.copyOf(reasons)),
                earlier.offered());
    }
}
