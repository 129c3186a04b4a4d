package org.customervaluesquads.signalservice.intake.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.RoundRobinPartitioner;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.signalservice.Catalogues;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.admission.Admission;
import org.customervaluesquads.signalservice.intake.Judge;
import org.customervaluesquads.signalservice.intake.Offered;
import org.customervaluesquads.signalservice.intake.Verdict;
import org.customervaluesquads.signalservice.intake.kafka.Intake.Door;
import org.customervaluesquads.signalservice.metering.SignalMeters;
import org.customervaluesquads.signalservice.sources.Sources;
import org.junit.jupiter.api.Test;

class IntakeTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final Door DOOR = new Door("signals", null, null, null);

    /** Two of them at once are more than a source may have on its way. */
    private static final Offered LARGE = new Offered.Legible(
            JsonNodeFactory.instance.objectNode().put("source", "shop"), "x".repeat(3 * 1024 * 1024));

    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, new RoundRobinPartitioner(), new StringSerializer(), new ByteArraySerializer());
    private final Intake intake;

    IntakeTest() {
        Sources sources = new Sources();
        sources.remember(SourceRegistered.open("shop", "sales", null, null, null, NOON));
        intake = new Intake(
                new Judge(Catalogues.signalTypes(), sources::find),
                new Admission(sources, TimeMeter.SYSTEM_NANOTIME),
                new SignalLog(producer),
                Clock.fixed(NOON, ZoneOffset.UTC),
                new SignalMeters(new SimpleMeterRegistry(), sources),
                defaults());
    }

    @Test
    void admitsAgainAfterTheProducerThrew() {
        producer.sendException = new IllegalStateException("the producer is closed");
        for (int i = 0; i < 50; i++) {
            assertThat(intake.take(DOOR, List.of(LARGE)))
                    .failsWithin(AT_ONCE)
                    .withThrowableThat()
                    .withCauseInstanceOf(KafkaException.class);
        }
        producer.sendException = null;

        CompletionStage<List<Verdict>> verdicts = intake.take(DOOR, List.of(LARGE));

        assertThat(verdicts)
                .succeedsWithin(AT_ONCE)
                .satisfies(all -> assertThat(all).singleElement().isInstanceOf(Verdict.Rejected.class));
        assertThat(producer.history()).hasSize(1);
    }

    /** As the service has it, but for the durations, which it reads in a shorter form. */
    private static SignalServiceConfig defaults() {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(SignalServiceConfig.class);
        for (String name :
                List.of("duplicate-window", "registration-wait", "instance-wait", "lag-looked-up", "live.heartbeat")) {
            builder.withDefaultValue("squads." + name, "PT1M");
        }
        return builder.build().getConfigMapping(SignalServiceConfig.class);
    }
}
