package org.customervaluesquads.localstack.cli;

import java.nio.file.Path;

/** The checkout that the command was started from. */
final class Home {

    private static final String PROPERTY = "squads.home";

    private Home() {}

    /** Its folder, which the script names; the working directory otherwise. */
    static Path folder() {
        return Path.of(System.getProperty(PROPERTY, "")).toAbsolutePath().normalize();
    }

    /** Where a stack keeps everything when nobody says otherwise. */
    static Path usualStack() {
        return folder().resolve(".squads/stack");
    }

    /** Where the demonstration keeps everything when nobody says otherwise. */
    static Path demo() {
        return folder().resolve(".squads/demo");
    }
}
