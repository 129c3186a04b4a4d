package org.customervaluesquads.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * The intent catalogue that is in force, on {@link Topics#INTENT_CATALOGUE}.
 *
 * @param version rises with each change
 * @param catalogue as it is read and changed over HTTP
 */
public record CataloguePublished(int version, Instant publishedAt, JsonNode catalogue) {

    /** There is one catalogue. */
    public static final String KEY = "catalogue";
}
