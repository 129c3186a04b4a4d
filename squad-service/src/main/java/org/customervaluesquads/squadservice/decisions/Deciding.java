package org.customervaluesquads.squadservice.decisions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.customervaluesquads.squadservice.history.Chronicle;
import org.customervaluesquads.squadservice.history.Happening;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.Squads;
import org.customervaluesquads.squadservice.squads.Stage;
import org.jspecify.annotations.Nullable;

/** Writes down decisions and what is said of them; whoever does, holds the squad, so that its history is in order. */
@ApplicationScoped
public class Deciding {

    private final Squads squads;
    private final Decisions decisions;
    private final GivingRights givingRights;
    private final Chronicle chronicle;
    private final Supplier<UUID> ids;
    private final Clock clock;

    Deciding(
            Squads squads,
            Decisions decisions,
            GivingRights givingRights,
            Chronicle chronicle,
            Supplier<UUID> ids,
            Clock clock) {
        this.squads = squads;
        this.decisions = decisions;
        this.givingRights = givingRights;
        this.chronicle = chronicle;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes down a decision under this id, or a proposal when it is beyond the squad's rights. */
    @Transactional
    public Decision decide(UUID id, UUID squadId, Choice choice) {
        return write(id, squads.hold(squadId).orElseThrow(), choice, null);
    }

    /** Writes down under this id what stands in the place of a decision that was wrong. */
    @Transactional
    public Decision correct(UUID id, Decision wrong, Choice choice) {
        Squad squad = squads.hold(wrong.squadId()).orElseThrow();
        decisions.corrected(wrong.correctedBy(id));
        return write(id, squad, choice, wrong.id());
    }

    /** Whether a decision, of the version that is expected where one is, can be corrected now; holds its squad. */
    @Transactional
    public DecisionOutcome toCorrect(UUID id, OptionalLong expected) {
        return change(id, expected, (squad, decision) -> switch (decision.standing()) {
            case DECIDED, PROPOSED -> new DecisionOutcome.Written(decision);
            case REFUSED, CORRECTED -> elsewhere(decision, Standing.DECIDED);
        });
    }

    /** Writes down that somebody agrees to a proposal, or does not. */
    @Transactional
    public DecisionOutcome agree(UUID id, OptionalLong expected, String by, boolean agrees, String comment) {
        return change(id, expected, (squad, decision) -> {
            if (decision.standing() != Standing.PROPOSED) {
                return elsewhere(decision, Standing.PROPOSED);
            }
            String mustAgree = Objects.requireNonNull(decision.authority().mustAgree());
            return mustAgree.equals(by)
                    ? say(squad, decision, agrees ? Entry.Kind.AGREED : Entry.Kind.REFUSED, by, comment, null)
                    : new DecisionOutcome.NotTheirs(mustAgree);
        });
    }

    /** Writes down what came of a decision. */
    @Transactional
    public DecisionOutcome review(
            UUID id, OptionalLong expected, String by, String outcome, @Nullable LocalDate nextReviewOn) {
        return change(
                id,
                expected,
                (squad, decision) -> decision.standing() == Standing.DECIDED
                        ? say(squad, decision, Entry.Kind.REVIEWED, by, outcome, nextReviewOn)
                        : elsewhere(decision, Standing.DECIDED));
    }

    private DecisionOutcome change(
            UUID id, OptionalLong expected, BiFunction<Squad, Decision, DecisionOutcome> wished) {
        Optional<UUID> squadId = decisions.squadOf(id);
        if (squadId.isEmpty()) {
            return new DecisionOutcome.NoSuchDecision();
        }
        Squad squad = squads.hold(squadId.get()).orElseThrow();
        Decision decision = decisions.find(id).orElseThrow();
        if (expected.isPresent() && expected.getAsLong() != decision.version()) {
            return new DecisionOutcome.DecisionOutdated(decision.version());
        }
        return squad.stage() == Stage.DISBANDED ? new DecisionOutcome.SquadClosed() : wished.apply(squad, decision);
    }

    private DecisionOutcome say(
            Squad squad, Decision decision, Entry.Kind kind, String by, String text, @Nullable LocalDate nextReviewOn) {
        Entry entry = new Entry(ids.get(), decision.id(), kind, by, text, nextReviewOn, clock.instant());
        Decision after = decision.with(entry);
        decisions.add(entry, after);
        chronicle.record(new Happening(squad.id(), squad.version(), "decision." + kind, entry.at(), entry));
        return new DecisionOutcome.Written(after);
    }

    private Decision write(UUID id, Squad squad, Choice choice, @Nullable UUID corrects) {
        Decision decision =
                Decision.made(id, squad.id(), choice, givingRights.of(squad.id()), corrects, clock.instant());
        decisions.add(decision);
        String event = corrects != null ? "corrected" : decision.standing() == Standing.PROPOSED ? "proposed" : "made";
        chronicle.record(new Happening(squad.id(), squad.version(), "decision." + event, decision.madeAt(), decision));
        return decision;
    }

    private static DecisionOutcome elsewhere(Decision decision, Standing needed) {
        return new DecisionOutcome.StandsElsewhere(decision.standing(), needed);
    }
}
