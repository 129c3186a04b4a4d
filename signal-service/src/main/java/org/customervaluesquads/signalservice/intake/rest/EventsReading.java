package org.customervaluesquads.signalservice.intake.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.customervaluesquads.contracts.Mapping;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.signalservice.intake.BatchReader;
import org.customervaluesquads.signalservice.intake.DoorReading;
import org.customervaluesquads.signalservice.intake.Offered;
import org.customervaluesquads.signalservice.sources.Sources;

/** Reads a source's own event, by the mapping that its source has now. */
@ApplicationScoped
class EventsReading implements DoorReading {

    static final String DOOR = "sources/events";

    private final Sources sources;
    private final MappingEvents mapping;

    EventsReading(Sources sources, MappingEvents mapping) {
        this.sources = sources;
        this.mapping = mapping;
    }

    @Override
    public boolean isOf(String door) {
        return door.equals(DOOR);
    }

    @Override
    public List<Offered> read(SignalRejected refused) {
        Offered event = BatchReader.one(refused.original().getBytes(UTF_8));
        return switch (sources.mappingOf(refused.source())) {
            case null -> illegible("is missing", event);
            case Mapping.Parsed.Broken(String reason) -> illegible(reason, event);
            case Mapping.Parsed.Usable(Mapping usable) -> mapping.map(List.of(event), usable, refused.source());
        };
    }

    private static List<Offered> illegible(String reason, Offered event) {
        return List.of(new Offered.Illegible(new Reason("mapping", reason), event.original()));
    }
}
