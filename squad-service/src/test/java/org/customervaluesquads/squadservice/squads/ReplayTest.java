package org.customervaluesquads.squadservice.squads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.customervaluesquads.contracts.Scope;
import org.junit.jupiter.api.Test;

class ReplayTest {

    private static final UUID ADA = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2026-02-10T09:00:00Z");
    private static final LocalDate TODAY = LocalDate.parse("2026-02-10");
    private static final Charter CHARTER =
            new Charter("GB", new Mission(ValueArea.GEOGRAPHY, "win back", null, null, null), Scope.EVERYTHING);

    @Test
    void makesOfEachChangesEventTheSquadThatTheChangeMade() {
        List<Function<Squad, Change>> changes = List.of(
                squad -> squad.join(new Wish(ADA, "lead", 40, TODAY.minusDays(30)), TODAY, NOW),
                squad -> squad.join(new Wish(ADA, "lead", 60, null), TODAY, NOW),
                squad -> squad.join(new Wish(new UUID(0, 2), "analyst", 20, TODAY.plusDays(7)), TODAY, NOW),
                squad -> squad.reach(Stage.PILOTING, NOW),
                squad -> squad.recharter(new Charter("UK", CHARTER.mission(), CHARTER.scope()), NOW),
                squad -> squad.restateCost(ADA, TODAY, NOW),
                squad -> squad.noted(new Elsewhere("skills.refined"), NOW),
                squad -> squad.leave(ADA, TODAY, NOW),
                squad -> squad.disband(TODAY, NOW));
        Squad squad = Squad.formed(new UUID(1, 1), CHARTER, NOW);
        List<Replay.Past> past = new ArrayList<>();
        past.add(new Replay.Past(1, NOW, new SquadEvent.Formed(CHARTER.name(), CHARTER.mission(), CHARTER.scope())));

        for (Function<Squad, Change> change : changes) {
            Change.Changed changed = (Change.Changed) change.apply(squad);
            squad = changed.squad();
            past.add(new Replay.Past(squad.version(), NOW, changed.event()));

            assertThat(Replay.of(squad.id(), past)).contains(squad);
        }
    }

    @Test
    void passesOverWhatLeftTheSquadTheVersionThatItWas() {
        Replay.Past formed =
                new Replay.Past(1, NOW, new SquadEvent.Formed(CHARTER.name(), CHARTER.mission(), CHARTER.scope()));
        Replay.Past elsewhere = new Replay.Past(1, NOW.plusSeconds(1), new Elsewhere("cycle.planned"));

        var squad = Replay.of(new UUID(1, 1), List.of(formed, elsewhere));

        assertThat(squad).contains(Squad.formed(new UUID(1, 1), CHARTER, NOW));
    }

    @Test
    void findsNothingBeforeTheSquadWasFormed() {
        assertThat(Replay.of(new UUID(1, 1), List.of())).isEmpty();
    }

    private record Elsewhere(String named) implements SquadEvent.OfFeature {}
}
