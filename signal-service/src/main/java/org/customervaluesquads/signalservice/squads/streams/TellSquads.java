package org.customervaluesquads.signalservice.squads.streams;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.signalservice.intents.streams.IntentTold;
import org.customervaluesquads.signalservice.metering.SignalMeters;
import org.customervaluesquads.signalservice.squads.SquadScopes;

/** Forwards an intent that changed to each squad in whose scope the customer is. */
public final class TellSquads extends ContextualProcessor<String, IntentTold, String, byte[]> {

    private static final Header TYPE = CloudEventHeaders.one(CloudEventHeaders.TYPE, "squad-intent.changed");

    private final SquadScopes squads;
    private final SignalMeters meters;

    /** Tells the squads that are known at the moment of the change. */
    public TellSquads(SquadScopes squads, SignalMeters meters) {
        this.squads = squads;
        this.meters = meters;
    }

    @Override
    public void process(Record<String, IntentTold> record) {
        IntentChanged change = record.value().change();
        meters.intentChanged(change.intent(), change.change());
        for (String squadId : squads.squadsOf(change.attributes())) {
            String id = CloudEventHeaders.read(record.headers(), CloudEventHeaders.ID) + "/" + squadId;
            Headers headers = CloudEventHeaders.following(
                    record.headers(), CloudEventHeaders.one(CloudEventHeaders.ID, id), TYPE);
            context().forward(new Record<>(squadId, record.value().jsonFor(squadId), record.timestamp(), headers));
            meters.squadTold();
        }
    }
}
