package org.customervaluesquads.squadservice.formations.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.customervaluesquads.squadservice.formations.Candidate;
import org.customervaluesquads.squadservice.formations.Commission;
import org.customervaluesquads.squadservice.formations.Formation;
import org.customervaluesquads.squadservice.formations.Proposal;
import org.customervaluesquads.squadservice.formations.Yardstick;
import org.customervaluesquads.squadservice.history.store.StoredJson;

/** Proposals, in the table {@code formation}; what was wanted and who was proposed is JSON, since it is read whole. */
@Entity
@Table(name = "formation")
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class FormationRow {

    @Id
    UUID id;

    @Column(name = "proposed_at")
    Instant proposedAt;

    int considered;

    @Column(columnDefinition = "text")
    String proposed;

    static FormationRow of(Formation formation) {
        FormationRow row = new FormationRow();
        row.id = formation.id();
        row.proposedAt = formation.proposedAt();
        row.considered = formation.considered();
        row.proposed = StoredJson.write(new Teams(
                formation.commission(),
                formation.proposals().stream().map(Proposal::members).toList()));
        return row;
    }

    Formation formation(Map<Integer, UUID> formed) {
        Teams teams = StoredJson.read(proposed, Teams.class);
        List<Proposal> proposals =
                teams.teams().stream().map(team -> proposal(teams, team)).toList();
        return new Formation(id, proposedAt, teams.commission(), considered, proposals, formed);
    }

    /** What is said of a team comes of its people and of what was asked for. */
    private static Proposal proposal(Teams teams, List<Candidate> team) {
        return Proposal.of(team, new Yardstick(teams.commission().brief(), team, List.of()));
    }

    /** What is kept as JSON. */
    record Teams(Commission commission, List<List<Candidate>> teams) {}
}
