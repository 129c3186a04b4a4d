package org.customervaluesquads.signalservice.intake.kafka;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SignalRejected;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.signalservice.admission.Admission;
import org.customervaluesquads.signalservice.intake.DoorReading;
import org.customervaluesquads.signalservice.intake.Limits;
import org.customervaluesquads.signalservice.intake.Offered;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.intake.kafka.Intake.Door;
import org.jspecify.annotations.Nullable;

/**
 * Judges what was refused again, as its door would judge it now.
 *
 * <p>What is accepted goes into the log under its own source and id, so however often it is replayed, it counts once.
 * That it was replayed goes to the topic of the refusals, behind it: if only the former gets there, it is replayed again.
 */
@ApplicationScoped
public class Replaying {

    private static final Reason FORGED = new Reason("source", "demands its write key");

    private final Intake intake;
    private final Admission admission;
    private final SignalLog log;
    private final List<DoorReading> readings;
    private final Clock clock;

    Replaying(Intake intake, Admission admission, SignalLog log, @All List<DoorReading> readings, Clock clock) {
        this.intake = intake;
        this.admission = admission;
        this.log = log;
        this.readings = readings;
        this.clock = clock;
    }

    /** Replays one; gives the refusal as it is kept then, once the log has everything. */
    public Uni<SignalRejected> replay(SignalRejected refused, @Nullable String traceParent) {
        Instant now = clock.instant();
        Door door = new Door(refused.door(), refused.source(), traceParent, null);
        List<SignalRecorded> signals = new ArrayList<>();
        List<Reason> reasons = new ArrayList<>();
        for (Offered offered : read(refused)) {
            switch (intake.judge(offered, door, now)) {
                case Verdict.Accepted accepted when isForged(accepted, refused) -> reasons.add(FORGED);
                case Verdict.Accepted accepted -> signals.add(accepted.signal());
                case Verdict.Rejected rejected -> reasons.addAll(rejected.reasons());
                case Verdict.TurnedAway away -> reasons.add(away.reason());
            }
        }
        SignalRejected replayed = replayed(refused, signals.size(), reasons, now);
        return Uni.createFrom()
                .completionStage(() -> {
                    List<ProducerRecord<String, byte[]>> records =
                            new ArrayList<>(intake.recordsOf(signals, Intake.headersOf(door, now)));
                    records.add(intake.recordOf(replayed, now));
                    return log.append(records);
                })
                .replaceWith(replayed);
    }

    /** Who replays shows no key: what names a keyed source has to have been refused as that source's own. */
    private boolean isForged(Verdict.Accepted accepted, SignalRejected refused) {
        return admission.demandsKey(accepted.source()) && !accepted.source().equals(refused.source());
    }

    private List<Offered> read(SignalRejected refused) {
        Optional<DoorReading> reading =
                readings.stream().filter(one -> one.isOf(refused.door())).findFirst();
        return reading.isPresent()
                ? reading.get().read(refused)
                : List.of(new Offered.Illegible(
                        new Reason("door", "takes nothing again: " + refused.door()), refused.original()));
    }

    private static SignalRejected replayed(SignalRejected refused, int accepted, List<Reason> reasons, Instant now) {
        if (!reasons.isEmpty()) {
            List<Reason> newest = reasons.stream().limit(Limits.REASONS_MAX).toList();
            return refused.replayed(now, SignalRejected.REJECTED, newest);
        }
        String verdict = accepted > 0 ? SignalRejected.ACCEPTED : SignalRejected.PASSED_OVER;
        return refused.replayed(now, verdict, refused.errors());
    }
}
