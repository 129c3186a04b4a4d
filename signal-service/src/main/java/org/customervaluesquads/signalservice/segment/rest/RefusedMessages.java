package org.customervaluesquads.signalservice.segment.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.signalservice.intake.BatchReader;
import org.customervaluesquads.signalservice.intake.DoorReading;
import org.customervaluesquads.signalservice.intake.Offered;

/** Reads a message of a Segment client that was refused, with the events and the mapping that its source has now. */
@ApplicationScoped
class RefusedMessages implements DoorReading {

    /** Their messages say themselves of which kind they are. */
    private static final Set<String> BATCHES = Set.of("batch", "import");

    private final ReadingMessages reading;

    RefusedMessages(ReadingMessages reading) {
        this.reading = reading;
    }

    @Override
    public boolean isOf(String door) {
        return door.startsWith(SegmentResource.DOORS);
    }

    @Override
    public List<Offered> read(SignalRejected refused) {
        String path = refused.door().substring(SegmentResource.DOORS.length());
        Offered message = BatchReader.one(refused.original().getBytes(UTF_8));
        return reading.one(message, BATCHES.contains(path) ? null : path, refused.source(), null, refused.rejectedAt());
    }
}
