package org.customervaluesquads.signalservice.squads.streams;

import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.SquadIntentChanged;
import org.customervaluesquads.signalservice.squads.SquadScopes;

/** Forwards an intent that changed to each squad in whose scope the customer is. */
public final class TellSquads extends ContextualProcessor<String, IntentChanged, String, SquadIntentChanged> {

    private static final String TYPE = "squad-intent.changed";

    private final SquadScopes squads;

    /** Tells the squads that are known at the moment of the change. */
    public TellSquads(SquadScopes squads) {
        this.squads = squads;
    }

    @Override
    public void process(Record<String, IntentChanged> record) {
        IntentChanged change = record.value();
        for (String squadId : squads.squadsOf(change.attributes())) {
            Headers headers = new RecordHeaders(record.headers());
            String id = CloudEventHeaders.read(headers, CloudEventHeaders.ID) + "/" + squadId;
            CloudEventHeaders.write(headers, id, "signal-service", TYPE, change.occurredAt());
            context()
                    .forward(new Record<>(
                            squadId, new SquadIntentChanged(squadId, change), record.timestamp(), headers));
        }
    }
}
