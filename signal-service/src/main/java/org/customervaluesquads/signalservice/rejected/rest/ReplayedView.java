package org.customervaluesquads.signalservice.rejected.rest;

import java.util.List;
import org.customervaluesquads.contracts.SignalRejected;
import org.jspecify.annotations.Nullable;

/**
 * What came of replaying a page of refused signals.
 *
 * @param accepted are in the log now
 * @param rejected were refused again
 * @param passedOver mean nothing any more
 * @param next what to ask for after it; absent when nothing is left
 */
public record ReplayedView(
        int replayed,
        int accepted,
        int rejected,
        int passedOver,
        @Nullable String next) {

    static ReplayedView from(List<SignalRejected> replayed, @Nullable String next) {
        return new ReplayedView(
                replayed.size(),
                count(replayed, SignalRejected.ACCEPTED),
                count(replayed, SignalRejected.REJECTED),
                count(replayed, SignalRejected.PASSED_OVER),
                next);
    }

    private static int count(List<SignalRejected> replayed, String verdict) {
        return (int) replayed.stream()
                .filter(one -> verdict.equals(one.replayVerdict()))
                .count();
    }
}
