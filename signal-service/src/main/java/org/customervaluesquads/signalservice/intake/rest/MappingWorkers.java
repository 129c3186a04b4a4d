package org.customervaluesquads.signalservice.intake.rest;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.customervaluesquads.contracts.Mapping;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs mappings, each for so long and no longer.
 *
 * <p>A template can recurse without end, or match a pattern for years, and JSLT has nothing that stops it: neither a
 * limit of its own, nor does it heed an interrupt. So whoever waits goes on after the deadline, and the thread that runs
 * the template is lost until it ends. How many threads one mapping can hold is bounded, so that a mapping without end
 * takes no other source's place; once corrected, it is another mapping.
 */
@ApplicationScoped
class MappingWorkers {

    /** All events of one request are mapped within this time. */
    static final Duration RUN_MAX = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(MappingWorkers.class);
    private static final int WORKERS_MAX = 64;
    private static final int WORKERS_OF_ONE_MAX = 4;
    private static final Duration IDLE_MAX = Duration.ofSeconds(30);

    private final ExecutorService workers = new ThreadPoolExecutor(
            0,
            WORKERS_MAX,
            IDLE_MAX.toSeconds(),
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            Thread.ofPlatform().daemon().name("mapping-", 0).factory());

    private final Map<Mapping, Semaphore> placesOf = new WeakHashMap<>();

    /** What came of running a mapping. */
    sealed interface Run<T> {
        /** It ended in time. */
        record Ended<T>(T result) implements Run<T> {}

        /** It did not, or needed more memory than there is, or found no place in that time because others of the same mapping did not. */
        record Overran<T>() implements Run<T> {}

        /** Too many mappings run already; to be tried again. */
        record NoPlace<T>() implements Run<T> {}
    }

    <T> Run<T> run(Mapping mapping, Callable<T> work) {
        Semaphore places = places(mapping);
        try {
            if (!places.tryAcquire(RUN_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Run.Overran<>();
            }
            return await(submit(places, work));
        } catch (RejectedExecutionException full) {
            places.release();
            return new Run.NoPlace<>();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Run.NoPlace<>();
        }
    }

    private <T> Future<T> submit(Semaphore places, Callable<T> work) {
        return workers.submit(() -> {
            try {
                return work.call();
            } finally {
                places.release();
            }
        });
    }

    private static <T> Run<T> await(Future<T> run) throws InterruptedException {
        try {
            return new Run.Ended<>(run.get(RUN_MAX.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            run.cancel(true);
            LOG.atError().addKeyValue("after", RUN_MAX).log("a mapping does not end; its thread is lost until it does");
            return new Run.Overran<>();
        } catch (ExecutionException | CancellationException failed) {
            if (failed.getCause() instanceof OutOfMemoryError) {
                LOG.atError().log("a mapping needed more memory than there is");
                return new Run.Overran<>();
            }
            throw new IllegalStateException("a mapping could not be run", failed);
        }
    }

    private Semaphore places(Mapping mapping) {
        synchronized (placesOf) {
            return placesOf.computeIfAbsent(mapping, _ -> new Semaphore(WORKERS_OF_ONE_MAX));
        }
    }

    @PreDestroy
    void close() {
        workers.shutdownNow();
    }
}
