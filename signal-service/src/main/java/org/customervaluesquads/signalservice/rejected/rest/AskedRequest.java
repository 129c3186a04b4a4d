package org.customervaluesquads.signalservice.rejected.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.signalservice.problems.Problems;
import org.customervaluesquads.signalservice.rejected.Asked;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which refused signals somebody asks for, as the address says it. */
public record AskedRequest(
        @QueryParam("source") @Nullable String source,
        @QueryParam("door") @Nullable String door,

        @Parameter(description = "A field that was refused") @QueryParam("field") @Nullable
        String field,

        @Parameter(description = "Part of the reason") @QueryParam("reason") @Nullable
        String reason,

        @Parameter(description = "Refused at this time or later") @QueryParam("from") @Nullable
        String from,

        @Parameter(description = "Refused before this time") @QueryParam("to") @Nullable
        String to,

        @Parameter(description = "Only those that no replay has settled") @QueryParam("open") @DefaultValue("false")
        boolean open) {

    Asked asked() {
        return new Asked(source, door, field, reason, time("from", from), time("to", to), open);
    }

    private static @Nullable Instant time(String field, @Nullable String written) {
        try {
            return written == null ? null : OffsetDateTime.parse(written).toInstant();
        } catch (DateTimeException unreadable) {
            throw Problems.refused(
                    "the time cannot be read",
                    List.of(new Reason(
                            field, "must be an ISO 8601 time with its offset, such as 2026-01-31T09:30:00Z")));
        }
    }
}
