package org.customervaluesquads.signalservice.backtest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.signalservice.intake.Judge;
import org.customervaluesquads.signalservice.intake.SignalTypes;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.once.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * The door of a backtest: judges each line as the service's doors do, and lets each signal through once. As at a door that
 * is used while things happen, what was seen is remembered for a week of the history.
 */
final class Offering {

    private static final String SOURCE = "backtest";
    private static final long REMEMBERED_MILLIS = Duration.ofDays(7).toMillis();
    private static final int REMEMBERED_MAX = 2_000_000;
    private static final int REASONS_MAX = 5;

    private final Judge judge;
    private final Instant clock;
    private final Fingerprint.Taking fingerprints = new Fingerprint.Taking();
    private final Set<Fingerprint> seen = new HashSet<>();
    private final Deque<Seen> inOrder = new ArrayDeque<>();
    private final List<String> reasons = new ArrayList<>();
    private long lines;
    private long refused;
    private long duplicates;

    private record Seen(long moment, Fingerprint signal) {}

    Offering(SignalTypes types, Instant clock) {
        SourceRegistered source = SourceRegistered.open(SOURCE, SOURCE, null, null, null, clock);
        this.judge = new Judge(types, id -> source);
        this.clock = clock;
    }

    /** The signal of a line; null if it is refused, or was seen. */
    @Nullable
    SignalRecorded take(String line) {
        lines++;
        JsonNode offered;
        try {
            offered = MessageJson.mapper().readTree(line);
        } catch (JsonProcessingException broken) {
            refuse("no JSON: " + broken.getOriginalMessage());
            return null;
        }
        if (offered instanceof ObjectNode object && !object.hasNonNull("source")) {
            object.put("source", SOURCE);
        }
        return switch (judge.judge(offered, clock)) {
            case Verdict.Accepted(SignalRecorded signal) -> isFirst(signal) ? signal : null;
            case Verdict.Rejected rejected -> refused(rejected.reasons());
            case Verdict.TurnedAway never -> throw new IllegalStateException("rules turn nobody away: " + never);
        };
    }

    private @Nullable SignalRecorded refused(List<Reason> why) {
        refuse(why.stream().map(one -> one.field() + " " + one.reason()).collect(Collectors.joining("; ")));
        return null;
    }

    private boolean isFirst(SignalRecorded signal) {
        Fingerprint name = fingerprints.of(
                signal.source().getBytes(StandardCharsets.UTF_8), signal.id().getBytes(StandardCharsets.UTF_8));
        long moment = signal.occurredAt().toEpochMilli();
        while (!inOrder.isEmpty()
                && (inOrder.size() >= REMEMBERED_MAX || inOrder.getFirst().moment() < moment - REMEMBERED_MILLIS)) {
            seen.remove(inOrder.removeFirst().signal());
        }
        if (!seen.add(name)) {
            duplicates++;
            return false;
        }
        inOrder.addLast(new Seen(moment, name));
        return true;
    }

    private void refuse(String reason) {
        refused++;
        if (reasons.size() < REASONS_MAX && !reasons.contains(reason)) {
            reasons.add(reason);
        }
    }

    long lines() {
        return lines;
    }

    long refused() {
        return refused;
    }

    long duplicates() {
        return duplicates;
    }

    /** The first few reasons, each once. */
    List<String> reasons() {
        return reasons;
    }
}
