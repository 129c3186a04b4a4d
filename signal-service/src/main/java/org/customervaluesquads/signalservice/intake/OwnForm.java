package org.customervaluesquads.signalservice.intake;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.contracts.SignalRejected;

/** Reads one signal, or one CloudEvent in structured mode, whichever the text says that it is. */
public final class OwnForm implements DoorReading {

    /** The door for one signal. */
    public static final String ONE = "signals";

    /** The door for a batch. */
    public static final String BATCH = "signals/batch";

    /** The Kafka door. */
    public static final String INBOX = "signals-inbox";

    private static final Set<String> DOORS = Set.of(ONE, BATCH, INBOX);

    /** What the text of one signal or event is offered as. */
    public static Offered read(byte[] text) {
        Offered offered = BatchReader.one(text);
        return offered instanceof Offered.Legible(JsonNode node, String _) && CloudEvents.saysSo(node)
                ? CloudEvents.structured(offered)
                : offered;
    }

    @Override
    public boolean isOf(String door) {
        return DOORS.contains(door);
    }

    @Override
    public List<Offered> read(SignalRejected refused) {
        return List.of(read(refused.original().getBytes(UTF_8)));
    }
}
