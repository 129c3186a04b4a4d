package org.customervaluesquads.signalservice.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.signalservice.Catalogues;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventsTest {

    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");

    private final Judge judge = new Judge(
            Catalogues.signalTypes(),
            Map.of("web-shop", SourceRegistered.open("web-shop", "sales", "web", "GB", null, NOW))::get);

    @ParameterizedTest(name = "with its data in base64: {0}")
    @ValueSource(booleans = {true, false})
    void readsWhatTheSdkWritesInStructuredMode(boolean base64) {
        JsonFormat format = base64 ? new JsonFormat().withForceJsonDataToBase64() : new JsonFormat();
        byte[] written = format.serialize(SomeEvents.order("e-1"));

        Offered offered = CloudEvents.structured(BatchReader.one(written));

        assertThat(accepted(offered)).satisfies(CloudEventsTest::isTheOrder);
        assertThat(offered.original()).isEqualTo(new String(written, UTF_8));
    }

    @Test
    void readsAttributesAndDataInBinaryMode() {
        CloudEvent event = SomeEvents.order("e-1");
        Map<String, String> attributes = new TreeMap<>();
        event.getAttributeNames().forEach(name -> attributes.put(name, String.valueOf(event.getAttribute(name))));

        Offered offered = CloudEvents.binary(attributes, SomeEvents.DATA.getBytes(UTF_8));

        assertThat(accepted(offered)).satisfies(CloudEventsTest::isTheOrder);
    }

    @Test
    void keepsAnEventInBinaryModeSoThatItCanBeReadAgain() {
        Offered offered = CloudEvents.binary(
                Map.of("specversion", "1.0", "id", "e-1", "source", "web-shop", "type", "order.completed"),
                "{\"occurredAt\": \"2026-01-05T11:00:00Z\", \"customer\": {\"id\": \"ann\"}}".getBytes(UTF_8));

        Offered again = OwnForm.read(offered.original().getBytes(UTF_8));

        assertThat(accepted(again)).isEqualTo(accepted(offered));
    }

    @Test
    void namesAnEventWhoseDataIsBroken() {
        Offered offered = CloudEvents.binary(
                Map.of("specversion", "1.0", "id", "e-1", "source", "web-shop"), "{\"customer".getBytes(UTF_8));

        assertThat(refused(offered)).satisfies(rejected -> {
            assertThat(rejected.id()).isEqualTo("e-1");
            assertThat(rejected.source()).isEqualTo("web-shop");
            assertThat(rejected.reasons()).singleElement().satisfies(reason -> {
                assertThat(reason.field()).isEqualTo("data");
                assertThat(reason.reason()).startsWith("is not JSON");
            });
        });
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "\"specversion\": \"0.3\"                                    | specversion     | must be \"1.0\"",
                "\"specversion\": \"1.0\", \"data\": [1]                     | data            | must be an object",
                "\"specversion\": \"1.0\", \"data_base64\": \"?\"            | data_base64     | must be JSON in base64",
                "\"specversion\": \"1.0\", \"data_base64\": 5                | data_base64     | must be JSON in base64",
                "\"specversion\": \"1.0\", \"data\": {}, \"data_base64\": \"e30=\" | data_base64 | must not stand beside data",
                "\"specversion\": \"1.0\", \"datacontenttype\": \"text/xml\" | datacontenttype | must be application/json",
                "\"specversion\": \"1.0\", \"data\": {\"id\": \"other\"}     | data.id         | differs from the event's id",
            })
    void refusesAnEventByTheNameOfWhatIsWrong(String members, String named, String reason) {
        Offered offered = CloudEvents.structured(
                BatchReader.one("{\"id\": \"e-1\", \"source\": \"web-shop\", \"type\": \"order.completed\", %s}"
                        .formatted(members)
                        .getBytes(UTF_8)));

        assertThat(refused(offered).reasons()).containsExactly(new Reason(named, reason));
    }

    @Test
    void leavesItToTheJudgeToMissWhatAnEventLacks() {
        CloudEvent event = CloudEventBuilder.v1(SomeEvents.order("e-1"))
                .withType("order.dreamt")
                .withTime(null)
                .build();

        Offered offered = CloudEvents.structured(BatchReader.one(new JsonFormat().serialize(event)));

        assertThat(refused(offered).reasons())
                .extracting(Reason::field)
                .containsExactlyInAnyOrder("type", "occurredAt");
    }

    private SignalRecorded accepted(Offered offered) {
        assertThat(offered).isInstanceOf(Offered.Legible.class);
        Verdict verdict = judge.judge(((Offered.Legible) offered).signal().deepCopy(), NOW);
        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
        return ((Verdict.Accepted) verdict).signal();
    }

    private Verdict.Rejected refused(Offered offered) {
        return switch (offered) {
            case Offered.Unfit unfit -> unfit.verdict();
            case Offered.Legible legible -> (Verdict.Rejected) judge.judge(legible.signal(), NOW);
            case Offered.Signal _, Offered.Illegible _ -> throw new AssertionError(offered);
        };
    }

    private static void isTheOrder(SignalRecorded signal) {
        assertThat(signal.id()).isEqualTo("e-1");
        assertThat(signal.source()).isEqualTo("web-shop");
        assertThat(signal.type()).isEqualTo("order.completed");
        assertThat(signal.occurredAt()).isEqualTo("2026-01-05T11:00:00Z");
        assertThat(signal.customerId()).isEqualTo("ann");
        assertThat(signal.amount()).isEqualTo(new BigDecimal("505.30"));
        assertThat(signal.text()).isEqualTo("schön");
    }
}
