package org.customervaluesquads.metricsservice.defining.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.metricsservice.database.JsonRows;
import org.customervaluesquads.metricsservice.database.Statements;
import org.customervaluesquads.metricsservice.reckoning.Definitions;
import org.customervaluesquads.metricsservice.reckoning.yaml.DefinitionsYaml;
import org.customervaluesquads.metricsservice.reckoning.yaml.InvalidDefinitions;

/**
 * The definitions by which all squads are reckoned now: the newest version that was set, or those that the service
 * comes with while none was. Each instance asks the table which version that is, so all change together.
 */
@ApplicationScoped
public class CurrentDefinitions {

    private static final long BUILT_IN = 0;

    private final Statements statements;
    private final Clock clock;
    private final Versioned builtIn;
    private volatile Versioned seen;

    CurrentDefinitions(Statements statements, Clock clock, Definitions builtIn) {
        this.statements = statements;
        this.clock = clock;
        this.builtIn = new Versioned(BUILT_IN, builtIn);
        this.seen = this.builtIn;
    }

    /**
     * Definitions of a version.
     *
     * @param version rises by one with each change; 0 of those that the service comes with
     */
    public record Versioned(long version, Definitions definitions) {}

    /** A version that was set, and when. */
    public record Set(long version, Instant setAt) {}

    /** The definitions of now. */
    @Transactional
    public Definitions now() {
        return versioned().definitions();
    }

    /** The definitions of now, with their version. */
    @Transactional
    public Versioned versioned() {
        long newest = statements
                .list(
                        "SELECT coalesce(max(version), 0) AS newest FROM definition_version",
                        row -> row.getLong("newest"))
                .getFirst();
        Versioned known = seen;
        if (known.version() == newest) {
            return known;
        }
        Versioned read = newest == BUILT_IN
                ? builtIn
                : new Versioned(newest, DefinitionsYaml.read(document(newest).orElseThrow()));
        seen = read;
        return read;
    }

    /** The document of a version, if it was set. */
    @Transactional
    public Optional<JsonNode> document(long version) {
        return statements
                .list(
                        "SELECT document FROM definition_version WHERE version = ?",
                        row -> json(row.getString("document")),
                        version)
                .stream()
                .findFirst();
    }

    /** The versions that were set, the newest first, at most so many. */
    @Transactional
    public List<Set> versions(int most) {
        return statements.list(
                "SELECT version, set_at FROM definition_version ORDER BY version DESC LIMIT ?",
                row -> new Set(row.getLong("version"), JsonRows.instant(row, "set_at")),
                most);
    }

    /**
     * Sets other definitions in place of a version, and has every squad reckoned anew.
     *
     * @return the new version; none when another one was set meanwhile
     * @throws InvalidDefinitions naming everything that is wrong with them
     */
    @Transactional
    public Optional<Versioned> replace(long version, JsonNode document) {
        Definitions definitions = DefinitionsYaml.read(document);
        int set = statements.execute(
                """
                INSERT INTO definition_version (version, document, set_at)
                SELECT ?, ?::jsonb, ? WHERE ? = (SELECT coalesce(max(version), 0) FROM definition_version)
                ON CONFLICT DO NOTHING
                """,
                version + 1,
                document.toString(),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                version);
        if (set == 0) {
            return Optional.empty();
        }
        statements.execute("UPDATE squad SET touched_wholly = true");
        return Optional.of(new Versioned(version + 1, definitions));
    }

    private static JsonNode json(String text) {
        try {
            return MessageJson.mapper().readTree(text);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException("definitions that cannot be read", unreadable);
        }
    }
}
