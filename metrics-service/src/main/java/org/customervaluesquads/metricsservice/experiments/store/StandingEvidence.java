package org.customervaluesquads.metricsservice.experiments.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.customervaluesquads.contracts.CycleEvidenceStated;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.experiments.CycleProof;
import org.customervaluesquads.metricsservice.experiments.SquadCycle;

/** The evidence as it was last published. */
@ApplicationScoped
public class StandingEvidence {

    private static final String LOCK = "SELECT pg_advisory_xact_lock(hashtext('cycle-evidence'), hashtext(?))";

    private static final String KEEP = """
            INSERT INTO cycle_evidence (cycle_id, revision, stated) VALUES (?, ?, ?::jsonb)
            ON CONFLICT (cycle_id) DO UPDATE SET revision = excluded.revision, stated = excluded.stated
            """;

    private final Statements statements;
    private final CycleProofs proofs;

    StandingEvidence(Statements statements, CycleProofs proofs) {
        this.statements = statements;
        this.proofs = proofs;
    }

    /**
     * Publishes a cycle's evidence, if it says something else than before. It is sent first and kept then: what failed in
     * between is sent again, under the same revision.
     */
    @Transactional
    public void publish(SquadCycle cycle, Consumer<CycleEvidenceStated> sending) {
        statements.list(LOCK, row -> true, cycle.cycleId());
        if (!(proofs.of(cycle) instanceof CycleProof.Shown shown) || shown.asOf() == null) {
            return;
        }
        Optional<CycleEvidenceStated> before = standing(cycle.cycleId());
        long revision = before.map(CycleEvidenceStated::revision).orElse(0L);
        CycleEvidenceStated now = StatedEvidence.of(cycle, shown, revision);
        if (before.map(json -> json(json).equals(json(now))).orElse(false)) {
            return;
        }
        CycleEvidenceStated next = StatedEvidence.of(cycle, shown, revision + 1);
        sending.accept(next);
        statements.execute(KEEP, cycle.cycleId(), next.revision(), json(next));
    }

    private Optional<CycleEvidenceStated> standing(String cycleId) {
        List<CycleEvidenceStated> standing = statements.list(
                "SELECT stated FROM cycle_evidence WHERE cycle_id = ?", row -> read(row.getString("stated")), cycleId);
        return standing.stream().findFirst();
    }

    private static CycleEvidenceStated read(String json) {
        try {
            return MessageJson.mapper().readValue(json, CycleEvidenceStated.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("evidence that cannot be read", unreadable);
        }
    }

    private static String json(CycleEvidenceStated stated) {
        try {
            return MessageJson.mapper().writeValueAsString(stated);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("evidence that cannot be written", unwritable);
        }
    }
}
