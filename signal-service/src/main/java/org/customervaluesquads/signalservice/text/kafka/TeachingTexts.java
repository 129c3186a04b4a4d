package org.customervaluesquads.signalservice.text.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.TextTaught;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.SignalServiceConfig;
import org.customervaluesquads.signalservice.intake.kafka.SignalLog;
import org.customervaluesquads.signalservice.text.Lessons;
import org.customervaluesquads.signalservice.text.Question;
import org.customervaluesquads.signalservice.text.learning.Understanding;
import org.jspecify.annotations.Nullable;

/** Teaches a label, or takes back what was taught, and waits until this instance goes by it; others follow within seconds. */
@ApplicationScoped
public class TeachingTexts {

    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);
    private static final String ORIGIN = "signal-service";

    private final SignalLog log;
    private final Lessons lessons;
    private final Understanding understanding;
    private final Clock clock;
    private final SignalServiceConfig config;

    TeachingTexts(
            SignalLog log, Lessons lessons, Understanding understanding, Clock clock, SignalServiceConfig config) {
        this.log = log;
        this.lessons = lessons;
        this.understanding = understanding;
        this.clock = clock;
        this.config = config;
    }

    /** What somebody teaches a label by is from now on this. */
    public TextTaught teach(Question question, String label, String teacher, List<String> examples)
            throws ExecutionException, TimeoutException, InterruptedException {
        TextTaught before =
                lessons.find(new TextTaught(question.word(), label, teacher, examples, Instant.EPOCH).key());
        TextTaught lesson = new TextTaught(question.word(), label, teacher, examples, after(before));
        append(lesson.key(), lesson, "text.taught", lesson.changedAt());
        await(() -> {
            TextTaught known = lessons.find(lesson.key());
            return known != null && !known.changedAt().isBefore(lesson.changedAt());
        });
        return lesson;
    }

    /** Somebody teaches this no more. */
    public void takeBack(TextTaught lesson) throws ExecutionException, TimeoutException, InterruptedException {
        append(lesson.key(), null, "text.taken-back", after(lesson));
        await(() -> lessons.find(lesson.key()) == null);
    }

    /** Later than what is changed, even if another instance's clock was ahead. */
    private Instant after(@Nullable TextTaught before) {
        Instant now = clock.instant();
        return before == null || now.isAfter(before.changedAt())
                ? now
                : before.changedAt().plus(1, ChronoUnit.MICROS);
    }

    @SuppressWarnings("NullAway") // a null value is Kafka's tombstone, which its interfaces do not declare
    private void append(String key, @Nullable TextTaught lesson, String type, Instant at)
            throws ExecutionException, TimeoutException, InterruptedException {
        byte[] value = lesson == null
                ? null
                : MessageSerde.of(Topics.TEXT_EXAMPLES).serializer().serialize(Topics.TEXT_EXAMPLES.name(), lesson);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topics.TEXT_EXAMPLES.in(config.prefix()), key, value);
        CloudEventHeaders.write(record.headers(), key + "@" + at, ORIGIN, type, at);
        log.append(List.of(record))
                .toCompletableFuture()
                .get(SignalLog.ANSWERS_WITHIN.toMillis(), TimeUnit.MILLISECONDS);
        understanding.wake();
    }

    private void await(BooleanSupplier known) throws TimeoutException, InterruptedException {
        long late = System.nanoTime() + config.registrationWait().toNanos();
        while (!known.getAsBoolean()) {
            if (System.nanoTime() > late) {
                throw new TimeoutException("this instance does not go by it yet");
            }
            Thread.sleep(LOOK_AGAIN);
        }
    }
}
