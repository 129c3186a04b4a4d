package org.customervaluesquads.signalservice.fuzz;

import java.util.Map;

/** A door to be fuzzed: where it is, what it takes, and one body that it accepts. */
record FuzzedDoor(String path, String contentType, Map<String, String> headers, String valid) {

    FuzzedDoor(String path, String contentType, String valid) {
        this(path, contentType, Map.of(), valid);
    }
}
