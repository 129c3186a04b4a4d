package org.customervaluesquads.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Objects;
import java.util.UUID;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A company of ten thousand squads and a hundred thousand people in an empty database.
 *
 * <p>Rows are written straight into it, since the doors would take hours. What is stored as JSON is given to one squad
 * over HTTP and copied, so that it is what the service of this build writes and reads.
 */
final class Company {

    static final int SQUADS = 10_000;
    static final int PEOPLE = 100_000;
    static final int SKILLS = 200;
    static final int REGIONS = 12;
    static final int DEPARTMENTS = 20;
    static final int LEADS = 1_000;

    private static final String CYCLE = """
            {"hypothesis": "a call within a day wins back one in ten", "change": "call customers who stopped ordering",
             "primaryMetric": "revenue/EUR", "guardrails": [{"metric": "csat", "side": "at-least", "bound": 4.0}],
             "variants": [{"name": "as before", "share": 50}, {"name": "called", "share": 50}], "salt": "calls-1",
             "plannedDays": 14, "cost": {"amount": 4000, "currency": "EUR"},
             "failureBudget": {"amount": 2000, "currency": "EUR"}}""";
    private static final String DECISION = """
            {"kind": "campaign", "title": "Call before writing", "owner": "{owner}",
             "spend": {"amount": 4000, "currency": "EUR"},
             "options": [{"name": "call", "assessment": "dear, and it works"}, {"name": "write"}], "chosen": "call",
             "rationale": "one in ten came back",
             "evidence": [{"kind": "metric", "id": "revenue/EUR|day|2026-02-01T00:00:00Z",
                           "asItWas": {"value": 1200.50, "revision": 3}}],
             "reviewOn": "2026-05-01"}""";
    private static final String REVIEW = """
            {"by": "Grace Weber", "outcome": "one in nine came back", "nextReviewOn": "2026-07-01"}""";
    private static final String RIGHTS = """
            {"rights": [{"kind": "campaign", "upTo": {"amount": 5000, "currency": "EUR"}, "beyond": "head of sales"},
                        {"kind": "wording", "beyond": "brand team"}],
             "otherwise": "central team"}""";
    private static final String PLAYBOOK = """
            {"name": "Win back by calling", "cadence": "cycles of two weeks, a review each Friday",
             "metrics": [{"metric": "csat", "target": 4.2}]}""";
    private static final String CENTRAL_SKILLS = """
            {"skills": [{"skill": "skill 1", "level": 3, "people": 2}, {"skill": "skill 2", "level": 4}]}""";
    private static final String OWN_SKILLS = """
            {"skills": [{"skill": "skill 3", "level": 2}, {"skill": "skill 4", "level": 4}]}""";
    private static final String CAPABILITY = """
            {"name": "consent register", "description": "who may be contacted how", "owner": "data platform",
             "lifeStage": "live", "roadmap": [{"on": "2027-01-31", "what": "consent by channel"}]}""";
    private static final String REQUEST = """
            {"squadId": "{squad}", "title": "consent by channel", "wish": "ask for calls and letters apart"}""";
    private static final String FORMATION = """
            {"mission": {"valueArea": "geography", "goal": "win back the customers who stopped ordering"},
             "skills": [{"skill": "skill 1", "level": 3, "people": 2}, {"skill": "skill 2", "level": 4}], "allocation": 50}""";
    private static final String POLICIES = """
            {"policies": [{"kind": "retention", "name": "chat messages", "value": "P90D"},
                          {"kind": "contact-rule", "name": "sms", "value": "on working days from 9 to 18"},
                          {"kind": "target", "name": "csat", "value": "4.5"}]}""";

    private final PGSimpleDataSource database = new PGSimpleDataSource();
    private final Asking asking;

    Company(String jdbcUrl, Asking asking) {
        this.asking = asking;
        database.setUrl(jdbcUrl);
        database.setUser("squads");
        database.setPassword("squads");
    }

    boolean isEmpty() throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet squads = statement.executeQuery("select 1 from squad limit 1")) {
            return !squads.next();
        }
    }

    void load() throws IOException, InterruptedException, SQLException {
        run("people-and-squads.sql");
        equipFirstSquad();
        run("method.sql");
        run("vacuum");
    }

    private void equipFirstSquad() throws IOException, InterruptedException {
        String squad = "/squads/" + squad(1);
        post(squad + "/cycles", CYCLE);
        put(squad + "/decision-rights", RIGHTS);
        String decided =
                post(squad + "/decisions", DECISION.replace("{owner}", person(1).toString()));
        post(decided + "/reviews", REVIEW);
        put(squad + "/failure-budget", "{\"mostFailed\": 4, \"days\": 90}");
        put("/value-areas/revenue-operations/skills", CENTRAL_SKILLS);
        put(squad + "/skills", OWN_SKILLS);
        post(squad + "/playbook", PLAYBOOK);
        post("/platform/capabilities", CAPABILITY);
        post("/platform/requests", REQUEST.replace("{squad}", squad(1).toString()));
        post("/formations", FORMATION);
        put("/policies/global", POLICIES);
        put("/policies/regions/region%201", POLICIES);
        put("/policies" + squad, POLICIES);
    }

    /** Returns where what was made is found, or the path when nothing was. */
    private String post(String path, String body) throws IOException, InterruptedException {
        return asking.send(asking.change(path).POST(BodyPublishers.ofString(body)))
                .headers()
                .firstValue("Location")
                .map(location -> URI.create(location).getPath())
                .orElse(path);
    }

    private void put(String path, String body) throws IOException, InterruptedException {
        asking.send(asking.change(path).PUT(BodyPublishers.ofString(body)));
    }

    private void run(String script) throws IOException, SQLException {
        String sql = script.endsWith(".sql") ? read(script) : script;
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String read(String script) throws IOException {
        try (InputStream text = Objects.requireNonNull(Company.class.getResourceAsStream(script))) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static UUID squad(int number) {
        return id("squad" + number);
    }

    static UUID person(int number) {
        return id("person" + number);
    }

    /** The id that the database makes of the same words. */
    static UUID id(String words) {
        try {
            byte[] hash = MessageDigest.getInstance("MD5").digest(words.getBytes(StandardCharsets.UTF_8));
            return UUID.fromString(
                    HexFormat.of().formatHex(hash).replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
        } catch (NoSuchAlgorithmException bug) {
            throw new IllegalStateException(bug);
        }
    }
}
