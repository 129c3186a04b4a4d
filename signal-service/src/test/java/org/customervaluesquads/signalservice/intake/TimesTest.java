package org.customervaluesquads.signalservice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.signalservice.Catalogues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final String ORDER = """
            {"id": "1", "source": "%s", "type": "order.completed", "occurredAt": "%s"}""";

    private final Judge judge = new Judge(
            Catalogues.signalTypes(),
            Map.of("archive", source("archive", null), "app", source("app", Duration.ofDays(30)))::get);

    @ParameterizedTest(name = "{0} sent at {1} occurred at {2}")
    @CsvSource({
        // a clock that goes right, one ten minutes ahead, one a year behind, and one that was never set
        "2026-01-05T11:00:00Z, 2026-01-05T12:00:00Z, 2026-01-05T11:00:00Z",
        "2026-01-05T12:09:00Z, 2026-01-05T12:10:00Z, 2026-01-05T11:59:00Z",
        "2025-01-05T11:30:00+00:30, 2025-01-05T12:00:00Z, 2026-01-05T11:00:00Z",
        "1970-01-01T00:00:05Z, 1970-01-01T00:01:00Z, 2026-01-05T11:59:05Z",
    })
    void correctsAClockByWhatItSaidAtTheTimeOfSending(String occurredAt, String sentAt, String corrected)
            throws JsonProcessingException {
        Verdict verdict = judge.judge(order("archive", occurredAt).put("sentAt", sentAt), NOW);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Accepted.class,
                        accepted -> assertThat(accepted.signal().occurredAt()).isEqualTo(corrected));
    }

    @ParameterizedTest(name = "{0} sent at {1}: {2} {3}")
    @CsvSource({
        "2026-01-05T12:20:00Z, 2026-01-05T12:10:00Z, occurredAt, in the future by 10 minutes",
        "1970-01-02T00:00:00Z, 2036-01-05T12:10:00Z, occurredAt, is before 1970",
        "2026-01-05T11:00:00Z, yesterday, sentAt, 'must be an ISO 8601 time with its offset, such as 2026-01-31T09:30:00Z'",
        "2026-01-05T11:00:00Z, +999999999-01-01T00:00:00Z, sentAt, in the future by 365241759648 days",
        "2026-01-05T11:00:00Z, 1969-01-01T00:00:00Z, sentAt, is before 1970",
    })
    void refusesTimesThatNoCorrectionExplains(String occurredAt, String sentAt, String named, String reason)
            throws JsonProcessingException {
        Verdict verdict = judge.judge(order("archive", occurredAt).put("sentAt", sentAt), NOW);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.reasons()).containsExactly(new Reason(named, reason)));
    }

    @Test
    void refusesWhatIsOlderThanItsSourceMayTellOf() throws JsonProcessingException {
        Verdict verdict = judge.judge(order("app", "2025-11-05T12:00:00Z"), NOW);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.reasons())
                                .containsExactly(new Reason(
                                        "occurredAt", "is 61 days ago, and the source may tell of the last 30 days")));
    }

    @Test
    void takesHistoryOfASourceThatBringsIt() throws JsonProcessingException {
        assertThat(judge.judge(order("archive", "1999-12-31T23:59:59Z"), NOW)).isInstanceOf(Verdict.Accepted.class);
        assertThat(judge.judge(order("app", "2025-12-07T12:00:00Z"), NOW)).isInstanceOf(Verdict.Accepted.class);
    }

    private static ObjectNode order(String source, String occurredAt) throws JsonProcessingException {
        return (ObjectNode) MessageJson.mapper().readTree(ORDER.formatted(source, occurredAt));
    }

    private static SourceRegistered source(String id, Duration maxAge) {
        return new SourceRegistered(id, "sales", null, null, null, null, null, maxAge, null, null, NOW);
    }
}
