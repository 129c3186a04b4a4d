package org.customervaluesquads.metricsservice.ledger.store;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.customervaluesquads.contracts.SignalRecorded;
import org.jspecify.annotations.Nullable;

/** A row of the ledger; its fields are named as the columns. */
record OutcomeRow(
        String source,
        String id,
        String type,
        Instant occurred_at,
        Instant hour,
        String silo,
        @Nullable String customer_id,
        @Nullable String account,
        @Nullable String region,
        @Nullable String segment,
        @Nullable String channel,
        @Nullable String product,
        @Nullable BigDecimal amount,
        @Nullable String currency) {

    static OutcomeRow from(SignalRecorded signal) {
        return new OutcomeRow(
                signal.source(),
                signal.id(),
                signal.type(),
                signal.occurredAt(),
                signal.occurredAt().truncatedTo(ChronoUnit.HOURS),
                signal.silo(),
                signal.customerId(),
                signal.accountId(),
                signal.region(),
                signal.segment(),
                signal.channel(),
                signal.product(),
                signal.amount(),
                signal.currency());
    }
}
