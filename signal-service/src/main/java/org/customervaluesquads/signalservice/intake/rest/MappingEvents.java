package org.customervaluesquads.signalservice.intake.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.customervaluesquads.contracts.Mapping;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.signalservice.intake.Judge;
import org.customervaluesquads.signalservice.intake.Limits;
import org.customervaluesquads.signalservice.intake.Offered;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.problems.Problems;

/** Makes signals of a source's own events; each keeps the event that it came from, so that it can be mapped again. */
@ApplicationScoped
public class MappingEvents {

    private final Judge judge;
    private final MappingWorkers workers;
    private final Clock clock;

    MappingEvents(Judge judge, MappingWorkers workers, Clock clock) {
        this.judge = judge;
        this.workers = workers;
        this.clock = clock;
    }

    /** Makes signals of events; an event that the mapping does not fit becomes one that is refused. */
    public List<Offered> map(List<Offered> events, Mapping mapping, String sourceId) {
        List<Offered> signals = switch (workers.run(mapping, () -> mapAll(events, mapping, sourceId))) {
            case MappingWorkers.Run.Ended<List<Offered>>(List<Offered> mapped) -> mapped;
            case MappingWorkers.Run.Overran<List<Offered>> _ -> overran(events);
            case MappingWorkers.Run.NoPlace<List<Offered>> _ ->
                throw Problems.unavailable("too many mappings run; send all again");
        };
        if (signals.size() > Limits.BATCH_SIGNALS_MAX) {
            throw Problems.tooLarge(
                    "the events become more than %,d signals; send fewer at once".formatted(Limits.BATCH_SIGNALS_MAX));
        }
        return signals;
    }

    private static List<Offered> mapAll(List<Offered> events, Mapping mapping, String sourceId) {
        List<Offered> signals = new ArrayList<>();
        for (Offered event : events) {
            if (signals.size() > Limits.BATCH_SIGNALS_MAX) {
                return signals;
            }
            switch (event) {
                case Offered.Illegible illegible -> signals.add(illegible);
                case Offered.Unfit unfit -> signals.add(unfit);
                case Offered.Signal signal -> signals.add(signal);
                case Offered.Legible(JsonNode node, String original) -> {
                    switch (mapping.apply(node, sourceId)) {
                        case Mapping.Mapped.Signals(List<ObjectNode> mapped) ->
                            mapped.forEach(signal -> signals.add(offered(signal, original)));
                        case Mapping.Mapped.Failed(String reason) ->
                            signals.add(new Offered.Illegible(new Reason("mapping", reason), original));
                    }
                }
            }
        }
        return signals;
    }

    private static List<Offered> overran(List<Offered> events) {
        Reason tooLong = new Reason(
                "mapping",
                "needs more than %d seconds, or more memory than there is, for the events of one request"
                        .formatted(MappingWorkers.RUN_MAX.toSeconds()));
        return events.stream()
                .<Offered>map(event -> new Offered.Illegible(tooLong, event.original()))
                .toList();
    }

    /** A template can make much of little. */
    private static Offered offered(JsonNode signal, String original) {
        return signal.toString().length() > Limits.SIGNAL_BYTES_MAX
                ? new Offered.Illegible(
                        new Reason(
                                "mapping", "makes a signal larger than %,d bytes".formatted(Limits.SIGNAL_BYTES_MAX)),
                        original)
                : new Offered.Legible(signal, original);
    }

    PreviewView preview(List<JsonNode> events, Mapping mapping, String sourceId) {
        List<Offered> offered = events.stream()
                .<Offered>map(event -> new Offered.Legible(event, event.toString()))
                .toList();
        return new PreviewView(map(offered, mapping, sourceId).stream()
                .map(signal -> switch (signal) {
                    case Offered.Legible(JsonNode node, String original) ->
                        new PreviewView.Part(node, VerdictView.from(judge.judge(node, clock.instant())));
                    case Offered.Signal own ->
                        new PreviewView.Part(null, VerdictView.from(judge.judge(own.fields(), clock.instant())));
                    case Offered.Illegible(Reason reason, String original) ->
                        new PreviewView.Part(
                                null, VerdictView.from(new Verdict.Rejected(null, sourceId, List.of(reason))));
                    case Offered.Unfit(Verdict.Rejected rejected, String original) ->
                        new PreviewView.Part(null, VerdictView.from(rejected));
                })
                .toList());
    }
}
