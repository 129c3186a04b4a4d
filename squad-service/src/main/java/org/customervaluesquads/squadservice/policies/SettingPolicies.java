package org.customervaluesquads.squadservice.policies;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.customervaluesquads.squadservice.policies.PolicyOutcome.Lock;
import org.customervaluesquads.squadservice.squads.ChangingSquads;
import org.customervaluesquads.squadservice.squads.Squad;
import org.customervaluesquads.squadservice.squads.SquadEvent;
import org.customervaluesquads.squadservice.squads.SquadOutcome;
import org.customervaluesquads.squadservice.squads.Squads;
import org.customervaluesquads.squadservice.squads.Stage;

/** Sets the policies of a layer; what a more general layer has locked is left to it. */
@ApplicationScoped
public class SettingPolicies {

    private final PolicyLayers layers;
    private final Squads squads;
    private final ChangingSquads changingSquads;
    private final PolicyAnnouncements announcements;
    private final Clock clock;

    SettingPolicies(
            PolicyLayers layers,
            Squads squads,
            ChangingSquads changingSquads,
            PolicyAnnouncements announcements,
            Clock clock) {
        this.layers = layers;
        this.squads = squads;
        this.changingSquads = changingSquads;
        this.announcements = announcements;
        this.clock = clock;
    }

    /** Sets what holds everywhere. */
    @Transactional
    public PolicyOutcome setGlobal(OptionalLong expected, List<Policy> policies) {
        return set(Layer.GLOBAL, expected, policies, List.of());
    }

    /** Sets what a region says. */
    @Transactional
    public PolicyOutcome setRegion(String region, OptionalLong expected, List<Policy> policies) {
        return set(Layer.region(region), expected, policies, List.of(Layer.GLOBAL));
    }

    /** Sets what a squad says, and has the squad take note of it. */
    @Transactional
    public PolicyOutcome setSquad(UUID squadId, OptionalLong expected, List<Policy> policies) {
        Optional<Squad> squad = squads.hold(squadId);
        if (squad.isEmpty()) {
            return new PolicyOutcome.RefusedBySquad(new SquadOutcome.NoSuchSquad());
        }
        if (squad.get().stage() == Stage.DISBANDED) {
            return new PolicyOutcome.RefusedBySquad(new SquadOutcome.AlreadyDisbanded());
        }
        Stream<Layer> regions = squad.get().charter().scope().regions().stream().map(Layer::region);
        List<Layer> above = Stream.concat(Stream.of(Layer.GLOBAL), regions).toList();
        var outcome = set(Layer.squad(squadId), expected, policies, above);
        return outcome instanceof PolicyOutcome.Done done && done.changed() ? noted(squadId, done) : outcome;
    }

    private PolicyOutcome noted(UUID squadId, PolicyOutcome.Done done) {
        var event = new PoliciesRefined(done.layer().version(), done.layer().policies());
        var outcome =
                changingSquads.change(squadId, OptionalLong.empty(), squad -> squad.noted(event, clock.instant()));
        return switch (outcome) {
            case SquadOutcome.Done noted -> done;
            case SquadOutcome.Refused refused -> new PolicyOutcome.RefusedBySquad(refused);
        };
    }

    private PolicyOutcome set(Layer layer, OptionalLong expected, List<Policy> policies, List<Layer> above) {
        PolicyLayer held = layers.hold(layer);
        if (expected.isPresent() && expected.getAsLong() != held.version()) {
            return new PolicyOutcome.Outdated(held.version());
        }
        List<Lock> locks = locks(policies, above);
        if (!locks.isEmpty()) {
            return new PolicyOutcome.Locked(locks);
        }
        PolicyLayer changed = held.changed(policies);
        if (changed.equals(held)) {
            return new PolicyOutcome.Done(held, false);
        }
        layers.replace(changed);
        announcements.announce(changed, clock.instant());
        return new PolicyOutcome.Done(changed, true);
    }

    private List<Lock> locks(List<Policy> wished, List<Layer> above) {
        List<Lock> locks = new ArrayList<>();
        var general = layers.of(above);
        for (int place = 0; place < wished.size(); place++) {
            Policy policy = wished.get(place);
            for (Layer layer : above) {
                PolicyLayer found = general.get(layer);
                if (found != null) {
                    add(locks, place, policy, found);
                }
            }
        }
        return locks;
    }

    private static void add(List<Lock> locks, int place, Policy wished, PolicyLayer above) {
        above.policies().stream()
                .filter(policy -> policy.locked() && policy.key().equals(wished.key()))
                .filter(policy -> !policy.value().equals(wished.value()))
                .forEach(policy -> locks.add(new Lock(place, above.layer(), policy.value())));
    }

    /** The squad sets other policies of its own; the details are all of them. */
    record PoliciesRefined(long layerVersion, List<Policy> policies) implements SquadEvent.OfFeature {
        @Override
        public String named() {
            return "policies.refined";
        }
    }
}
