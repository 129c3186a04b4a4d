package org.customervaluesquads.squadservice.idempotency.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.customervaluesquads.squadservice.idempotency.Creation;
import org.customervaluesquads.squadservice.idempotency.SentRequest;
import org.customervaluesquads.squadservice.problems.Problem;
import org.jspecify.annotations.Nullable;

/** Makes of the header {@value #HEADER} a request that is known when it comes again. */
@ApplicationScoped
public class IdempotencyKeys {

    public static final String HEADER = "Idempotency-Key";

    /** How long a key may be. */
    public static final int LONGEST = 200;

    private final ObjectMapper mapper;

    IdempotencyKeys(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The request, if it came with a key. The content is compared as it was understood, not as it was spelled. */
    public Optional<SentRequest> request(String operation, @Nullable String key, Object content) {
        return Optional.ofNullable(key).map(given -> new SentRequest(operation, given, hash(content)));
    }

    /** The id of what is there now, or a problem. */
    public static UUID created(Creation creation) {
        return switch (creation) {
            case Creation.Created(UUID id) -> id;
            case Creation.KeyTaken(String key) ->
                throw Problem.of(422, "This request needs a key of its own.")
                        .with(HEADER, "stands for a request with another content")
                        .asException();
        };
    }

    private String hash(Object content) {
        try {
            byte[] json = mapper.writeValueAsBytes(content);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (JsonProcessingException | NoSuchAlgorithmException bug) {
            throw new IllegalStateException("a request that cannot be hashed", bug);
        }
    }
}
