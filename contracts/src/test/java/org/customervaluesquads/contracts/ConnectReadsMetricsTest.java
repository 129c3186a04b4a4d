package org.customervaluesquads.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.json.JsonConverter;
import org.junit.jupiter.api.Test;

/** A sink of Kafka Connect reads {@code squad-metrics} with the JSON converter that comes with it, without schemas. */
class ConnectReadsMetricsTest {

    private static final Instant START = Instant.parse("2026-03-05T00:00:00Z");

    @Test
    void readsAMetricAsAFlatRow() {
        SquadMetricRestated metric = new SquadMetricRestated(
                "s-1",
                "average-order/GBP",
                "GBP",
                "up",
                "day",
                START,
                START.plusSeconds(86_400),
                new BigDecimal("505.30"),
                new BigDecimal("505.30"),
                new BigDecimal("505.30"),
                new BigDecimal("1010.60"),
                new BigDecimal("2"),
                2,
                List.of("sales"),
                List.of(START),
                START,
                4);

        Map<?, ?> row = (Map<?, ?>)
                read(MessageSerde.of(Topics.SQUAD_METRICS).serializer().serialize("", metric));

        assertThat(row.get("metric")).isEqualTo("average-order/GBP");
        assertThat(row.get("start")).isEqualTo("2026-03-05T00:00:00Z");
        assertThat(row.get("value")).isEqualTo(505.3);
        assertThat(row.get("facts")).isEqualTo(2L);
        assertThat(row.get("revision")).isEqualTo(4L);
        assertThat(row.get("silos")).isEqualTo(List.of("sales"));
        assertThat(row.values()).noneMatch(Map.class::isInstance);
    }

    @Test
    void readsWhatWasForgottenAsATombstone() {
        assertThat(read(null)).isNull();
    }

    private static Object read(byte[] value) {
        try (JsonConverter converter = new JsonConverter()) {
            converter.configure(Map.of("schemas.enable", "false"), false);
            SchemaAndValue read = converter.toConnectData(Topics.SQUAD_METRICS.name(), value);
            assertThat(read.schema()).isNull();
            return read.value();
        }
    }
}
