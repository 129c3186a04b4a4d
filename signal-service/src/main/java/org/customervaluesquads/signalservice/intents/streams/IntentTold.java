package org.customervaluesquads.signalservice.intents.streams;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.nio.ByteBuffer;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SquadIntentChanged;

/**
 * An intent that changed, with its JSON. It is told to the topic of intents and to each squad concerned, and the evidence
 * makes it the largest message there is, so it is written once.
 *
 * @param json as on the topic of intents
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record IntentTold(IntentChanged change, byte[] json) {

    private static final ObjectWriter WRITER = MessageJson.mapper().writerFor(IntentChanged.class);
    private static final byte[] SQUAD = "{\"squadId\":\"".getBytes(UTF_8);
    private static final byte[] FURTHER = "\",".getBytes(UTF_8);

    /** An intent that changed, written once. */
    public static IntentTold of(IntentChanged change) {
        try {
            return new IntentTold(change, WRITER.writeValueAsBytes(change));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("an intent cannot be written as JSON", impossible);
        }
    }

    /** The JSON of the {@link SquadIntentChanged} that tells it to a squad: its own fields behind the squad's. */
    public byte[] jsonFor(String squadId) {
        byte[] quoted = JsonStringEncoder.getInstance().encodeAsUTF8(squadId);
        byte[] told = new byte[SQUAD.length + quoted.length + FURTHER.length + json.length - 1];
        ByteBuffer.wrap(told).put(SQUAD).put(quoted).put(FURTHER).put(json, 1, json.length - 1);
        return told;
    }
}
