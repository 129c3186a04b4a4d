package org.customervaluesquads.squadservice.stages;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.UUID;
import org.customervaluesquads.squadservice.squads.ChangingSquads;
import org.customervaluesquads.squadservice.squads.SquadOutcome;
import org.customervaluesquads.squadservice.squads.Stage;

/** Moves squads on from stage to stage. */
@ApplicationScoped
public class MovingSquads {

    private final ChangingSquads changingSquads;
    private final ExaminingSquads examiningSquads;
    private final Clock clock;

    MovingSquads(ChangingSquads changingSquads, ExaminingSquads examiningSquads, Clock clock) {
        this.changingSquads = changingSquads;
        this.examiningSquads = examiningSquads;
        this.clock = clock;
    }

    /** Has a squad reach a stage, if that is the next one and the rules for it are kept. */
    @Transactional
    public SquadOutcome move(UUID squadId, OptionalLong expected, Stage wished) {
        return changingSquads.change(
                squadId,
                expected,
                squad -> Outlook.of(examiningSquads.examine(squad)).reach(wished, clock.instant()));
    }
}
