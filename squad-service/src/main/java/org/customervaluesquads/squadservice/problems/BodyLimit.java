package org.customervaluesquads.squadservice.problems;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * The longest body that is read. It is kept here and not by the HTTP server, which would answer without a problem
 * document.
 */
final class BodyLimit {

    private static final int KIBIBYTES = 256;
    private static final int BYTES = KIBIBYTES * 1024;
    private static final Problem PROBLEM = Problem.of(413, "The body is longer than " + KIBIBYTES + " KiB.");

    @ServerRequestFilter
    void limit(ContainerRequestContext request) {
        if (request.getLength() > BYTES) {
            throw PROBLEM.asException();
        }
        if (request.getLength() < 0) {
            request.setEntityStream(new Limited(request.getEntityStream()));
        }
    }

    @ServerExceptionMapper
    Response tooLong(TooLong body) {
        return PROBLEM.asResponse();
    }

    /** A body that went on after the limit; no runtime exception, since the JSON reader would wrap one. */
    static final class TooLong extends IOException {}

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

        private void count(int read) throws TooLong {
            seen += read;
            if (seen > BYTES) {
                throw new TooLong();
            }
        }
    }
}
