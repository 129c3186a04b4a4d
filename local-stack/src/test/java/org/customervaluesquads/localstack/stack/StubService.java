package org.customervaluesquads.localstack.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A program that is ready at once, in place of a service. */
final class StubService {

    private StubService() {}

    public static void main(String[] arguments) throws IOException {
        int port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", question -> {
            question.sendResponseHeaders(200, -1);
            question.close();
        });
        server.start();
    }

    /** A jar that starts this program. */
    static Path jarIn(Path folder) {
        return jar(folder.resolve("stub.jar"), StubService.class);
    }

    /** A jar that starts a program which ends at once. */
    static Path brokenJarIn(Path folder) {
        return jar(folder.resolve("broken.jar"), Broken.class);
    }

    private static Path jar(Path jar, Class<?> program) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, program.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Path.of("target/test-classes/").toAbsolutePath().toUri().toString());
        try {
            new JarOutputStream(Files.newOutputStream(jar), manifest).close();
            return jar;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static final class Broken {

        private Broken() {}

        public static void main(String[] arguments) {
            System.out.println("no configuration");
            System.exit(3);
        }
    }
}
