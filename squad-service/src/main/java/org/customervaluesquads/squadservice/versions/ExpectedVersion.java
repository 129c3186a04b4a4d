package org.customervaluesquads.squadservice.versions;

import jakarta.ws.rs.core.EntityTag;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.customervaluesquads.squadservice.problems.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The version that a client believes to change, as its {@value #HEADER} says.
 *
 * @param version absent when any will do
 */
public record ExpectedVersion(OptionalLong version) {

    public static final String HEADER = "If-Match";

    private static final Pattern TAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

    /** Reads the header; called by the framework. */
    public static ExpectedVersion fromString(String header) {
        Matcher tag = TAG.matcher(header.strip());
        if (tag.matches()) {
            return new ExpectedVersion(OptionalLong.of(Long.parseLong(tag.group(1))));
        }
        if (header.strip().equals("*")) {
            return new ExpectedVersion(OptionalLong.empty());
        }
        throw Problem.of(400, "The version is not one that this service gave out.")
                .with(HEADER, "must be an ETag such as \"3\", or *")
                .asException();
    }

    /** The version where one has to be named. */
    public static OptionalLong required(@Nullable ExpectedVersion expected) {
        if (expected == null) {
            throw Problem.of(428, "Whoever changes this has to say which version was read.")
                    .with(HEADER, "must be the ETag of the version that was read")
                    .asException();
        }
        return expected.version();
    }

    /** What is answered when it is another version by now. */
    public static Problem stale(long version) {
        return Problem.of(412, "It has changed since it was read: read it again, and decide anew.")
                .with(HEADER, "is not the current version, which is \"" + version + "\"");
    }

    /** The tag of a version. */
    public static EntityTag tag(long version) {
        return new EntityTag(Long.toString(version));
    }
}
