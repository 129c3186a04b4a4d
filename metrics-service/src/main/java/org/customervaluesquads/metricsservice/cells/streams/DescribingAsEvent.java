package org.customervaluesquads.metricsservice.cells.streams;

import java.time.Instant;
import java.util.Base64;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.EngagementCellSummed;
import org.customervaluesquads.metricsservice.cells.Cell;

/** Writes the headers of the event that a cell has a new sum; what its last signal said of somebody stays behind. */
final class DescribingAsEvent extends ContextualFixedKeyProcessor<Cell, EngagementCellSummed, EngagementCellSummed> {

    private static final String SOURCE = "/metrics-service/cells";
    private static final String TYPE = "engagement-cell.summed";

    @Override
    public void process(FixedKeyRecord<Cell, EngagementCellSummed> summed) {
        byte[] cell = Packing.CELLS.serializer().serialize("", summed.key());
        String id =
                Base64.getEncoder().encodeToString(cell) + "@" + summed.value().signals();
        Instant newestAt = summed.value().newestAt();
        CloudEventHeaders.write(summed.headers(), id, SOURCE, TYPE, newestAt);
        summed.headers().remove(CloudEventHeaders.SUBJECT).remove(CloudEventHeaders.WITHHELD);
        context().forward(summed);
    }
}
