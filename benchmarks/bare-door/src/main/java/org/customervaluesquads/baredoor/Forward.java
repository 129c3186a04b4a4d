package org.customervaluesquads.baredoor;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Forwards bodies to a topic, and answers when all in-sync replicas have them: what no door can do without. Its producer
 * has the settings of the service's own. Either it does not look at them at all; or, since a signal must get where its
 * customer's others are, it reads each as far as the customer's id and forwards it under that.
 */
@Path("/")
@ApplicationScoped
public class Forward {

    private static final int ACCEPTED = 202;

    private final KafkaProducer<byte[], byte[]> producer;
    private final String topic;

    Forward(
            @ConfigProperty(name = "kafka.bootstrap.servers") String broker,
            @ConfigProperty(name = "forward.to") String topic) {
        this.topic = topic;
        Map<String, Object> settings = new HashMap<>();
        settings.put("bootstrap.servers", broker);
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("compression.type", "lz4");
        settings.put("batch.size", 128 * 1024);
        settings.put("buffer.memory", 32L * 1024 * 1024);
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Says that it is there. */
    @GET
    @Path("ready")
    public String ready() {
        return "ready";
    }

    /** Forwards the body as one record. */
    @POST
    @Path("one")
    public Uni<Response> one(byte[] body) {
        return forwardOne(body, Keyed.NOT);
    }

    /** The same under the customer's id. */
    @POST
    @Path("keyed/one")
    public Uni<Response> keyedOne(byte[] body) {
        return forwardOne(body, Keyed.BY_CUSTOMER);
    }

    /** Forwards each line of the body as one record. */
    @POST
    @Path("lines")
    public Uni<Response> lines(byte[] body) {
        return forwardLines(body, Keyed.NOT);
    }

    /** The same, each under its customer's id. */
    @POST
    @Path("keyed/lines")
    public Uni<Response> keyedLines(byte[] body) {
        return forwardLines(body, Keyed.BY_CUSTOMER);
    }

    private Uni<Response> forwardOne(byte[] body, Keyed keyed) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        send(keyed.keyOf(body, 0, body.length), body, answer, new AtomicInteger(1));
        return Uni.createFrom().completionStage(answer);
    }

    private Uni<Response> forwardLines(byte[] body, Keyed keyed) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        int count = 0;
        for (byte character : body) {
            count += character == '\n' ? 1 : 0;
        }
        AtomicInteger missing = new AtomicInteger(count);
        for (int from = 0, to = 0; to < body.length; to++) {
            if (body[to] == '\n') {
                send(keyed.keyOf(body, from, to), Arrays.copyOfRange(body, from, to), answer, missing);
                from = to + 1;
            }
        }
        return Uni.createFrom().completionStage(answer);
    }

    private void send(byte @Nullable [] key, byte[] value, CompletableFuture<Response> answer, AtomicInteger missing) {
        var _ = producer.send(new ProducerRecord<>(topic, key, value), (metadata, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(failure);
            } else if (missing.decrementAndGet() == 0) {
                answer.complete(Response.status(ACCEPTED).build());
            }
        });
    }

    @PreDestroy
    void close() {
        producer.close();
    }
}
