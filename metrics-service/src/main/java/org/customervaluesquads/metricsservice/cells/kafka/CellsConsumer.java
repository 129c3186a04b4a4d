package org.customervaluesquads.metricsservice.cells.kafka;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.customervaluesquads.contracts.EngagementCellSummed;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.cells.store.Cells;
import org.customervaluesquads.metricsservice.listening.kafka.ReadableRecords;
import org.customervaluesquads.metricsservice.listening.kafka.WhileTheDatabaseIsAway;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Keeps the sums that the topology tells of. */
@ApplicationScoped
class CellsConsumer {

    private final ReadableRecords<EngagementCellSummed> records =
            ReadableRecords.of("cells-keeping", Topics.ENGAGEMENT_CELLS, CellsConsumer::flaw);
    private final Cells cells;

    CellsConsumer(Cells cells) {
        this.cells = cells;
    }

    @Incoming("cells")
    @Blocking
    @Retry(maxRetries = WhileTheDatabaseIsAway.RETRIES, delay = WhileTheDatabaseIsAway.PAUSE_MILLIS)
    void keep(ConsumerRecords<byte[], byte[]> batch) {
        cells.keep(records.tracedIn(batch));
    }

    private static Optional<String> flaw(@Nullable EngagementCellSummed sum) {
        if (sum == null) {
            return Optional.of("is empty");
        }
        return sum.hour() == null
                        || sum.silo() == null
                        || sum.type() == null
                        || sum.customers() == null
                        || sum.newestAt() == null
                ? Optional.of("lacks what a cell must have")
                : Optional.empty();
    }
}
