package org.customervaluesquads.acceptance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few clients that send batches at once: new ones as far as they are released, and earlier ones again meanwhile,
 * through whichever door, so that requests are open whenever something is killed.
 */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 4;

    /** The others are never sent again once they are accepted: it would make up for their loss. */
    private static final int SENT_AGAIN_ONE_IN = 2;

    private static final Duration BEFORE_SENDING_AGAIN = Duration.ofMillis(150);
    private static final Duration BEGUN_WITHIN = Duration.ofMinutes(5);
    private static final Duration ACCEPTED_WITHIN = Duration.ofMinutes(10);

    private final Deliveries deliveries;
    private final AtomicInteger claimed = new AtomicInteger();
    private final AtomicInteger released = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<BitSet>> clients = new ArrayList<>();

    Load(Deliveries deliveries, long seed) {
        this.deliveries = deliveries;
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(seed + i);
            clients.add(threads.submit(() -> sendAll(random)));
        }
    }

    /** Lets the clients go on to this part of the new batches. */
    void release(double part) {
        released.set((int) Math.ceil(deliveries.count() * part));
    }

    /** Waits until this part of the batches has been begun. */
    void awaitBegun(double part) {
        await().atMost(BEGUN_WITHIN)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> claimed.get() >= deliveries.count() * part
                        || clients.stream().anyMatch(Future::isDone));
    }

    /** Fills the inbox at once with what was gathered for it. */
    void fillInbox() throws InterruptedException {
        deliveries.putGathered();
    }

    /** Waits until every batch was sent; gives the places of those of which a client was told that all is accepted. */
    Set<Integer> awaitAccepted() throws Exception {
        BitSet accepted = new BitSet();
        for (Future<BitSet> client : clients) {
            accepted.or(client.get(ACCEPTED_WITHIN.toMillis(), TimeUnit.MILLISECONDS));
        }
        fillInbox();
        return accepted.stream().boxed().collect(HashSet::new, Set::add, Set::addAll);
    }

    private BitSet sendAll(Random random) throws InterruptedException {
        BitSet accepted = new BitSet();
        while (claimed.get() < deliveries.count()) {
            int next = claimed.get();
            if (next < released.get()) {
                if (claimed.compareAndSet(next, next + 1)) {
                    deliveries.send(next);
                    accepted.set(next);
                }
            } else {
                Thread.sleep(BEFORE_SENDING_AGAIN);
                if (next > 0) {
                    deliveries.sendAgain(random.nextInt(next) / SENT_AGAIN_ONE_IN * SENT_AGAIN_ONE_IN, random);
                }
            }
        }
        return accepted;
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
