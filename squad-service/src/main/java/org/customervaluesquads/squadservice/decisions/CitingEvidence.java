package org.customervaluesquads.squadservice.decisions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.customervaluesquads.squadservice.cycles.Cycle;
import org.customervaluesquads.squadservice.cycles.Cycles;

/** Takes down what evidence says at the time; of cycles this service knows it, of the rest whoever cites it. */
@ApplicationScoped
public class CitingEvidence {

    private final Cycles cycles;

    CitingEvidence(Cycles cycles) {
        this.cycles = cycles;
    }

    /** The choice with its cycles as they are now; empty when one of them is not known. */
    @Transactional
    public Optional<Choice> asItIs(Choice choice) {
        List<UUID> cited = choice.evidence().stream()
                .filter(evidence -> evidence.kind() == Evidence.Kind.CYCLE)
                .map(evidence -> UUID.fromString(evidence.id()))
                .distinct()
                .toList();
        Map<UUID, Cycle> known = cycles.named(cited).stream().collect(Collectors.toMap(Cycle::id, cycle -> cycle));
        if (known.size() < cited.size()) {
            return Optional.empty();
        }
        return Optional.of(choice.resting(
                choice.evidence().stream().map(evidence -> of(evidence, known)).toList()));
    }

    private static Evidence of(Evidence evidence, Map<UUID, Cycle> known) {
        return evidence.kind() == Evidence.Kind.CYCLE
                ? new Evidence(evidence.kind(), evidence.id(), known.get(UUID.fromString(evidence.id())))
                : evidence;
    }
}
