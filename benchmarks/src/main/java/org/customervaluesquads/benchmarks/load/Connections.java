package org.customervaluesquads.benchmarks.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/**
 * HTTP connections that send prepared requests and look at no more of an answer than where it ends and whether it is 202:
 * the client shares the machine with what it measures. Everything happens on one event loop.
 */
final class Connections implements AutoCloseable {

    private static final long CONNECT_MAX_SECONDS = 30;
    private static final byte[] ACCEPTED = "HTTP/1.1 202".getBytes(US_ASCII);
    private static final byte[] LENGTH = "content-length: ".getBytes(US_ASCII);
    private static final byte[] END = "\r\n\r\n".getBytes(US_ASCII);

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    private final Deque<Connection> idle = new ArrayDeque<>();
    private Runnable onIdle = () -> {};

    /** Opens them; returns when all are there. */
    static Connections open(int port, int count) throws Exception {
        Connections connections = new Connections();
        NetClient client = connections.vertx.createNetClient();
        CompletableFuture<Void> all = new CompletableFuture<>();
        for (int i = 0; i < count; i++) {
            client.connect(port, "localhost")
                    .onFailure(all::completeExceptionally)
                    .onSuccess(socket -> {
                        connections.idle.add(connections.new Connection(socket));
                        if (connections.idle.size() == count) {
                            all.complete(null);
                        }
                    });
        }
        all.get(CONNECT_MAX_SECONDS, TimeUnit.SECONDS);
        return connections;
    }

    /** Runs on the event loop. */
    void run(Runnable work) {
        vertx.runOnContext(nothing -> work.run());
    }

    /** Runs on the event loop again and again. */
    void every(long millis, Runnable work) {
        run(() -> vertx.setPeriodic(millis, timer -> work.run()));
    }

    /** What to do whenever a connection has its answer. */
    void onIdle(Runnable work) {
        onIdle = work;
    }

    boolean hasIdle() {
        return !idle.isEmpty();
    }

    /** Sends on an idle connection; only on the event loop. */
    void send(byte[] request, LongConsumer answered) {
        idle.remove().send(request, answered);
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    /** One connection; a request waits for the answer to the one before it. */
    private final class Connection {

        private final NetSocket socket;
        private Buffer head = Buffer.buffer();
        private int bodyMissing = -1;
        private LongConsumer answered = time -> {};

        private Connection(NetSocket socket) {
            this.socket = socket;
            socket.handler(this::receive);
        }

        private void send(byte[] request, LongConsumer whenAnswered) {
            answered = whenAnswered;
            head = Buffer.buffer();
            bodyMissing = -1;
            var _ = socket.write(Buffer.buffer(request));
        }

        private void receive(Buffer part) {
            if (bodyMissing < 0) {
                head.appendBuffer(part);
                byte[] bytes = head.getBytes();
                int end = find(bytes, END);
                if (end < 0) {
                    return;
                }
                if (find(bytes, ACCEPTED) != 0) {
                    throw new IllegalStateException("refused: " + head);
                }
                bodyMissing = end + END.length + length(bytes) - bytes.length;
            } else {
                bodyMissing -= part.length();
            }
            if (bodyMissing == 0) {
                idle.add(this);
                answered.accept(System.nanoTime());
                onIdle.run();
            }
        }

        private static int length(byte[] head) {
            int at = find(head, LENGTH) + LENGTH.length;
            int length = 0;
            for (; head[at] >= '0' && head[at] <= '9'; at++) {
                length = length * 10 + head[at] - '0';
            }
            return length;
        }

        private static int find(byte[] bytes, byte[] wanted) {
            for (int i = 0; i <= bytes.length - wanted.length; i++) {
                int k = 0;
                while (k < wanted.length && (bytes[i + k] | 0x20) == (wanted[k] | 0x20)) {
                    k++;
                }
                if (k == wanted.length) {
                    return i;
                }
            }
            return -1;
        }
    }
}
