package org.customervaluesquads.signalservice.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.customervaluesquads.contracts.SignalRejected;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            signals        | {"customer": {"id": "ann"}}                 | ann
            signals        | {"customer": {"id": 4711}}                  | 4711
            signals        | {"customer": {"anonymousId": "phone"}}      | anonymous:phone
            signals        | {"properties": {"previousId": "old"}}       | anonymous:old
            signals/batch  | [{"data": {"customer": {"id": "ann"}}}]     | ann
            v1/identify    | {"userId": "\\u0061nn"}                     | ann
            v1/batch       | {"batch": [{"anonymousId": "phone"}]}       | anonymous:phone
            sources/events | {"order": {"buyer": "ann"}}                 | ann
            signals        | {"customer": {"id": "ann", "type":          | ann
            signals        | {"customer": {"id": "ann"}, "n": 1E9999999999} | ann
            """)
    void findsWhomAnOriginalNames(String door, String original, String key) {
        assertThat(Named.names(refused(door, original), key)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            signals        | {"customer": {"id": "annabel"}} | ann
            signals        | {"id": "ann", "text": "ann"}    | ann
            signals        | {"customer": {"id": "phone"}}   | anonymous:phone
            sources/events | {"order": {"buyer": "annabel"}} | ann
            """)
    void leavesOriginalsThatNameOthers(String door, String original, String key) {
        assertThat(Named.names(refused(door, original), key)).isFalse();
    }

    private static SignalRejected refused(String door, String original) {
        return new SignalRejected("r-1", "shop", null, door, Instant.EPOCH, List.of(), original);
    }
}
