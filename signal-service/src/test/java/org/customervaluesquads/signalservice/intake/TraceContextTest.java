package org.customervaluesquads.signalservice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceContextTest {

    private static final String CALLERS = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void continuesTheCallersTrace() {
        assertThat(TraceContext.continued(CALLERS, new Random(1))).isEqualTo(CALLERS);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "a line\nof its own",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
            })
    void beginsOneWhereTheCallerHasNoneThatIsValid(String header) {
        String begun = TraceContext.continued(header, new Random(2));

        assertThat(begun).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-00");
        assertThat(TraceContext.continued(begun, new Random(3))).isEqualTo(begun);
    }

    @Test
    void beginsAnotherForEachRequest() {
        Random random = new Random(4);

        String first = TraceContext.continued(null, random);

        assertThat(TraceContext.continued(null, random)).isNotEqualTo(first);
    }
}
