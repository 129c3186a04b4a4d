package org.customervaluesquads.localstack.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.schibsted.spt.data.jslt.Expression;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import com.schibsted.spt.data.jslt.Parser;
import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.customervaluesquads.localstack.Refusal;

/**
 * A JSLT template that makes signals of a row: one object, an array of them, or null for a row that is none.
 *
 * <p>JSLT's own {@code number} reads decimals as binary fractions, which money must not be: {@code decimal} reads a text
 * as the exact number that it shows.
 */
public final class Mapping {

    private final Expression template;

    private Mapping(Expression template) {
        this.template = template;
    }

    /** What became of one row. */
    public sealed interface Mapped {

        /** The signals that it is; none when it is passed over. */
        record Signals(List<ObjectNode> signals) implements Mapped {}

        /** The template does not fit it, and why. */
        record Failed(String reason) implements Mapped {}
    }

    /**
     * Reads a template.
     *
     * @throws Refusal if there is none, or it is not JSLT
     */
    public static Mapping read(Path file) {
        try {
            return parse(Files.readString(file));
        } catch (IOException unreadable) {
            throw new Refusal("there is no mapping " + file, unreadable);
        } catch (JsltException broken) {
            throw new Refusal("the mapping " + file + " is not JSLT: " + firstLine(broken), broken);
        }
    }

    static Mapping parse(String template) {
        return new Mapping(Parser.compile("mapping", new StringReader(template), List.of(new ExactDecimal())));
    }

    /** Makes signals of one row. */
    public Mapped map(JsonNode row) {
        JsonNode result;
        try {
            result = template.apply(row);
        } catch (JsltException failed) {
            return new Mapped.Failed(firstLine(failed));
        }
        List<ObjectNode> signals = new ArrayList<>();
        for (JsonNode one : result.isArray() ? result : List.of(result)) {
            switch (one) {
                case ObjectNode signal -> signals.add(signal);
                case JsonNode nothing when nothing.isNull() -> {}
                default -> {
                    return new Mapped.Failed("the mapping must give an object, an array of objects, or null");
                }
            }
        }
        return new Mapped.Signals(signals);
    }

    private static String firstLine(JsltException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }

    private record ExactDecimal() implements Function {

        @Override
        public String getName() {
            return "decimal";
        }

        @Override
        public int getMinArguments() {
            return 1;
        }

        @Override
        public int getMaxArguments() {
            return 1;
        }

        @Override
        public JsonNode call(JsonNode input, JsonNode[] arguments) {
            JsonNode value = arguments[0];
            if (value.isNull() || value.isNumber()) {
                return value;
            }
            try {
                return DecimalNode.valueOf(new BigDecimal(value.asText()));
            } catch (NumberFormatException notOne) {
                throw new JsltException("decimal: not a number: " + value);
            }
        }
    }
}
