package org.customervaluesquads.squadservice.versions;

import jakarta.ws.rs.core.Response;
import java.net.URI;

/** Answers that show something with its version, which whoever changes it has to name. */
public final class Versioned {

    private Versioned() {}

    /** Shows what is there. */
    public static Response ok(long version, Object view) {
        return answer(Response.ok(), version, view);
    }

    /** Shows what is new, and where it is. */
    public static Response created(String location, long version, Object view) {
        return answer(Response.created(URI.create(location)), version, view);
    }

    private static Response answer(Response.ResponseBuilder answer, long version, Object view) {
        return answer.tag(ExpectedVersion.tag(version)).entity(view).build();
    }
}
