package org.customervaluesquads.squadservice.formations.timefold;

import ai.timefold.solver.core.api.solver.SolverFactory;
import ai.timefold.solver.core.config.constructionheuristic.ConstructionHeuristicPhaseConfig;
import ai.timefold.solver.core.config.heuristic.selector.move.generic.ChangeMoveSelectorConfig;
import ai.timefold.solver.core.config.localsearch.LocalSearchPhaseConfig;
import ai.timefold.solver.core.config.solver.EnvironmentMode;
import ai.timefold.solver.core.config.solver.SolverConfig;
import ai.timefold.solver.core.config.solver.termination.TerminationConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.customervaluesquads.squadservice.formations.Candidate;
import org.customervaluesquads.squadservice.formations.TeamSearch;
import org.customervaluesquads.squadservice.formations.Yardstick;

/**
 * Teams by construction and local search.
 *
 * <p>The search ends after a number of moves and never by the clock, on one thread and with a seed: a busy machine takes
 * longer and finds the same. All seats are alike, so the only move is to give a seat to somebody else or to nobody;
 * swapping two seats would change nothing.
 */
@ApplicationScoped
class TimefoldTeamSearch implements TeamSearch {

    /** How many moves are tried; each seat meets each of the most candidates several times. */
    private static final long MOST_MOVES = 100_000;

    private static final int MOST_AT_ONCE = 2;
    private static final long LONGEST_WAIT_SECONDS = 10;

    private final Semaphore places = new Semaphore(MOST_AT_ONCE);

    @Override
    public Optional<List<Candidate>> search(Yardstick yardstick, List<Candidate> candidates, long seed) {
        try {
            if (!places.tryAcquire(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            SolverFactory<Seating> solvers = SolverFactory.create(configuration(seed));
            return Optional.of(solvers.buildSolver()
                    .solve(new Seating(yardstick, candidates))
                    .team());
        } finally {
            places.release();
        }
    }

    private static SolverConfig configuration(long seed) {
        return new SolverConfig()
                .withClassLoader(TimefoldTeamSearch.class.getClassLoader())
                .withSolutionClass(Seating.class)
                .withEntityClasses(Seat.class)
                .withEasyScoreCalculatorClass(SeatingScore.class)
                .withEnvironmentMode(EnvironmentMode.NO_ASSERT)
                .withRandomSeed(seed)
                .withPhases(
                        new ConstructionHeuristicPhaseConfig(),
                        new LocalSearchPhaseConfig()
                                .withMoveSelectorConfig(new ChangeMoveSelectorConfig())
                                .withTerminationConfig(new TerminationConfig().withMoveCountLimit(MOST_MOVES)));
    }
}
