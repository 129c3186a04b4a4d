package org.customervaluesquads.acceptance;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A few clients that send batches at once and never pause: new ones as far as they are released, and earlier ones again
 * meanwhile, so that requests are open whenever something is killed.
 */
final class Load implements AutoCloseable {

    private static final int CLIENTS = 3;

    private final List<String> batches;
    private final AtomicInteger claimed = new AtomicInteger();
    private final AtomicInteger released = new AtomicInteger();
    private final ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
    private final List<Future<Integer>> clients = new ArrayList<>();

    Load(Company company, List<String> batches, long seed) {
        this.batches = batches;
        for (int i = 0; i < CLIENTS; i++) {
            Random random = new Random(seed + i);
            clients.add(threads.submit(() -> sendAll(new PatientClient(company), random)));
        }
    }

    /** Lets the clients go on to this part of the new batches. */
    void release(double part) {
        released.set((int) (batches.size() * part));
    }

    /** Waits until this part of the batches has been begun. */
    void awaitBegun(double part) throws InterruptedException {
        while (claimed.get() < batches.size() * part) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    /** Waits until every batch was accepted; gives how many signals the clients were told are. */
    int awaitAccepted() throws Exception {
        int accepted = 0;
        for (Future<Integer> client : clients) {
            accepted += client.get(5, TimeUnit.MINUTES);
        }
        return accepted;
    }

    private int sendAll(PatientClient client, Random random) throws InterruptedException {
        while (claimed.get() < batches.size()) {
            int next = claimed.get();
            if (next < released.get()) {
                if (claimed.compareAndSet(next, next + 1)) {
                    client.send(batches.get(next));
                }
            } else if (next > 0) {
                client.send(batches.get(random.nextInt(next)));
            }
        }
        return client.accepted();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
