package org.customervaluesquads.localstack.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.customervaluesquads.contracts.Mapping;
import org.customervaluesquads.localstack.Refusal;

/** A file with the JSLT template that makes signals of rows. */
public final class MappingFile {

    private MappingFile() {}

    /**
     * Reads a template.
     *
     * @throws Refusal if there is none, or it does not parse
     */
    public static Mapping read(Path file) {
        try {
            return switch (Mapping.parse(Files.readString(file))) {
                case Mapping.Parsed.Usable(Mapping mapping) -> mapping;
                case Mapping.Parsed.Broken(String reason) -> throw new Refusal("the mapping " + file + " " + reason);
            };
        } catch (IOException unreadable) {
            throw new Refusal("there is no mapping " + file, unreadable);
        }
    }
}
