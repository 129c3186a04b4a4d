package org.customervaluesquads.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTimeTest {

    private static final Instant FROM = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant TO = Instant.parse("9999-12-31T23:59:59Z");

    @Test
    void readsAndWritesEveryTimeAsThePlatformDoes() {
        Random random = new Random(7);

        for (int i = 0; i < 100_000; i++) {
            Instant time = Instant.ofEpochSecond(
                    random.nextLong(FROM.getEpochSecond(), TO.getEpochSecond()),
                    switch (i % 4) {
                        case 0 -> 0;
                        case 1 -> random.nextInt(1_000) * 1_000_000;
                        case 2 -> random.nextInt(1_000_000) * 1_000;
                        default -> random.nextInt(1_000_000_000);
                    });

            assertThat(IsoTime.parse(time.toString())).isEqualTo(time);
            assertThat(IsoTime.write(time)).isEqualTo(time.toString());
        }
    }

    @Test
    void writesTimesOfOtherErasToo() {
        assertThat(IsoTime.write(Instant.MIN)).isEqualTo(Instant.MIN.toString());
        assertThat(IsoTime.write(Instant.MAX)).isEqualTo(Instant.MAX.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31T09:30:00+02:00",
                "2026-01-31T09:30Z",
                "2026-01-31T09:30:00.Z",
                "2024-02-29T23:59:59.5Z",
                "2026-12-31T00:00:00.123456789Z",
                "1969-12-31T23:59:59Z"
            })
    void readsOtherFormsToo(String written) {
        assertThat(IsoTime.parse(written))
                .isEqualTo(OffsetDateTime.parse(written).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-30T09:30:00Z",
                "2026-13-01T09:30:00Z",
                "2026-04-31T09:30:00Z",
                "2026-01-31T24:30:00Z",
                "2026-01-31T09:30:60Z",
                "2026-01-31T09:30:00",
                "2026-01-31 09:30:00Z",
                "2026-01-31T09:30:0٣Z",
                "2026-01-31",
                "Z",
                ""
            })
    void refusesWhatIsNoTime(String written) {
        assertThatThrownBy(() -> IsoTime.parse(written)).isInstanceOf(DateTimeException.class);
    }

    /** In a message, what the platform's own module reads is read as it does, and what it refuses is refused. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"2026-01-31T09:30:00.25Z\"",
                "\"2026-01-31T09:30:00+02:00\"",
                "\"2024-02-29T00:00:00Z\"",
                "\"2023-02-29T00:00:00Z\"",
                "\"2026-13-01T00:00:00Z\"",
                "\"yesterday\"",
                "\"\"",
                "1769844600.5",
                "null",
                "{}"
            })
    void isReadFromMessagesAsTheModuleOfThePlatformDoes(String json) {
        ObjectMapper plain =
                JsonMapper.builder().addModule(new JavaTimeModule()).build();

        assertThat(readBy(MessageJson.mapper(), json)).isEqualTo(readBy(plain, json));
    }

    private static String readBy(ObjectMapper mapper, String json) {
        try {
            return String.valueOf(mapper.readValue(json, Instant.class));
        } catch (JsonProcessingException refused) {
            return refused.getClass().getSimpleName();
        }
    }
}
