package org.customervaluesquads.localstack.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.customervaluesquads.localstack.Refusal;
import org.customervaluesquads.localstack.infrastructure.EmbeddedInfrastructure;
import org.customervaluesquads.localstack.infrastructure.Infrastructure;
import org.jspecify.annotations.Nullable;

/**
 * Broker and database in this process and the three services in their own. Whatever goes wrong at the start, nothing is
 * left running.
 */
public final class RunningStack implements AutoCloseable {

    private static final Executor OWN_THREAD = task -> Thread.ofVirtual().start(task);

    private final StackSettings settings;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private @Nullable StackLock lock;
    private @Nullable Infrastructure infrastructure;
    private boolean closed;

    private RunningStack(StackSettings settings) {
        this.settings = settings;
    }

    /** Starts everything and returns when all of it is ready; it is closed when this JVM ends, if not before. */
    public static RunningStack start(StackSettings settings, StartListener listener) {
        RunningStack stack = new RunningStack(settings);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-stack"));
        try {
            stack.startInfrastructure(listener);
            stack.startServices();
            stack.awaitReady(listener);
            return stack;
        } catch (RuntimeException failed) {
            stack.close();
            throw failed;
        }
    }

    /** Where a service answers. */
    public URI url(Service service) {
        return URI.create("http://localhost:" + settings.ports().of(service));
    }

    public String bootstrapServers() {
        return running().bootstrapServers();
    }

    public String jdbcUrl(String database) {
        return running().jdbcUrl(database);
    }

    public StackFolder folder() {
        return settings.folder();
    }

    /** The service's process, for instance to see whether it still runs. */
    public synchronized ProcessHandle process(Service service) {
        ServiceProcess process = services.get(service);
        if (process == null) {
            throw new IllegalStateException(service.module() + " was not started");
        }
        return process.handle();
    }

    /** Whether it was stopped, by whomever. */
    public synchronized boolean isClosed() {
        return closed;
    }

    /** Ends a service as a power cut would (signal 9). */
    public synchronized void kill(Service service) {
        ServiceProcess process = services.get(service);
        if (process != null) {
            process.kill();
        }
    }

    /** Starts a service that was killed, or ended by itself, and returns when it is ready. */
    public void start(Service service) {
        ServiceProcess process = launch(service);
        record(false);
        awaitEach(Map.of(service, process), StartListener.NONE);
        record(true);
    }

    /** Stops the services first, since without a broker they cannot leave in order; does nothing the second time. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        CompletableFuture.allOf(services.values().stream()
                        .map(process -> CompletableFuture.runAsync(process::stop, OWN_THREAD))
                        .toArray(CompletableFuture<?>[]::new))
                .join();
        if (infrastructure != null) {
            infrastructure.close();
        }
        if (lock != null) {
            RunRecord.delete(folder());
            lock.close();
        }
    }

    private synchronized void startInfrastructure(StartListener listener) {
        refuseWhenClosed();
        StackFolder folder = folder();
        lock = StackLock.take(folder);
        Leftovers.endIn(folder);
        settings.ports().requireFree();
        prepareFolder();
        listener.prepared(folder);
        record(false);
        Ports ports = settings.ports();
        infrastructure = EmbeddedInfrastructure.start(folder.infrastructure(), ports.kafka(), ports.postgres());
        listener.ready("broker", "localhost:" + ports.kafka());
        listener.ready("database", "localhost:" + ports.postgres());
    }

    private void prepareFolder() {
        try {
            if (settings.fresh() && folder().isUsed()) {
                folder().empty();
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        folder().prepare();
    }

    private void startServices() {
        for (Service service : Service.values()) {
            launch(service);
        }
        record(false);
    }

    private synchronized ServiceProcess launch(Service service) {
        refuseWhenClosed();
        ServiceProcess before = services.get(service);
        if (before != null && before.handle().isAlive()) {
            throw new IllegalStateException(service.module() + " runs already");
        }
        ServiceProcess process = ServiceProcess.start(
                service,
                settings.jars().apply(service),
                ServiceEnvironment.streamsProperties(service, folder()),
                ServiceEnvironment.of(service, running(), folder(), settings.ports()),
                url(service),
                folder().log(service));
        services.put(service, process);
        return process;
    }

    private void awaitReady(StartListener listener) {
        Map<Service, ServiceProcess> started;
        synchronized (this) {
            started = new EnumMap<>(services);
        }
        awaitEach(started, listener);
        record(true);
    }

    /** Returns when all are ready, or as soon as one is known not to become so. */
    private void awaitEach(Map<Service, ServiceProcess> started, StartListener listener) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            CompletionService<Service> waits = new ExecutorCompletionService<>(threads);
            started.forEach((service, process) -> waits.submit(() -> {
                process.awaitReady();
                return service;
            }));
            for (int i = 0; i < started.size(); i++) {
                Service ready = waits.take().get();
                listener.ready(ready.module(), url(ready).toString());
            }
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Refusal refusal ? refusal : new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new Refusal("interrupted while the stack started", interrupted);
        } finally {
            threads.shutdownNow();
        }
    }

    private synchronized void record(boolean ready) {
        if (closed) {
            return;
        }
        Map<Service, RunRecord.Started> started = new EnumMap<>(Service.class);
        services.forEach((service, process) -> started.put(service, RunRecord.Started.of(process.handle())));
        new RunRecord(RunRecord.Started.of(ProcessHandle.current()), settings.ports(), started, ready).write(folder());
    }

    private void refuseWhenClosed() {
        if (closed) {
            throw new Refusal("the stack was stopped while it started");
        }
    }

    private synchronized Infrastructure running() {
        if (infrastructure == null) {
            throw new IllegalStateException("the stack was not started");
        }
        return infrastructure;
    }
}
