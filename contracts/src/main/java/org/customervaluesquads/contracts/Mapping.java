package org.customervaluesquads.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * A JSLT template that makes signals of a source's own events: an object, an array of objects, or null for an event that
 * means nothing. The dialect is the same at the doors and in a replay: JSLT with {@link ExactDecimal decimal}.
 */
public final class Mapping {

    /** More characters than this no template may have. */
    public static final int CHARACTERS_MAX = 64 * 1024;

    /** More signals than this one event cannot become. */
    public static final int SIGNALS_PER_EVENT_MAX = 100;

    private final Expression template;

    private Mapping(Expression template) {
        this.template = template;
    }

    /** A mapping, or why the template is none. */
    public sealed interface Parsed {
        /** The template can be used. */
        record Usable(Mapping mapping) implements Parsed {}

        /** The template cannot be used; in one line, with the place where it is known. */
        record Broken(String reason) implements Parsed {}
    }

    /** What became of an event. */
    public sealed interface Mapped {
        /** The signals that it means, none if the template passes it over. */
        record Signals(List<ObjectNode> signals) implements Mapped {}

        /** The template does not fit it, and why. */
        record Failed(String reason) implements Mapped {}
    }

    /** Parses a template. */
    public static Parsed parse(String template) {
        if (template.length() > CHARACTERS_MAX) {
            return new Parsed.Broken("is longer than %,d characters".formatted(CHARACTERS_MAX));
        }
        try {
            return new Parsed.Usable(
                    new Mapping(Parser.compile("mapping", new StringReader(template), List.of(new ExactDecimal()))));
        } catch (JsltException | StackOverflowError broken) {
            return new Parsed.Broken("does not parse: " + why(broken));
        }
    }

    /** Makes signals of one event; they name this source, whatever the template says. */
    public Mapped apply(JsonNode event, String sourceId) {
        JsonNode result;
        try {
            result = template.apply(event);
        } catch (RuntimeException | StackOverflowError failed) {
            // not only JSLT's own: it divides by zero as Java does
            return new Mapped.Failed("fails: " + why(failed));
        }
        List<ObjectNode> signals = new ArrayList<>();
        for (JsonNode one : result.isArray() ? result : List.of(result)) {
            if (one instanceof ObjectNode signal) {
                signals.add(signal.put("source", sourceId));
            } else if (!one.isNull()) {
                return new Mapped.Failed("must give an object, an array of objects, or null");
            }
        }
        return signals.size() > SIGNALS_PER_EVENT_MAX
                ? new Mapped.Failed("makes more than %d signals of one event".formatted(SIGNALS_PER_EVENT_MAX))
                : new Mapped.Signals(signals);
    }

    private static String why(Throwable failed) {
        return failed instanceof StackOverflowError
                ? "nested too deep"
                : String.valueOf(failed.getMessage()).lines().findFirst().orElse("");
    }
}
