package org.customervaluesquads.squadservice.squads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;

/** Changes and disbands squads; every change goes one way: held, checked, changed, kept and announced. */
@ApplicationScoped
public class ChangingSquads {

    private final Squads squads;
    private final Announcements announcements;
    private final Clock clock;

    ChangingSquads(Squads squads, Announcements announcements, Clock clock) {
        this.squads = squads;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Gives a squad another name, mission or scope. */
    @Transactional
    public SquadOutcome recharter(UUID squadId, OptionalLong expected, Charter charter) {
        return change(squadId, expected, squad -> squad.recharter(charter, clock.instant()));
    }

    /** Ends a squad and sets its people free. */
    @Transactional
    public SquadOutcome disband(UUID squadId, OptionalLong expected) {
        return change(squadId, expected, squad -> squad.disband(LocalDate.now(clock), clock.instant()));
    }

    /** Changes a squad, if it is still the expected version where one is expected. */
    @Transactional
    public SquadOutcome change(UUID squadId, OptionalLong expected, Function<Squad, Change> wished) {
        Optional<Squad> held = squads.hold(squadId);
        if (held.isEmpty()) {
            return new SquadOutcome.NoSuchSquad();
        }
        Squad squad = held.get();
        if (expected.isPresent() && expected.getAsLong() != squad.version()) {
            return new SquadOutcome.Stale(squad.version());
        }
        if (squad.stage() == Stage.DISBANDED) {
            return new SquadOutcome.AlreadyDisbanded();
        }
        return switch (wished.apply(squad)) {
            case Change.Unchanged() -> new SquadOutcome.Done(squad, false);
            case Change.Declined(SquadOutcome.Refused reason) -> reason;
            case Change.Changed(Squad changed, SquadEvent event) -> {
                squads.replace(changed);
                announcements.announce(event, changed);
                yield new SquadOutcome.Done(changed, event instanceof SquadEvent.MemberJoined);
            }
        };
    }
}
