package org.customervaluesquads.signalservice.problems;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.customervaluesquads.signalservice.intake.Limits;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a body that no door takes: by its announced length before it is read, or else by its real one. */
public final class BodyLimit {

    @ServerRequestFilter(preMatching = true)
    void refuseWhatIsAnnouncedTooLarge(ContainerRequestContext request) {
        refuseLonger(request.getLength());
    }

    /** Refuses a body whose length was not announced. */
    public static void refuseTooLarge(byte[] body) {
        refuseLonger(body.length);
    }

    private static void refuseLonger(int length) {
        if (length > Limits.BATCH_BYTES_MAX) {
            throw Problems.tooLarge("the body is larger than %,d bytes".formatted(Limits.BATCH_BYTES_MAX));
        }
    }
}
