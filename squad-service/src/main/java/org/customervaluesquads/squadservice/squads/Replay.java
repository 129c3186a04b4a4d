package org.customervaluesquads.squadservice.squads;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.customervaluesquads.contracts.Scope;
import org.jspecify.annotations.Nullable;

/** Makes of what happened to a squad the squad as it was after it. */
public final class Replay {

    private Replay() {}

    /** The squad after these events, in order; empty when it was not formed yet. */
    public static Optional<Squad> of(UUID id, List<Past> events) {
        Squad squad = null;
        for (Past past : events) {
            squad = squad == null ? begin(id, past) : after(squad, past);
        }
        return Optional.ofNullable(squad);
    }

    private static @Nullable Squad begin(UUID id, Past past) {
        return past.event() instanceof SquadEvent.Formed(String name, Mission mission, Scope scope)
                ? new Squad(
                        id,
                        past.version(),
                        new Charter(name, mission, scope),
                        Stage.FORMING,
                        List.of(),
                        past.at(),
                        past.at())
                : null;
    }

    private static Squad after(Squad squad, Past past) {
        Instant at = past.at();
        Change change = switch (past.event()) {
            case SquadEvent.Formed formed -> new Change.Unchanged();
            case SquadEvent.Rechartered(String name, Mission mission, Scope scope) ->
                squad.recharter(new Charter(name, mission, scope), at);
            case SquadEvent.MemberJoined(UUID personId, String role, int allocation, LocalDate since) ->
                squad.join(new Wish(personId, role, allocation, since), since, at);
            case SquadEvent.MemberChanged(UUID personId, String role, int allocation, LocalDate since) ->
                squad.join(new Wish(personId, role, allocation, since), since, at);
            case SquadEvent.MemberCostChanged(UUID personId, LocalDate since) -> squad.restateCost(personId, since, at);
            case SquadEvent.MemberLeft(UUID personId, LocalDate until) -> squad.leave(personId, until, at);
            case SquadEvent.StageReached(Stage from, Stage stage) -> squad.reach(stage, at);
            case SquadEvent.Disbanded(List<UUID> released, LocalDate until) -> squad.disband(until, at);
            case SquadEvent.OfFeature noted ->
                past.version() > squad.version() ? squad.noted(noted, at) : new Change.Unchanged();
        };
        return change instanceof Change.Changed(Squad changed, SquadEvent same)
                ? changed.ofVersion(past.version())
                : squad;
    }

    /** Something that happened, and the squad's version after it. */
    public record Past(long version, Instant at, SquadEvent event) {}
}
