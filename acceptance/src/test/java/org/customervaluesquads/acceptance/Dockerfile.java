package org.customervaluesquads.acceptance;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How a service's image is made. */
record Dockerfile(String text) {

    private static final Pattern VARIABLE = Pattern.compile("^ENV (\\w+)=(.*)$", Pattern.MULTILINE);

    /** What follows an instruction that stands there once. */
    String only(String instruction) {
        List<String> lines = text.lines()
                .filter(line -> line.startsWith(instruction + " "))
                .map(line -> line.substring(instruction.length() + 1))
                .toList();
        if (lines.size() != 1) {
            throw new AssertionError("not one but " + lines.size() + " " + instruction);
        }
        return lines.getFirst();
    }

    String base() {
        return Checkout.found("^ARG JAVA=(.*)$", text);
    }

    Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>();
        VARIABLE.matcher(text).results().forEach(match -> variables.put(match.group(1), match.group(2)));
        return variables;
    }

    String port() {
        return environment().get("QUARKUS_HTTP_PORT");
    }

    /** Its lines with what is the service's own left out. */
    List<String> linesOfAnyService(String service) {
        return text.replace(service, "SERVICE").replace(port(), "PORT").lines().toList();
    }
}
