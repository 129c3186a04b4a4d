package org.customervaluesquads.squadservice.people.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.customervaluesquads.squadservice.people.CostRate;

/** What a working day of a person costs from a day on, in the table {@code cost_rate}. */
@Entity
@Table(name = "cost_rate")
@IdClass(CostRateRow.Key.class)
@SuppressWarnings("NullAway.Init") // Hibernate fills the fields
class CostRateRow {

    @Id
    @Column(name = "person_id")
    UUID personId;

    @Id
    LocalDate since;

    BigDecimal amount;
    String currency;

    static CostRateRow of(UUID personId, CostRate rate) {
        CostRateRow row = new CostRateRow();
        row.personId = personId;
        row.since = rate.since();
        row.amount = rate.perWorkingDay().amount();
        row.currency = rate.perWorkingDay().currency();
        return row;
    }

    /** What tells one from another. */
    record Key(UUID personId, LocalDate since) {}
}
