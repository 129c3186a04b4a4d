package org.customervaluesquads.signalservice.live.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.streams.StreamsConfig;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.live.Fates;
import org.customervaluesquads.signalservice.live.Happening;
import org.customervaluesquads.signalservice.live.Listener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whoever listens at this instance. While there is somebody, the topics are followed; a listener more is told by all. */
@ApplicationScoped
public class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private static final int AWAITED_MAX = 20_000;
    private static final Duration LOOK_AGAIN = Duration.ofMillis(200);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, Object> kafka;
    private final SignalServiceConfig config;
    private final String group;
    private @Nullable Thread following;
    private volatile boolean closed;

    Listeners(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            StreamsConfig streams,
            SignalServiceConfig config) {
        this.kafka = kafka;
        this.config = config;
        this.group = streams.getString(StreamsConfig.APPLICATION_ID_CONFIG);
    }

    /** Adds one; false when as many listen as may. */
    public synchronized boolean add(Listener listener) {
        if (closed || listeners.size() >= config.live().listenersMax()) {
            return false;
        }
        listeners.add(listener);
        if (following == null) {
            following = Thread.ofPlatform().daemon().name("signals-live").start(this::follow);
        }
        return true;
    }

    /** Removes one that has gone. */
    public void remove(Listener listener) {
        listeners.remove(listener);
    }

    @PreDestroy
    void close() throws InterruptedException {
        closed = true;
        Thread thread = following;
        if (thread != null) {
            thread.join(STOP_WITHIN);
        }
    }

    private void follow() {
        while (!isIdle()) {
            try (FollowedTopics topics = topics()) {
                followUntilIdle(topics);
            } catch (KafkaException away) {
                LOG.atWarn().addKeyValue("reason", away.toString()).log("the topics cannot be followed; trying again");
                listeners.forEach(Listener::interrupt);
                pause(AFTER_FAILURE);
            }
        }
    }

    private synchronized boolean isIdle() {
        if (closed || listeners.isEmpty()) {
            following = null;
            return true;
        }
        return false;
    }

    private void followUntilIdle(FollowedTopics topics) {
        topics.startAtEnds();
        Fates fates = new Fates(AWAITED_MAX);
        Instant beaten = Instant.now();
        while (!closed && !listeners.isEmpty()) {
            List<Listener> asOfBefore = List.copyOf(listeners);
            tell(topics.look(), fates);
            asOfBefore.forEach(Listener::begin);
            if (beaten.plus(config.live().heartbeat()).isBefore(Instant.now())) {
                beaten = Instant.now();
                listeners.forEach(Listener::beat);
            }
            pause(LOOK_AGAIN);
        }
    }

    private void tell(FollowedTopics.Look look, Fates fates) {
        Telling telling = new Telling(fates, config.prefix(), this::wanted, this::tell);
        look.judgedAndRejected().forEach(telling::judgedOrRejected);
        look.counted().forEach(telling::countedOrSentOn);
        fates.passed(look.passed()).forEach(this::tell);
    }

    private boolean wanted(String source) {
        return listeners.stream().anyMatch(listener -> listener.wants(source));
    }

    private void tell(Happening happening) {
        listeners.forEach(listener -> listener.hear(happening));
    }

    private FollowedTopics topics() {
        return new FollowedTopics(kafka, config.prefix(), group);
    }

    private void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stopped) {
            closed = true;
        }
    }
}
