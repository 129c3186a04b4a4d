package org.customervaluesquads.metricsservice.erasing.kafka;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.customervaluesquads.contracts.ErasureRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.metricsservice.erasing.store.Persons;
import org.customervaluesquads.metricsservice.listening.kafka.ReadableRecords;
import org.customervaluesquads.metricsservice.listening.kafka.WhileTheDatabaseIsAway;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Erases whom it is asked to erase, and says so; asked twice, it finds nothing and says that. */
@ApplicationScoped
class ErasuresConsumer {

    /** Longer than readers take to say what they have read, shorter than a batch may take before it counts as stuck. */
    private static final Duration READING_MAX = Duration.ofSeconds(60);

    private final ReadableRecords<ErasureRecorded> records =
            ReadableRecords.of("erasures", Topics.ERASURES, ErasuresConsumer::flaw);
    private final EarlierFacts earlier;
    private final Persons persons;
    private final ErasureAnswers answers;

    ErasuresConsumer(EarlierFacts earlier, Persons persons, ErasureAnswers answers) {
        this.earlier = earlier;
        this.persons = persons;
        this.answers = answers;
    }

    @Incoming("erasures")
    @Blocking
    @Retry(maxRetries = WhileTheDatabaseIsAway.RETRIES, delay = WhileTheDatabaseIsAway.PAUSE_MILLIS)
    void erase(ConsumerRecords<byte[], byte[]> batch) throws InterruptedException {
        List<ErasureRecorded> asked =
                records.in(batch).stream().filter(ErasuresConsumer::asks).toList();
        if (asked.isEmpty()) {
            return;
        }
        if (!earlier.areEnteredWithin(READING_MAX)) {
            throw new IllegalStateException("facts from before an erasure are not yet entered");
        }
        for (ErasureRecorded one : asked) {
            answers.answer(one, persons.erase(Objects.requireNonNull(one.subject())));
        }
    }

    private static boolean asks(ErasureRecorded record) {
        return record.place().equals(ErasureRecorded.METRICS)
                && record.state().equals(ErasureRecorded.ASKED)
                && record.subject() != null;
    }

    private static Optional<String> flaw(@Nullable ErasureRecorded record) {
        return record == null || record.erasureId() == null || record.place() == null || record.state() == null
                ? Optional.of("lacks what an erasure must have")
                : Optional.empty();
    }
}
