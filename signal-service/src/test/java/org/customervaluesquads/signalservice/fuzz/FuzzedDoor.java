package org.customervaluesquads.signalservice.fuzz;

import java.util.Map;

/** A door to be fuzzed: where it is, what it takes, and one body that it accepts. */
record FuzzedDoor(String method, String path, String contentType, Map<String, String> headers, String valid) {

    static FuzzedDoor post(String path, String contentType, String valid) {
        return new FuzzedDoor("POST", path, contentType, Map.of(), valid);
    }

    FuzzedDoor with(Map<String, String> more) {
        return new FuzzedDoor(method, path, contentType, more, valid);
    }

    FuzzedDoor by(String otherMethod) {
        return new FuzzedDoor(otherMethod, path, contentType, headers, valid);
    }
}
