package org.customervaluesquads.localstack.infrastructure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Looks for ports of the loopback interface that nobody listens on. */
public final class FreePort {

    private static final int ONE_CONNECTION = 1;

    private FreePort() {}

    /** Any port that is free now. */
    public static int any() {
        try (ServerSocket socket = new ServerSocket(0, ONE_CONNECTION, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException("no free port", none);
        }
    }

    /** Whether nobody listens on the port now. */
    public static boolean is(int port) {
        try (ServerSocket socket = new ServerSocket(port, ONE_CONNECTION, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
