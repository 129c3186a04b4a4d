package org.customervaluesquads.contracts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceParentTest {

    private static final String ONE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void isReadFromTheHeaderOfARecord() {
        assertThat(TraceParent.in(withHeader(ONE.getBytes(UTF_8)))).isEqualTo(ONE);
        assertThat(TraceParent.in(new RecordHeaders())).isNull();
    }

    @Test
    void isNoneWhereTheHeaderHasNoValueOrOddBytes() {
        assertThat(TraceParent.in(withHeader(null))).isNull();
        assertThat(TraceParent.in(withHeader(new byte[] {(byte) 0xC3, 0, (byte) 0xFF})))
                .isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01\0",
                "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
                "00-4BF92F3577B34DA6A3CE929D0E0E4736-00F067AA0BA902B7-01"
            })
    void isOfItsFormOnly(String text) {
        assertThat(TraceParent.isValid(text)).isFalse();
    }

    private static RecordHeaders withHeader(byte[] value) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(CloudEventHeaders.TRACE_PARENT, value);
        return headers;
    }
}
