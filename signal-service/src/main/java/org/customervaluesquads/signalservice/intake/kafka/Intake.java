package org.customervaluesquads.signalservice.intake.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.IsoTime;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.admission.Admission;
import org.customervaluesquads.signalservice.intake.Judge;
import org.customervaluesquads.signalservice.intake.Offered;
import org.customervaluesquads.signalservice.intake.Refusals;
import org.customervaluesquads.signalservice.intake.TraceContext;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.intake.Verdict.Accepted;
import org.customervaluesquads.signalservice.intake.Verdict.Rejected;
import org.customervaluesquads.signalservice.intake.Verdict.TurnedAway;
import org.customervaluesquads.signalservice.metering.SignalMeters;
import org.customervaluesquads.signalservice.packs.SignalPacker;
import org.jspecify.annotations.Nullable;

/** What every door does with what it was offered: judge each, append each to its topic, then answer. */
@ApplicationScoped
public class Intake {

    private static final String UNKNOWN = "unknown";
    private static final String ORIGIN = "signal-service";
    private static final String DERIVED = "derived";
    private static final ObjectWriter REJECTED = MessageJson.mapper().writerFor(SignalRejected.class);

    private final Judge judge;
    private final Admission admission;
    private final SignalLog log;
    private final Clock clock;
    private final SignalMeters meters;
    private final String judgedTopic;
    private final String rejectedTopic;

    Intake(
            Judge judge,
            Admission admission,
            SignalLog log,
            Clock clock,
            SignalMeters meters,
            SignalServiceConfig config) {
        this.judge = judge;
        this.admission = admission;
        this.log = log;
        this.clock = clock;
        this.meters = meters;
        this.judgedTopic = Topics.SIGNALS_JUDGED.in(config.prefix());
        this.rejectedTopic = Topics.SIGNALS_REJECTED.in(config.prefix());
    }

    /**
     * Where and by whom something was offered.
     *
     * @param name of the door
     * @param sourceId the source that the door itself knows; null where each signal names its own
     * @param traceParent the caller's trace context
     * @param caller the source whose write key was shown; null if none was
     */
    public record Door(
            String name,
            @Nullable String sourceId,
            @Nullable String traceParent,
            @Nullable String caller) {

        /** The same with a trace context that is valid: the caller's, or one that begins here. */
        Door traced() {
            return new Door(name, sourceId, TraceContext.continued(traceParent, ThreadLocalRandom.current()), caller);
        }
    }

    /**
     * Judges all, in order; the verdicts come when everything is in the log that its source's key and quota admit, and a
     * failure means: send all again.
     */
    public CompletionStage<List<Verdict>> take(Door door, List<Offered> offered) {
        Instant now = clock.instant();
        Taking taking = begin(door, offered, now, now);
        Admission.Admitted admitted = admission.admit(door.caller(), offered, taking.judged());
        return append(taking, admitted.verdicts(), admitted::leave);
    }

    /**
     * The same for what came through the broker, whose own access rules and quotas guard its topics.
     *
     * @param arrived when the broker took it: however long it waited there, and however often it is judged, it is then
     *     the same signal
     */
    public CompletionStage<List<Verdict>> takeFromBroker(Door door, List<Offered> offered, Instant arrived) {
        Taking taking = begin(door, offered, arrived, clock.instant());
        return append(taking, taking.judged(), () -> {});
    }

    /** One request on its way; the headers are those that all its records share. */
    private record Taking(
            Door door, List<Offered> offered, Instant now, long began, List<Verdict> judged, List<Header> headers) {}

    private Taking begin(Door door, List<Offered> offered, Instant arrived, Instant now) {
        long began = System.nanoTime();
        Door traced = door.traced();
        List<Verdict> judged = new ArrayList<>(offered.size());
        for (Offered one : offered) {
            judged.add(judge(one, traced, arrived));
        }
        return new Taking(traced, offered, now, began, judged, headersOf(traced, now));
    }

    /** The headers that all records of one request share. */
    static List<Header> headersOf(Door door, Instant now) {
        Header recorded = CloudEventHeaders.one(CloudEventHeaders.RECORDED_TIME, IsoTime.write(now));
        return door.traceParent() == null
                ? List.of(recorded)
                : List.of(recorded, CloudEventHeaders.one(CloudEventHeaders.TRACE_PARENT, door.traceParent()));
    }

    private CompletionStage<List<Verdict>> append(Taking taking, List<Verdict> verdicts, Runnable afterwards) {
        String door = taking.door().name();
        return appended(taking, verdicts)
                .whenComplete((done, failure) -> {
                    afterwards.run();
                    if (failure == null) {
                        meters.judged(door, verdicts, Duration.ofNanos(System.nanoTime() - taking.began()));
                    } else {
                        meters.notTaken(door, verdicts.size());
                    }
                })
                .thenApply(done -> verdicts);
    }

    /** What is thrown on the way into the log is a failure like any other: who was admitted leaves. */
    private CompletionStage<Void> appended(Taking taking, List<Verdict> verdicts) {
        try {
            List<SignalRecorded> accepted = new ArrayList<>(verdicts.size());
            List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
            for (Refusals.Kept kept : Refusals.of(verdicts, taking.offered())) {
                switch (kept.verdict()) {
                    case Accepted(SignalRecorded signal) -> accepted.add(signal);
                    case Rejected rejected -> records.add(recordOf(rejected, kept.offered(), taking));
                    case TurnedAway away -> throw new IllegalArgumentException("is not for the log: " + away);
                }
            }
            records.addAll(recordsOf(accepted, taking.headers()));
            return log.append(records);
        } catch (RuntimeException thrown) {
            return CompletableFuture.failedStage(thrown);
        }
    }

    /**
     * A signal that this service makes of one that was counted.
     *
     * @param traceParent the trace context of that one
     */
    public record Derived(SignalRecorded signal, @Nullable String traceParent) {}

    /** Appends what was derived, in the form in which what came through a door is appended; fails as that does. */
    public CompletionStage<Void> append(List<Derived> derived) {
        Instant now = clock.instant();
        return log.append(derived.stream()
                .flatMap(one -> {
                    Door own = new Door(DERIVED, one.signal().source(), one.traceParent(), null);
                    return recordsOf(List.of(one.signal()), headersOf(own.traced(), now)).stream();
                })
                .toList());
    }

    /** Judges one without appending anything. */
    public Verdict judge(Offered offered, Door door, Instant now) {
        return switch (offered) {
            case Offered.Signal signal -> judge.judge(signal.fields(), now);
            case Offered.Legible legible -> judge.judge(legible.signal(), now);
            case Offered.Illegible illegible -> new Rejected(null, door.sourceId(), List.of(illegible.reason()));
            case Offered.Unfit unfit -> unfit.verdict();
        };
    }

    /** The record that says what a refusal is now. */
    ProducerRecord<String, byte[]> recordOf(SignalRejected refused, Instant now) {
        return recordOf(refused, now, List.of());
    }

    private ProducerRecord<String, byte[]> recordOf(SignalRejected refused, Instant now, List<Header> ofTheRequest) {
        List<Header> headers =
                CloudEventHeaders.of(refused.rejectionId(), ORIGIN, "signal.rejected", now, ofTheRequest);
        return new ProducerRecord<>(rejectedTopic, null, refused.source(), bytes(REJECTED, refused), headers);
    }

    private ProducerRecord<String, byte[]> recordOf(Rejected rejected, Offered offered, Taking taking) {
        return recordOf(kept(rejected, offered, taking.door(), taking.now()), taking.now(), taking.headers());
    }

    /** The records that say that signals were accepted: of each partition's, as many as go into a pack. */
    List<ProducerRecord<String, byte[]>> recordsOf(List<SignalRecorded> accepted, List<Header> ofTheRequest) {
        if (accepted.isEmpty()) {
            return List.of();
        }
        SignalPacker packer = new SignalPacker(log.partitionsOf(judgedTopic));
        accepted.forEach(packer::add);
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>();
        for (SignalPacker.Pack pack : packer.packs()) {
            records.add(new ProducerRecord<>(judgedTopic, pack.partition(), (String) null, pack.value(), ofTheRequest));
        }
        return records;
    }

    /** The same refusal has the same id when a request is sent again; two of one event have two. */
    private static SignalRejected kept(Rejected rejected, Offered offered, Door door, Instant now) {
        String source = Objects.requireNonNullElse(rejected.source(), UNKNOWN);
        String name = String.join(
                "\n",
                door.name(),
                source,
                rejected.id() + "",
                rejected.reasons().toString(),
                offered.original());
        return new SignalRejected(
                UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString(),
                source,
                rejected.id(),
                door.name(),
                now,
                rejected.reasons(),
                offered.original());
    }

    private static byte[] bytes(ObjectWriter writer, Object message) {
        try {
            return writer.writeValueAsBytes(message);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a message cannot be written as JSON", impossible);
        }
    }
}
