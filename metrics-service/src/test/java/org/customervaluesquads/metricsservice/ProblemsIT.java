package org.customervaluesquads.metricsservice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.metricsservice.fixture.Asking;
import org.customervaluesquads.metricsservice.fixture.MetricsServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@MetricsServiceTest
class ProblemsIT {

    @TestHTTPResource
    String base;

    @ParameterizedTest
    @CsvSource({
        "/squads/nobody/metrics, 404, ''",
        "/squads/nobody/metrics?grain=decade, 400, grain",
        "/squads/nobody/metrics?from=never&to=soon, 400, 'to,from'",
        "/squads/nobody/metrics?metric=happiness, 400, metric",
        "/squads/nobody/metrics?metric=revenue/%00, 400, metric",
        "/squads/%00/metrics, 404, ''",
        "/stream/squad-metrics?squad=nobody, 404, ''",
        "/stream/squad-metrics?metric=happiness, 400, metric",
        "/nowhere, 404, ''"
    })
    void answersWithAProblemThatNamesTheFields(String path, int status, String fields) throws IOException {
        HttpResponse<String> answer = new Asking(base.replaceAll("/$", "")).get(path);

        JsonNode problem = MessageJson.mapper().readTree(answer.body());
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(String.join(",", problem.path("errors").findValuesAsText("field")))
                .isEqualTo(fields);
    }

    /** The server does not wait for a body that it would not read. */
    @Test
    void refusesABodyThatIsAnnouncedToBeTooLong() throws IOException {
        URI server = URI.create(base);
        try (Socket line = new Socket(server.getHost(), server.getPort())) {
            line.setSoTimeout(10_000);
            line.getOutputStream().write("""
                    POST /lab/impact HTTP/1.1\r
                    Host: localhost\r
                    Content-Type: text/csv\r
                    Content-Length: 10485761\r
                    \r
                    """.getBytes(StandardCharsets.US_ASCII));

            String answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 413 ")
                    .contains("application/problem+json")
                    .contains("10,240 KiB");
        }
    }

    /** Most clients send all they have before they look at what comes back. */
    @Test
    void refusesABodyThatIsSentWholeThoughTooLong() throws Exception {
        HttpRequest whole = HttpRequest.newBuilder(URI.create(base).resolve("/lab/impact"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofString(",".repeat(20_000_000)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {

            HttpResponse<String> answer = client.send(whole, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("10,240 KiB");
        }
    }

    @Test
    void refusesABodyThatTurnsOutToBeTooLong() throws Exception {
        byte[] body = ",".repeat(10_485_761).getBytes(StandardCharsets.US_ASCII);
        HttpRequest chunked = HttpRequest.newBuilder(URI.create(base).resolve("/lab/impact"))
                .header("Content-Type", "text/csv")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {

            HttpResponse<String> answer = client.send(chunked, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("10,240 KiB");
        }
    }

    @Test
    void showsHowMetricsAreDefined() {
        JsonNode definitions = new Asking(base.replaceAll("/$", "")).json("/metric-definitions");

        assertThat(definitions.path("metrics").findValuesAsText("name")).contains("revenue", "high-intent");
        assertThat(definitions.at("/metrics/0/minus/0/types/0").asText()).isEqualTo("order.cancelled");
    }
}
