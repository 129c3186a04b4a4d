package org.customervaluesquads.squadservice.squads.store;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.customervaluesquads.contracts.SquadEventRecorded;
import org.customervaluesquads.squadservice.history.PastEvents;
import org.customervaluesquads.squadservice.history.store.StoredJson;
import org.customervaluesquads.squadservice.squads.PastSquads;
import org.customervaluesquads.squadservice.squads.Replay;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.SquadEvent;

/** Squads as they were, from the events that are kept of them. */
@ApplicationScoped
class ReplayedSquads implements PastSquads {

    /** Events of this name came to be in two shapes, of which one tells of a cost rate. */
    private static final String MEMBER_CHANGED = "member.changed";

    private static final String COST_RATE = "costRateSince";

    private static final Map<String, Class<? extends SquadEvent>> SHAPES = Map.of(
            "squad.formed",
            SquadEvent.Formed.class,
            "squad.changed",
            SquadEvent.Rechartered.class,
            "member.joined",
            SquadEvent.MemberJoined.class,
            MEMBER_CHANGED,
            SquadEvent.MemberChanged.class,
            "member.left",
            SquadEvent.MemberLeft.class,
            "squad.stage-reached",
            SquadEvent.StageReached.class,
            "squad.disbanded",
            SquadEvent.Disbanded.class);

    private final PastEvents pastEvents;

    ReplayedSquads(PastEvents pastEvents) {
        this.pastEvents = pastEvents;
    }

    @Override
    public Optional<Squad> asOf(Instant moment, UUID id) {
        return Replay.of(
                id,
                pastEvents.upTo(moment, id).stream().map(ReplayedSquads::past).toList());
    }

    private static Replay.Past past(SquadEventRecorded recorded) {
        boolean ofCost =
                recorded.event().equals(MEMBER_CHANGED) && recorded.details().has(COST_RATE);
        Class<? extends SquadEvent> shape = ofCost ? SquadEvent.MemberCostChanged.class : SHAPES.get(recorded.event());
        SquadEvent event = shape == null
                ? new Elsewhere(recorded.event())
                : StoredJson.read(recorded.details().toString(), shape);
        return new Replay.Past(recorded.version(), recorded.occurredAt(), event);
    }

    /** Something of another feature, of which the squad itself only has the version. */
    private record Elsewhere(String named) implements SquadEvent.OfFeature {}
}
