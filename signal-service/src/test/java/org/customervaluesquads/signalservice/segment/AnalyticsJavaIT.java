package org.customervaluesquads.signalservice.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.segment.analytics.Analytics;
import com.segment.analytics.Callback;
import com.segment.analytics.messages.AliasMessage;
import com.segment.analytics.messages.GroupMessage;
import com.segment.analytics.messages.IdentifyMessage;
import com.segment.analytics.messages.Message;
import com.segment.analytics.messages.PageMessage;
import com.segment.analytics.messages.ScreenMessage;
import com.segment.analytics.messages.TrackMessage;
import io.restassured.RestAssured;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.Ready;
import org.customervaluesquads.signalservice.RealParts;
import org.junit.jupiter.api.Test;

/** Segment's own library for Java, with nothing changed but the host. */
@RealParts
class AnalyticsJavaIT {

    private static final int ORDERS = 200;
    private static final Instant LONG_AGO = Instant.parse("2020-01-05T12:00:00Z");
    private static final Duration SENT_WITHIN = Duration.ofSeconds(30);

    private final Queue<String> delivered = new ConcurrentLinkedQueue<>();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();

    @Test
    void hasAllItsMessagesCounted() {
        Ready.untilReady();
        Analytics client = client(Keyed.register("analytics-java", Map.of("silo", "shop")));
        for (int i = 0; i < ORDERS; i++) {
            client.enqueue(TrackMessage.builder("Order Completed")
                    .userId("ann")
                    .timestamp(Date.from(LONG_AGO))
                    .properties(Map.of("order_id", "o-" + i, "revenue", 10.25, "currency", "GBP")));
        }
        client.enqueue(IdentifyMessage.builder().userId("ann").anonymousId("a").traits(Map.of("plan", "large")));
        client.enqueue(AliasMessage.builder("a").userId("ann"));
        client.enqueue(GroupMessage.builder("acme").userId("ann"));
        client.enqueue(PageMessage.builder("Prices").userId("ann"));
        client.enqueue(ScreenMessage.builder("Home").userId("ann"));
        client.flush();

        Awaitility.await().atMost(SENT_WITHIN).until(() -> delivered.size() + failed.size() == ORDERS + 5);
        client.shutdown();
        List<SignalRecorded> counted = Keyed.counted("analytics-java", ORDERS + 5);

        assertThat(failed).isEmpty();
        assertThat(counted).extracting(SignalRecorded::id).containsExactlyInAnyOrderElementsOf(delivered);
        assertThat(Keyed.byType(counted))
                .isEqualTo(Map.of(
                        "order.completed", (long) ORDERS,
                        "customer.identified", 1L,
                        "customer.aliased", 1L,
                        "customer.grouped", 1L,
                        "page.viewed", 2L));
        assertThat(counted)
                .filteredOn(signal -> signal.amount() != null)
                .hasSize(ORDERS)
                .allSatisfy(order -> {
                    assertThat(order.amount()).isEqualByComparingTo("10.25");
                    assertThat(Duration.between(LONG_AGO, order.occurredAt()).abs())
                            .isLessThan(SENT_WITHIN);
                });
    }

    @Test
    void isToldThatItsKeyOpensNothing() {
        Ready.untilReady();
        Analytics client = client("a-key-of-nobody");

        client.enqueue(PageMessage.builder("Prices").userId("ann"));
        client.flush();

        Awaitility.await().atMost(SENT_WITHIN).until(() -> failed.size() == 1);
        client.shutdown();
    }

    private Analytics client(String key) {
        return Analytics.builder(key)
                .endpoint("http://localhost:" + RestAssured.port)
                .flushInterval(1, TimeUnit.SECONDS)
                .callback(new Callback() {
                    @Override
                    public void success(Message message) {
                        delivered.add(message.messageId());
                    }

                    @Override
                    public void failure(Message message, Throwable why) {
                        failed.add(message.messageId() + " " + why);
                    }
                })
                .build();
    }
}
