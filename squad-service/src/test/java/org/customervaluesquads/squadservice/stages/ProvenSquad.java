package org.customervaluesquads.squadservice.stages;

import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.cycles.SomeCycle;

/** A squad that has shown over HTTP what the rules ask of a proven one. */
public final class ProvenSquad {

    private static final List<String> VERDICTS = List.of("keep", "adapt", "keep");

    private ProvenSquad() {}

    /** Forms one in Great Britain, and has it run the cycles that it takes. */
    public static UUID form(String name) {
        UUID squad = SquadOfSix.form(name);
        SquadOfSix.reach(squad, "piloting");
        for (String verdict : VERDICTS) {
            String cycle = SomeCycle.plan(squad);
            SomeCycle.start(cycle).then().statusCode(200);
            SomeCycle.conclude(cycle, verdict).then().statusCode(200);
        }
        SquadOfSix.reach(squad, "proven");
        return squad;
    }
}
