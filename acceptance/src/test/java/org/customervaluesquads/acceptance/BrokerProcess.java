package org.customervaluesquads.acceptance;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.customervaluesquads.localstack.infrastructure.Broker;

/** The program that holds a broker of its own, so that it can be killed; it ends with whoever started it. */
final class BrokerProcess {

    private BrokerProcess() {}

    public static void main(String[] arguments) throws IOException {
        try (Broker broker = Broker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            System.out.println("the broker answers at " + broker.bootstrapServers());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
        System.exit(0);
    }
}
