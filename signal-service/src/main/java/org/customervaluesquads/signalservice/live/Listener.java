package org.customervaluesquads.signalservice.live;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * One who listens, to one source or to all, with what waits for it. When more waits than may, the oldest is dropped and
 * the listener is told how much it missed: what is newest is what somebody who looks on wants to see.
 */
public final class Listener {

    private final @Nullable String source;
    private final int waitingMax;
    private final Deque<Happening> waiting = new ArrayDeque<>();
    private Runnable whenHeard = () -> {};
    private long missed;
    private Begin begin = Begin.NOT_YET;
    private boolean beat;

    private enum Begin {
        NOT_YET,
        TO_BE_TOLD,
        TOLD
    }

    /** A listener to one source, or to all when it names none. */
    public Listener(@Nullable String source, int waitingMax) {
        this.source = source;
        this.waitingMax = waitingMax;
    }

    /** Has this called after each hearing; a call may find that nothing is next. */
    public synchronized void whenHeard(Runnable call) {
        whenHeard = call;
    }

    /** Whether it listens to this source. */
    public boolean wants(String sourceOfSignal) {
        return source == null || source.equals(sourceOfSignal);
    }

    /** Tells it, if it listens to the source. */
    public void hear(Happening happening) {
        if (wants(happening.source())) {
            heard(() -> {
                if (waiting.size() == waitingMax) {
                    waiting.removeFirst();
                    missed++;
                }
                waiting.addLast(happening);
            });
        }
    }

    /** Tells it that from now on it hears all. */
    public void begin() {
        heard(() -> {
            if (begin == Begin.NOT_YET) {
                begin = Begin.TO_BE_TOLD;
            }
        });
    }

    /** What happens now is missed; it is told when it hears all again. */
    public void interrupt() {
        heard(() -> begin = Begin.NOT_YET);
    }

    /** Tells it that the line is open, if nothing else waits. */
    public void beat() {
        heard(() -> beat = true);
    }

    /** What it hears next; null when nothing waits. */
    public synchronized @Nullable Heard next() {
        if (begin == Begin.TO_BE_TOLD) {
            begin = Begin.TOLD;
            return new Heard.Listening();
        }
        if (missed > 0) {
            long told = missed;
            missed = 0;
            return new Heard.Missed(told);
        }
        Happening first = waiting.pollFirst();
        boolean beating = beat;
        beat = false;
        if (first != null) {
            return new Heard.Told(first);
        }
        return beating ? new Heard.Heartbeat() : null;
    }

    private void heard(Runnable change) {
        Runnable call;
        synchronized (this) {
            change.run();
            call = whenHeard;
        }
        call.run();
    }
}
