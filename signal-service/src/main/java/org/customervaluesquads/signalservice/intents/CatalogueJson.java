package org.customervaluesquads.signalservice.intents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.customervaluesquads.contracts.CataloguePublished;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Flaw;
import org.customervaluesquads.signalservice.intents.IntentCatalogue.Refused;

/** The catalogue as JSON, as it is set over HTTP and published. */
public final class CatalogueJson {

    private static final ObjectMapper STRICT = MessageJson.mapper()
            .copy()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);

    private CatalogueJson() {}

    /** The catalogue that was published, under the version it was published as. */
    public static IntentCatalogue read(CataloguePublished published) {
        return read(published.catalogue()).as(published.version());
    }

    /**
     * Reads a catalogue.
     *
     * @throws Refused with every field that is wrong
     */
    public static IntentCatalogue read(JsonNode written) {
        try {
            return STRICT.treeToValue(written, IntentCatalogue.class);
        } catch (JsonMappingException wrong) {
            if (wrong.getCause() instanceof Refused refused) {
                throw refused;
            }
            throw new Refused(List.of(new Flaw(placeOf(wrong), wrong.getOriginalMessage())));
        } catch (JsonProcessingException wrong) {
            throw new Refused(List.of(new Flaw("", wrong.getOriginalMessage())));
        }
    }

    /** Writes a catalogue. */
    public static JsonNode write(IntentCatalogue catalogue) {
        return MessageJson.mapper().valueToTree(catalogue);
    }

    private static String placeOf(JsonMappingException wrong) {
        return wrong.getPath().stream()
                .map(step -> Objects.requireNonNullElseGet(step.getFieldName(), () -> "[" + step.getIndex() + "]"))
                .collect(Collectors.joining("."));
    }
}
