package org.customervaluesquads.contracts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.schibsted.spt.data.jslt.Function;
import com.schibsted.spt.data.jslt.JsltException;
import java.math.BigDecimal;

/**
 * The function {@code decimal} of mappings: a text as exactly the number that it shows. JSLT's own {@code number} reads
 * decimals as binary fractions, which money must not be.
 */
final class ExactDecimal implements Function {

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
