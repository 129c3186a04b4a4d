package org.customervaluesquads.signalservice.doors;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cloudevents.CloudEvent;
import io.cloudevents.http.HttpMessageFactory;
import io.cloudevents.jackson.JsonFormat;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.customervaluesquads.signalservice.intake.SomeEvents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@RealParts
class EventsIT {

    private static final JsonFormat FORMAT = new JsonFormat();
    private static final String ORDER = """
            {"id": "%s", "source": "event-shop", "type": "order.completed", "occurredAt": "2026-01-05T11:00:00Z"}""";

    @BeforeEach
    void registerAShop() {
        Ready.untilReady();
        given().contentType(ContentType.JSON)
                .body("{\"silo\": \"sales\"}")
                .put("/sources/event-shop")
                .then()
                .statusCode(200);
    }

    @Test
    void takesWhatTheSdkSendsInEachMode() {
        plain().contentType("application/cloudevents+json")
                .body(FORMAT.serialize(order("structured")))
                .post("/signals")
                .then()
                .statusCode(202);
        plain().contentType("application/cloudevents-batch+json")
                .body("[%s, {\"specversion\": \"1.0\"}]"
                        .formatted(new String(FORMAT.serialize(order("batched")), UTF_8))
                        .getBytes(UTF_8))
                .post("/signals")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1))
                .body("rejected", equalTo(1));
        RequestSpecification binary = plain();
        HttpMessageFactory.createWriter(binary::header, binary::body).writeBinary(order("binary"));
        binary.post("/signals").then().statusCode(202);

        assertThat(recorded("structured", "batched", "binary"))
                .extracting(SignalRecorded::customerId)
                .containsOnly("ann");
    }

    @Test
    void takesGzipAndNoBombs() throws IOException {
        plain().contentType(ContentType.JSON)
                .header("Content-Encoding", "gzip")
                .body(gzip(("[" + ORDER.formatted("zipped") + "]").getBytes(UTF_8)))
                .post("/signals/batch")
                .then()
                .statusCode(202)
                .body("accepted", equalTo(1));
        plain().contentType(ContentType.JSON)
                .header("Content-Encoding", "gzip")
                .body(gzip(new byte[64 * 1024 * 1024]))
                .post("/signals/batch")
                .then()
                .statusCode(413)
                .body("detail", equalTo("the body is larger than 4,194,304 bytes"));
        plain().contentType(ContentType.JSON)
                .header("Content-Encoding", "gzip")
                .body("no gzip".getBytes(UTF_8))
                .post("/signals")
                .then()
                .statusCode(400)
                .body("errors[0].reason", equalTo("the body is not gzip"));
        plain().contentType(ContentType.JSON)
                .header("Content-Encoding", "br")
                .body(new byte[10])
                .post("/signals")
                .then()
                .statusCode(415);
    }

    private static List<SignalRecorded> recorded(String... ids) {
        Set<String> wanted = Set.of(ids);
        return OnTopic.read(Topics.SIGNALS, wanted.size(), signal -> wanted.contains(signal.id()));
    }

    private static CloudEvent order(String id) {
        return SomeEvents.order(id, "event-shop");
    }

    private static RequestSpecification plain() {
        return given().config(RestAssuredConfig.config()
                .encoderConfig(EncoderConfig.encoderConfig()
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                        .encodeContentTypeAs("application/cloudevents+json", ContentType.BINARY)
                        .encodeContentTypeAs("application/cloudevents-batch+json", ContentType.BINARY)));
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }
}
