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

    private static final String TOO_LARGE = "makes a signal larger than %,d bytes".formatted(Limits.SIGNAL_BYTES_MAX);

    private static final String TOO_LONG =
            "needs more than %d seconds, or more memory than there is, for the events of one request"
                    .formatted(MappingWorkers.RUN_MAX.toSeconds());

    private final Judge judge;
    private final MappingWorkers workers;
    private final Clock clock;

    MappingEvents(Judge judge, MappingWorkers workers, Clock clock) {
        this.judge = judge;
        this.workers = workers;
        this.clock = clock;
    }

    /**
     * Makes signals of events; an event that the mapping does not fit becomes one that is refused. All together are no more
     * than one batch may be: the log could not take at once what a template can make of one event.
     */
    public List<Offered> map(List<Offered> events, Mapping mapping, String sourceId) {
        Made made = switch (workers.run(mapping, () -> mapAll(events, mapping, sourceId))) {
            case MappingWorkers.Run.Ended<Made>(Made mapped) -> mapped;
            case MappingWorkers.Run.Overran<Made> _ -> overran(events);
            case MappingWorkers.Run.NoPlace<Made> _ ->
                throw Problems.unavailable("too many mappings run; send all again");
        };
        if (made.isTooMuch()) {
            throw Problems.tooLarge("the events become more than %,d signals or %,d characters; send fewer at once"
                    .formatted(Limits.BATCH_SIGNALS_MAX, Limits.BATCH_BYTES_MAX));
        }
        return made.signals;
    }

    /** What is made of events; once it is too much, nothing more is made. */
    private static final class Made {

        private final List<Offered> signals = new ArrayList<>();
        private long characters;

        boolean isTooMuch() {
            return signals.size() > Limits.BATCH_SIGNALS_MAX || characters > Limits.BATCH_BYTES_MAX;
        }

        /** A template can make much of little; what is refused for its size alone is never sent to the log. */
        void add(ObjectNode signal, String original) {
            int length = signal.toString().length();
            if (length > Limits.SIGNAL_BYTES_MAX) {
                signals.add(illegible(TOO_LARGE, original));
            } else {
                characters += length;
                signals.add(new Offered.Legible(signal, original));
            }
        }
    }

    private static Made mapAll(List<Offered> events, Mapping mapping, String sourceId) {
        Made made = new Made();
        for (Offered event : events) {
            if (made.isTooMuch()) {
                return made;
            }
            switch (event) {
                case Offered.Illegible illegible -> made.signals.add(illegible);
                case Offered.Unfit unfit -> made.signals.add(unfit);
                case Offered.Signal signal -> made.signals.add(signal);
                case Offered.Legible(JsonNode node, String original) -> {
                    switch (mapping.apply(node, sourceId)) {
                        case Mapping.Mapped.Signals(List<ObjectNode> mapped) ->
                            mapped.forEach(signal -> made.add(signal, original));
                        case Mapping.Mapped.Failed(String reason) -> made.signals.add(illegible(reason, original));
                    }
                }
            }
        }
        return made;
    }

    private static Made overran(List<Offered> events) {
        Made made = new Made();
        events.forEach(event -> made.signals.add(illegible(TOO_LONG, event.original())));
        return made;
    }

    private static Offered illegible(String reason, String original) {
        return new Offered.Illegible(new Reason("mapping", reason), original);
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
