package org.customervaluesquads.metricsservice.reckoning.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.reckoning.Tally;

/** The facts of each day of a squad, summed: what weeks, months and rolling windows are made of, and no cost. */
@ApplicationScoped
public class SquadDays {

    private static final String UPSERT = """
            INSERT INTO squad_day (squad_id, day, tallies) VALUES (?, ?, ?)
            ON CONFLICT (squad_id, day) DO UPDATE SET tallies = excluded.tallies
            """;

    private final Statements statements;

    SquadDays(Statements statements) {
        this.statements = statements;
    }

    /** The sums of one day of a squad. */
    public record SquadDay(String squadId, LocalDate day, List<Tally> tallies) {}

    /** Keeps the sums of days; a day without facts is kept as such, since it may have had some. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(List<SquadDay> days) {
        statements.executeAll(
                UPSERT,
                days.stream()
                        .map(day -> new Object[] {day.squadId(), day.day(), TallyPacking.pack(day.tallies())})
                        .toList());
    }

    /** The sums of the days from one to another, both included, that had facts. */
    @Transactional(Transactional.TxType.MANDATORY)
    public NavigableMap<LocalDate, List<Tally>> between(String squadId, LocalDate from, LocalDate to) {
        NavigableMap<LocalDate, List<Tally>> days = new TreeMap<>();
        statements.each(
                "SELECT day, tallies FROM squad_day WHERE squad_id = ? AND day BETWEEN ? AND ?",
                row -> days.put(row.getObject("day", LocalDate.class), TallyPacking.unpack(row.getBytes("tallies"))),
                squadId,
                from,
                to);
        return days;
    }

    /** Forgets the days of a squad whose scope or calendar is another now. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void forget(String squadId) {
        statements.execute("DELETE FROM squad_day WHERE squad_id = ?", squadId);
    }
}
