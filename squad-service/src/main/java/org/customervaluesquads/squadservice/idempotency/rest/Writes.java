package org.customervaluesquads.squadservice.idempotency.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.customervaluesquads.squadservice.idempotency.FirstAnswer;
import org.customervaluesquads.squadservice.idempotency.SentRequest;
import org.customervaluesquads.squadservice.idempotency.WriteOutcome;
import org.customervaluesquads.squadservice.idempotency.WritingOnce;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests that create something, or add to what is there. A request that comes again under its key writes
 * nothing and is answered as the first time, whatever has become of the thing since; one that was refused may be sent
 * again under its key.
 */
@ApplicationScoped
public class Writes {

    private final WritingOnce writingOnce;
    private final ObjectMapper mapper;

    Writes(WritingOnce writingOnce, ObjectMapper mapper) {
        this.writingOnce = writingOnce;
        this.mapper = mapper;
    }

    /**
     * Has something written in one transaction, and answers as that does; an answer that is a refusal undoes it. What
     * may refuse it for how things are has to be asked in there: it does not matter any more when the request comes
     * again.
     *
     * @param operation what is asked for; the same key may be used for another operation
     * @param content of the request, compared as it was understood, not as it was spelled
     * @param writing is given the id for what is new
     */
    public Response answer(
            String operation, @Nullable IdempotencyKey key, Object content, Function<UUID, Response> writing) {
        return answer(written(operation, key, content, id -> kept(writing.apply(id))));
    }

    /** The same where something is new and nothing of it is shown but the id. */
    public UUID id(
            String operation,
            @Nullable IdempotencyKey key,
            Object content,
            String collection,
            Consumer<UUID> creating) {
        return written(operation, key, content, id -> {
                    creating.accept(id);
                    return new FirstAnswer(collection + id, null, null);
                })
                .id();
    }

    /** What was answered to the request before, where it came before; for those who prepare long for an answer. */
    public Optional<Response> before(String operation, @Nullable IdempotencyKey key, Object content) {
        return writingOnce
                .before(request(operation, key, content))
                .map(Writes::known)
                .map(Writes::answer);
    }

    private WriteOutcome.Written written(
            String operation, @Nullable IdempotencyKey key, Object content, Function<UUID, FirstAnswer> writing) {
        return known(writingOnce.write(request(operation, key, content), writing));
    }

    private Optional<SentRequest> request(String operation, @Nullable IdempotencyKey key, Object content) {
        return Optional.ofNullable(key).map(given -> new SentRequest(operation, given.value(), hash(json(content))));
    }

    private FirstAnswer kept(Response answer) {
        if (answer.getStatusInfo().getFamily() != Response.Status.Family.SUCCESSFUL) {
            throw new WebApplicationException(answer);
        }
        URI location = answer.getLocation();
        EntityTag tag = answer.getEntityTag();
        return new FirstAnswer(
                location == null ? null : location.getPath(),
                tag == null ? null : Long.valueOf(tag.getValue()),
                json(answer.getEntity()));
    }

    private static WriteOutcome.Written known(WriteOutcome outcome) {
        return switch (outcome) {
            case WriteOutcome.Written written -> written;
            case WriteOutcome.KeyTaken(String taken) ->
                throw Problem.of(422, "This request needs a key of its own.")
                        .with(IdempotencyKey.HEADER, "stands for a request with another content")
                        .asException();
        };
    }

    private static Response answer(WriteOutcome.Written written) {
        FirstAnswer answer = written.answer();
        Response.ResponseBuilder builder =
                answer.location() == null ? Response.ok() : Response.created(URI.create(answer.location()));
        if (answer.version() != null) {
            builder.tag(ExpectedVersion.tag(answer.version()));
        }
        return builder.entity(answer.body()).build();
    }

    private String json(Object content) {
        try {
            return mapper.writeValueAsString(content);
        } catch (JsonProcessingException bug) {
            throw new IllegalStateException("what cannot be written: " + content.getClass(), bug);
        }
    }

    private static String hash(String json) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException bug) {
            throw new IllegalStateException("every Java has SHA-256", bug);
        }
    }
}
