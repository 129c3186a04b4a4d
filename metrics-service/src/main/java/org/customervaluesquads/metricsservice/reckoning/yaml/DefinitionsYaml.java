package org.customervaluesquads.metricsservice.reckoning.yaml;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.customervaluesquads.metricsservice.calendars.Grain;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.reckoning.Direction;
import org.customervaluesquads.metricsservice.reckoning.Facts;
import org.customervaluesquads.metricsservice.reckoning.Measure;
import org.jspecify.annotations.Nullable;

/** The metric definitions as a document holds them; {@link DefinitionsCheck} makes definitions of them. */
public record DefinitionsYaml(
        @Nullable Map<String, String> tactics,
        @Nullable Map<String, MeasureYaml> measures,
        @Nullable List<MetricYaml> metrics) {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .build();

    /** A measure, by its name. */
    public record MeasureYaml(
            @Nullable Facts facts,
            @Nullable Set<String> types,
            @Nullable Set<String> silos,
            @Nullable Set<String> channels,
            @Nullable Map<String, Set<String>> where,
            Measure.@Nullable Statistic of,
            @Nullable String property,
            @Nullable Double rank,
            @Nullable String unit,
            Measure.@Nullable Split by) {}

    /** A metric. */
    public record MetricYaml(
            @Nullable String name,
            @Nullable String description,
            @Nullable String unit,
            @Nullable Direction direction,
            @Nullable Set<Grain> grains,
            @Nullable List<String> plus,
            @Nullable List<String> minus,
            @Nullable TermsYaml over,
            @JsonProperty("one-currency") boolean oneCurrency) {}

    /** Measures, and metrics that add measures up, by their names. */
    public record TermsYaml(
            @Nullable List<String> plus, @Nullable List<String> minus) {}

    /**
     * Reads definitions.
     *
     * @throws InvalidDefinitions naming everything that is wrong with them
     */
    public static Definitions read(InputStream yaml) {
        return read(document(yaml));
    }

    /** Reads definitions out of a document. */
    public static Definitions read(JsonNode document) {
        List<String> misshapen = DefinitionsSchema.reasonsAgainst(document);
        if (!misshapen.isEmpty()) {
            throw new InvalidDefinitions(misshapen);
        }
        try {
            return DefinitionsCheck.check(YAML.treeToValue(document, DefinitionsYaml.class));
        } catch (IOException unreadable) {
            throw new InvalidDefinitions(List.of(String.valueOf(unreadable.getMessage())));
        }
    }

    /** A document of YAML, or of JSON, which is YAML too. */
    public static JsonNode document(InputStream yaml) {
        try {
            return YAML.readTree(yaml);
        } catch (IOException unreadable) {
            throw new InvalidDefinitions(List.of(String.valueOf(unreadable.getMessage())));
        }
    }
}
