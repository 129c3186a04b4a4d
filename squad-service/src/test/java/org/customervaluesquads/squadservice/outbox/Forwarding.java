package org.customervaluesquads.squadservice.outbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A port behind which a server appears when this is opened, and is gone when it is closed. */
final class Forwarding implements AutoCloseable {

    private final ServerSocket door;
    private final String host;
    private final int port;
    private final List<Socket> connections = Collections.synchronizedList(new ArrayList<>());

    Forwarding(int from, String to) throws IOException {
        this.host = to.substring(0, to.lastIndexOf(':'));
        this.port = Integer.parseInt(to.substring(to.lastIndexOf(':') + 1));
        this.door = new ServerSocket(from, 50, InetAddress.getByName("localhost"));
        Thread.ofVirtual().start(this::accept);
    }

    /** A port behind which nobody is. */
    static int freePort() throws IOException {
        try (ServerSocket door = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            return door.getLocalPort();
        }
    }

    boolean isOpen() {
        return !door.isClosed();
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket connection : List.copyOf(connections)) {
            connection.close();
        }
    }

    private void accept() {
        while (isOpen()) {
            try {
                Socket client = kept(door.accept());
                Socket server = kept(new Socket(host, port));
                Thread.ofVirtual().start(() -> pump(client, server));
                Thread.ofVirtual().start(() -> pump(server, client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private Socket kept(Socket socket) {
        connections.add(socket);
        return socket;
    }

    private static void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException closed) {
            // one side has gone, and so goes the other
        }
    }
}
