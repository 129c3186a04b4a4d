package org.customervaluesquads.signalservice.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.customervaluesquads.contracts.SignalRejected;
import org.junit.jupiter.api.Test;
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
            signals        | {"text": "", "customer": {"id": "ann"}, "x": | ann
            signals        | {"text": "a \\" b", "customer": {"id": "ann"}, "x": | ann
            signals        | {"customer": {"id": 4711}, "type":          | 4711
            signals        | {"customer": {"id": "a\\/b"}, "type":        | a/b
            signals        | {"customer": {"id": "bob"}} {"customer": {"id": "ann"}} | ann
            signals        | {"customer": {"id": "ann"}, "customer": {}} | ann
            signals        | {"data_base64": "eyJjdXN0b21lciI6IHsiaWQiOiAiYW5uIn19"} | ann
            signals        | {"data": "{\\"customer\\": {\\"id\\": \\"ann\\"}, "} | ann
            v1/track       | {"userId": "bob", "properties": {"memberNo": "ann"}} | ann
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

    @Test
    void findsSomebodyInALongTextThatIsNoJson() {
        String cut = "{\"text\": \"" + "\\\"a".repeat(20_000) + "\", \"customer\": {\"id\": \"ann smith\", ";

        assertThat(Named.names(refused("signals", cut), "ann smith")).isTrue();
    }

    private static SignalRejected refused(String door, String original) {
        return new SignalRejected("r-1", "shop", null, door, Instant.EPOCH, List.of(), original);
    }
}
