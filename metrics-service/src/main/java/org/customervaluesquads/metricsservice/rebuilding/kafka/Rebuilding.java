package org.customervaluesquads.metricsservice.rebuilding.kafka;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.customervaluesquads.contracts.UnreadRecords;
import org.customervaluesquads.metricsservice.MetricsSettings;
import org.customervaluesquads.metricsservice.rebuilding.store.EmptyingTables;
import org.customervaluesquads.metricsservice.restating.store.Waiting;
import org.eclipse.microprofile.config.Config;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Builds the numbers anew from the log, when the service is started for that: the tables that the log can fill are
 * emptied, and the readers begin where their topics do. How far it has come is logged until nothing is left.
 */
@ApplicationScoped
class Rebuilding {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
    private static final List<String> READERS =
            List.of("ledger", "cells", "intents", "squads", "squad-events", "policies", "identities");
    private static final Duration GROUPS_LEFT_WITHIN = Duration.ofSeconds(60);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final long ANSWER_SECONDS = 10;

    private final EmptyingTables tables;
    private final Waiting waiting;
    private final Config config;
    private final Map<String, Object> broker;
    private volatile boolean rebuilding;

    Rebuilding(
            EmptyingTables tables,
            Waiting waiting,
            Config config,
            @Identifier("default-kafka-broker") Map<String, Object> broker,
            MetricsSettings settings) {
        this.tables = tables;
        this.waiting = waiting;
        this.config = config;
        this.broker = broker;
        this.rebuilding = settings.rebuild();
    }

    /** After the topics are there, and before anybody reads them. */
    void begin(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE + 1) StartupEvent starting)
            throws InterruptedException {
        if (rebuilding) {
            try (Admin admin = Admin.create(broker)) {
                for (String reader : READERS) {
                    forgetWhatWasRead(admin, group(reader));
                }
            }
            tables.empty();
            LOG.atInfo().addKeyValue("readers", READERS).log("rebuilding begins");
        }
    }

    private static void forgetWhatWasRead(Admin admin, String group) throws InterruptedException {
        for (long waited = 0; waited <= GROUPS_LEFT_WITHIN.toMillis(); waited += LOOK_AGAIN.toMillis()) {
            try {
                admin.deleteConsumerGroups(List.of(group)).all().get(ANSWER_SECONDS, TimeUnit.SECONDS);
                return;
            } catch (ExecutionException refused) {
                if (refused.getCause() instanceof GroupIdNotFoundException) {
                    return;
                }
                if (!(refused.getCause() instanceof GroupNotEmptyException)) {
                    throw new IllegalStateException("cannot begin anew as " + group, refused);
                }
            } catch (TimeoutException late) {
                throw new IllegalStateException("the broker does not answer", late);
            }
            Thread.sleep(LOOK_AGAIN);
        }
        throw new IllegalStateException("another instance still reads as " + group + ": stop it before rebuilding");
    }

    /** Says how much is left, until nothing is. */
    @Scheduled(every = "5s", delayed = "5s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tell() {
        if (!rebuilding) {
            return;
        }
        long unread = unread();
        long touched = waiting.count();
        rebuilding = unread + touched > 0;
        LOG.atInfo()
                .addKeyValue("unreadRecords", unread)
                .addKeyValue("touchedHours", touched)
                .log(rebuilding ? "rebuilding" : "rebuilding is done");
    }

    private long unread() {
        try (UnreadRecords records = new UnreadRecords(broker)) {
            return READERS.stream()
                    .mapToLong(reader -> records.by(group(reader), records.partitionsOf(topic(reader)))
                            .records())
                    .sum();
        }
    }

    private String group(String reader) {
        return config.getValue("mp.messaging.incoming." + reader + ".group.id", String.class);
    }

    private String topic(String reader) {
        return config.getValue("mp.messaging.incoming." + reader + ".topic", String.class);
    }
}
