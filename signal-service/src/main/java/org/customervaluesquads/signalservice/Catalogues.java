package org.customervaluesquads.signalservice;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.customervaluesquads.signalservice.admission.Admission;
import org.customervaluesquads.signalservice.consent.ConsentPolicies;
import org.customervaluesquads.signalservice.consent.Consents;
import org.customervaluesquads.signalservice.erasing.Erasures;
import org.customervaluesquads.signalservice.intake.Judge;
import org.customervaluesquads.signalservice.intake.OwnForm;
import org.customervaluesquads.signalservice.intake.SignalTypes;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.Weighings;
import org.customervaluesquads.signalservice.segment.SegmentMapping;
import org.customervaluesquads.signalservice.sources.Sources;
import org.customervaluesquads.signalservice.squads.SquadScopes;
import org.customervaluesquads.signalservice.text.Lessons;
import org.customervaluesquads.signalservice.text.Question;

/** The catalogues that ship with the service, and the values that the whole service shares. */
@ApplicationScoped
public class Catalogues {

    private static final ObjectMapper YAML = YAMLMapper.builder()
            .addModule(new JavaTimeModule())
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /** The hand-set intent catalogue that ships. */
    public static IntentCatalogue intents() {
        return read("/intent-catalogue.yaml", new TypeReference<>() {});
    }

    @Produces
    @Singleton
    Weighings weighings() {
        return new Weighings(intents());
    }

    /** The signal types that doors take. */
    @Produces
    @Singleton
    public static SignalTypes signalTypes() {
        return SignalTypes.of(read(
                "/signal-types.yaml", new TypeReference<Map<String, Map<String, List<String>>>>() {}));
    }

    /** The events that Segment's clients send. */
    @Produces
    @Singleton
    public static SegmentMapping segmentMapping() {
        return new SegmentMapping(read("/segment-events.yaml", new TypeReference<>() {}));
    }

    /** The example messages by which texts are understood. */
    public static Map<Question, Map<String, List<String>>> texts() {
        Map<String, Map<String, List<String>>> byWord = read("/text-catalogue.yaml", new TypeReference<>() {});
        Map<Question, Map<String, List<String>>> texts = new EnumMap<>(Question.class);
        byWord.forEach((word, labels) -> texts.put(Question.of(word).orElseThrow(), labels));
        return texts;
    }

    @Produces
    @Singleton
    Lessons lessons() {
        return new Lessons(texts());
    }

    @Produces
    @Singleton
    Sources sources() {
        return new Sources();
    }

    @Produces
    @Singleton
    SquadScopes squads() {
        return new SquadScopes();
    }

    @Produces
    @Singleton
    ConsentPolicies policies() {
        return new ConsentPolicies();
    }

    @Produces
    @Singleton
    Consents consents(ConsentPolicies policies, Sources sources) {
        return new Consents(policies, sources::find);
    }

    @Produces
    @Singleton
    Erasures erasures() {
        return new Erasures();
    }

    @Produces
    @Singleton
    Judge judge(SignalTypes types, Sources sources) {
        return new Judge(types, sources::find);
    }

    @Produces
    @Singleton
    Admission admission(Sources sources) {
        return new Admission(sources, TimeMeter.SYSTEM_NANOTIME);
    }

    @Produces
    @Singleton
    OwnForm ownForm() {
        return new OwnForm();
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    private static <T> T read(String resource, TypeReference<T> type) {
        try (InputStream yaml = Objects.requireNonNull(Catalogues.class.getResourceAsStream(resource), resource)) {
            return YAML.readValue(yaml, type);
        } catch (IOException broken) {
            throw new UncheckedIOException("the catalogue " + resource + " cannot be read", broken);
        }
    }
}
