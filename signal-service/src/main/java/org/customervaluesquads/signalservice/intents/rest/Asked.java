package org.customervaluesquads.signalservice.intents.rest;

import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.Supplier;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.customervaluesquads.signalservice.problems.Problems;

/** What a question to the states of the topology is answered with while they cannot be read: to be tried again. */
public final class Asked {

    private Asked() {}

    /** The answer, or the problem that says to try again. */
    public static <T> T answered(Supplier<T> question) {
        try {
            return question.get();
        } catch (InvalidStateStoreException | IllegalStateException moving) {
            throw Problems.unavailable("the topology does not run yet, or its partitions move");
        } catch (ProcessingException | WebApplicationException away) {
            throw Problems.unavailable("another instance did not answer");
        }
    }
}
