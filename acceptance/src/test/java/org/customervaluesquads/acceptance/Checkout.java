package org.customervaluesquads.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The folder that holds all modules, as text. */
final class Checkout {

    private static final Path ROOT = Path.of("..");
    private static final Pattern SERVICE_MODULE = Pattern.compile("<module>([a-z]+-service)</module>");

    private Checkout() {}

    static Path path(String name) {
        return ROOT.resolve(name);
    }

    static String text(String name) throws IOException {
        return Files.readString(path(name));
    }

    static Set<String> serviceModules() throws IOException {
        return SERVICE_MODULE
                .matcher(text("pom.xml"))
                .results()
                .map(module -> module.group(1))
                .collect(Collectors.toSet());
    }

    /** A version of the root pom's properties. */
    static String version(String property) throws IOException {
        return found("<" + Pattern.quote(property) + ">([^<]+)</", text("pom.xml"));
    }

    /** What the pattern's first group matches, where it matches first. */
    static String found(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern, Pattern.MULTILINE).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("nothing matches " + pattern);
        }
        return matcher.group(1);
    }
}
