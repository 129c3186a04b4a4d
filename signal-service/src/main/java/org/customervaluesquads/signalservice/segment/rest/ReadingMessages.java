package org.customervaluesquads.signalservice.segment.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.customervaluesquads.contracts.Mapping;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.signalservice.intake.Limits;
import org.customervaluesquads.signalservice.intake.Offered;
import org.customervaluesquads.signalservice.intake.rest.MappingEvents;
import org.customervaluesquads.signalservice.segment.SegmentMapping;
import org.customervaluesquads.signalservice.segment.SegmentMapping.Meaning;
import org.customervaluesquads.signalservice.sources.Sources;
import org.jspecify.annotations.Nullable;

/** Makes signals of messages, each with its own text; an event that only its source knows goes through its mapping. */
@ApplicationScoped
class ReadingMessages {

    /** Where a key may stand in a body. */
    static final String WRITE_KEY = "writeKey";

    private final SegmentMapping segment;
    private final MappingEvents mapping;
    private final Sources sources;

    ReadingMessages(SegmentMapping segment, MappingEvents mapping, Sources sources) {
        this.segment = segment;
        this.mapping = mapping;
        this.sources = sources;
    }

    /** Whether the source's own mapping may have to be asked, which may take long. */
    boolean mayTakeLong(String sourceId) {
        return sources.mappingOf(sourceId) instanceof Mapping.Parsed.Usable;
    }

    /** The messages of a batch. */
    List<Offered> batch(JsonNode batch, String sourceId, Instant receivedAt) {
        List<Offered> signals = new ArrayList<>();
        for (JsonNode message : batch.path("batch")) {
            String text = message.toString();
            if (text.length() > Limits.SIGNAL_BYTES_MAX) {
                signals.add(new Offered.Illegible(
                        new Reason("", "is larger than %,d bytes".formatted(Limits.SIGNAL_BYTES_MAX)),
                        text.substring(0, Limits.SIGNAL_BYTES_MAX)));
            } else {
                signals.addAll(
                        one(new Offered.Legible(message, text), null, sourceId, batch.path("sentAt"), receivedAt));
            }
        }
        return signals;
    }

    /** One message, of the kind that its door takes. */
    List<Offered> one(
            Offered offered,
            @Nullable String kind,
            String sourceId,
            @Nullable JsonNode batchSentAt,
            Instant receivedAt) {
        return switch (offered) {
            case Offered.Illegible _, Offered.Unfit _, Offered.Signal _ -> List.of(offered);
            case Offered.Legible(JsonNode message, String original) ->
                message.has(WRITE_KEY)
                        ? one(withoutKey(message), kind, sourceId, batchSentAt, receivedAt)
                        : switch (segment.meaningOf(message, kind, sourceId, batchSentAt, receivedAt)) {
                            case Meaning.Signal(var signal) -> List.of(new Offered.Legible(signal, original));
                            case Meaning.Unusable(Reason reason) -> List.of(new Offered.Illegible(reason, original));
                            case Meaning.UnknownEvent unknown -> ownEvent(unknown, offered, sourceId);
                        };
        };
    }

    /** A refused message is kept as it came, but a key never is. */
    private static Offered withoutKey(JsonNode message) {
        JsonNode bare = message.<ObjectNode>deepCopy().without(WRITE_KEY);
        return new Offered.Legible(bare, bare.toString());
    }

    private List<Offered> ownEvent(Meaning.UnknownEvent unknown, Offered event, String sourceId) {
        return sources.mappingOf(sourceId) instanceof Mapping.Parsed.Usable(Mapping own)
                ? mapping.map(List.of(event), own, sourceId)
                : List.of(new Offered.Illegible(unknown.reason(), event.original()));
    }
}
