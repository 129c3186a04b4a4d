package org.customervaluesquads.squadservice.idempotency.rest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.customervaluesquads.squadservice.idempotency.CreatingOnce;
import org.customervaluesquads.squadservice.idempotency.Creation;
import org.customervaluesquads.squadservice.idempotency.FirstAnswer;
import org.customervaluesquads.squadservice.idempotency.SentRequest;
import org.customervaluesquads.squadservice.problems.Problem;
import org.customervaluesquads.squadservice.versions.ExpectedVersion;
import org.jspecify.annotations.Nullable;

/**
 * Answers requests to create something: with where it is, its version and how it is shown. A request that comes again
 * under its key creates nothing and is answered as the first time, whatever has become of the thing since; one that was
 * refused may be sent again under its key.
 */
@ApplicationScoped
public class Creations {

    private final CreatingOnce creatingOnce;
    private final ObjectMapper mapper;

    Creations(CreatingOnce creatingOnce, ObjectMapper mapper) {
        this.creatingOnce = creatingOnce;
        this.mapper = mapper;
    }

    /**
     * Has something created under the id that it is given, in one transaction, and answers with it. What may refuse it
     * for how things are has to be asked in there: it does not matter any more when the request comes again.
     *
     * @param operation what is asked for; the same key may be used for another operation
     * @param content of the request, compared as it was understood, not as it was spelled
     */
    public Response answer(
            String operation, @Nullable IdempotencyKey key, Object content, Function<UUID, Created> creating) {
        return answer(created(operation, key, content, id -> shown(creating.apply(id)))
                .answer());
    }

    /** The same where nothing is shown but the id. */
    public UUID id(
            String operation,
            @Nullable IdempotencyKey key,
            Object content,
            String collection,
            Consumer<UUID> creating) {
        return created(operation, key, content, id -> {
                    creating.accept(id);
                    return new FirstAnswer(collection + id, null, null);
                })
                .id();
    }

    /** What was answered to the request before, where it came before; for those who prepare long for an answer. */
    public Optional<Response> before(String operation, @Nullable IdempotencyKey key, Object content) {
        return creatingOnce
                .before(request(operation, key, content))
                .map(Creations::known)
                .map(known -> answer(known.answer()));
    }

    private Creation.Created created(
            String operation, @Nullable IdempotencyKey key, Object content, Function<UUID, FirstAnswer> creating) {
        return known(creatingOnce.create(request(operation, key, content), creating));
    }

    private Optional<SentRequest> request(String operation, @Nullable IdempotencyKey key, Object content) {
        return Optional.ofNullable(key).map(given -> new SentRequest(operation, given.value(), hash(json(content))));
    }

    private FirstAnswer shown(Created created) {
        return new FirstAnswer(created.location(), created.version(), json(created.view()));
    }

    private static Creation.Created known(Creation creation) {
        return switch (creation) {
            case Creation.Created created -> created;
            case Creation.KeyTaken(String taken) ->
                throw Problem.of(422, "This request needs a key of its own.")
                        .with(IdempotencyKey.HEADER, "stands for a request with another content")
                        .asException();
        };
    }

    private static Response answer(FirstAnswer answer) {
        Response.ResponseBuilder builder =
                Response.created(URI.create(answer.location())).entity(answer.body());
        if (answer.version() != null) {
            builder.tag(ExpectedVersion.tag(answer.version()));
        }
        return builder.build();
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
