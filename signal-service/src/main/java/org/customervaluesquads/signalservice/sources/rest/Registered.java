package org.customervaluesquads.signalservice.sources.rest;

import io.smallrye.mutiny.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;
import org.customervaluesquads.signalservice.problems.Problems;

/** Changes of sources, answered 503 while the log is away or this instance cannot follow it. */
final class Registered {

    private Registered() {}

    static <T> T orUnavailable(Supplier<T> change) {
        try {
            return change.get();
        } catch (KafkaException | TimeoutException away) {
            throw Problems.unavailable("the source could not be registered; try again");
        }
    }
}
