package org.customervaluesquads.signalservice.topology;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.customervaluesquads.contracts.MessageSerde;
import org.customervaluesquads.contracts.Topics;
import org.customervaluesquads.signalservice.OnTopic;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.customervaluesquads.signalservice.sources.Sources;
import org.customervaluesquads.signalservice.sources.WriteKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another instance makes of a change: it follows the same topic, in the same way. */
@RealParts
class FollowingSourcesIT {

    private static final Duration IN_FORCE_WITHIN = Duration.ofSeconds(10);

    @Test
    void putsAChangeInForceOnAnotherInstance(@TempDir Path folder) {
        Ready.untilReady();
        Sources elsewhere = new Sources();
        try (KafkaStreams another = new KafkaStreams(following(elsewhere), settings(folder))) {
            another.start();
            register();
            String key = given().contentType(ContentType.JSON)
                    .body("{}")
                    .post("/sources/followed/keys")
                    .path("key");

            await().atMost(IN_FORCE_WITHIN).until(() -> opens(elsewhere, key));
            String keyId = given().get("/sources/followed/keys").path("items[0].keyId");
            given().delete("/sources/followed/keys/" + keyId).then().statusCode(204);

            await().atMost(IN_FORCE_WITHIN).until(() -> !opens(elsewhere, key));
            assertThat(elsewhere.find("followed").keys()).isEmpty();
        }
    }

    private static boolean opens(Sources sources, String key) {
        return sources.ofKey(WriteKeys.hashOf(key), Clock.systemUTC().instant()) != null;
    }

    private static void register() {
        given().contentType(ContentType.JSON)
                .body("{\"silo\": \"sales\"}")
                .put("/sources/followed")
                .then()
                .statusCode(200);
    }

    private static Topology following(Sources sources) {
        return new Topology()
                .addGlobalStore(
                        FollowTable.store(Topics.SOURCES),
                        "read-sources",
                        new StringDeserializer(),
                        MessageSerde.of(Topics.SOURCES).deserializer(),
                        Topics.SOURCES.name(),
                        "follow-sources",
                        () -> new FollowTable<>(Topics.SOURCES, sources::remember, sources::forget));
    }

    private static Properties settings(Path folder) {
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "another-instance");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, OnTopic.bootstrapServers());
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        return settings;
    }
}
