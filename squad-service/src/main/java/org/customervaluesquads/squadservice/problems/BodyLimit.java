package org.customervaluesquads.squadservice.problems;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The longest body that is read. It is kept here and not by the HTTP server, which would answer without a problem
 * document.
 */
final class BodyLimit {

    private static final int KIBIBYTES = 256;
    private static final int BYTES = KIBIBYTES * 1024;

    @ServerRequestFilter
    void limit(ContainerRequestContext request) {
        if (request.getLength() > BYTES) {
            throw tooLong();
        }
        if (request.getLength() < 0) {
            request.setEntityStream(new Limited(request.getEntityStream()));
        }
    }

    private static RuntimeException tooLong() {
        return Problem.of(413, "The body is longer than " + KIBIBYTES + " KiB.").asException();
    }

    /** A body whose length was not told in advance. */
    private static final class Limited extends FilterInputStream {
        private int seen;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int from, int most) throws IOException {
            int read = super.read(into, from, most);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            seen += read;
            if (seen > BYTES) {
                throw tooLong();
            }
        }
    }
}
