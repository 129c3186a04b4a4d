package org.customervaluesquads.signalservice.intake;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.signalservice.Catalogues;
import org.customervaluesquads.signalservice.intake.BatchReader.As;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signal that is read in one pass is judged and recorded as one that was parsed whole. */
class ReadAsSignalTest {

    private static final Instant NOW = Instant.parse("2026-01-05T12:00:00Z");
    private static final int INPUTS = 20_000;
    private static final String SIGNAL = """
            {"id":"1","source":"web-shop","type":"order.completed","occurredAt":"2026-01-05T11:00:00Z","customer":\
            {"id":"ann","region":"GB"},"channel":"web","value":{"amount":505.30,"currency":"GBP"},"text":"schön",\
            "properties":{"units":166,"a":[1,{"b":true}],"page":"/home"}}""";
    private static final List<String> SPLICES = List.of(
            "null",
            "[]",
            "{}",
            "{\"a\":{\"b\":{\"c\":{\"d\":{\"e\":{\"f\":1}}}}}}",
            "-0",
            "1.50",
            "1e400",
            "1E99999999999",
            "12345678901234567890",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"ä\"",
            "\"x\",\"id\":\"2\"",
            "1,\"properties\":{\"a\":1,\"b\":2,\"a\":3}",
            "1,\"stranger\":true,\"stranger\":false",
            " ",
            ",",
            "\"");

    private final Judge judge = new Judge(
            Catalogues.signalTypes(),
            Map.of("web-shop", SourceRegistered.open("web-shop", "sales", "web", "GB", null, NOW))::get);

    @Test
    void isJudgedAndRecordedAlikeHoweverItIsBroken() {
        Random random = new Random(20_260_105L);

        for (int i = 0; i < INPUTS; i++) {
            byte[] body = broken(random).getBytes(random.nextInt(8) == 0 ? ISO_8859_1 : UTF_8);

            assertThat(outcome(BatchReader.one(body, As.SIGNAL)))
                    .as(new String(body, UTF_8))
                    .isEqualTo(outcome(BatchReader.one(body, As.JSON)));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\":1,\"b\":\"two\",\"c\":[true,null,{\"d\":\"\"}]}",
                "{\"a\":-1.50,\"b\":1e3,\"c\":0.00000001}",
                "{ \"a\" : 1 }",
                "{\"a\":\"\\u00e4\\/\",\"b\":\"ä😀\"}",
                "{\"a\":1,\"b\":2,\"a\":3}"
            })
    void hasPropertiesThatAreRecordedAlikeHoweverTheyAreSpelt(String properties) {
        byte[] body = (SIGNAL.substring(0, SIGNAL.indexOf("{\"units")) + properties + "}").getBytes(UTF_8);

        Object outcome = outcome(BatchReader.one(body, As.SIGNAL));

        assertThat(outcome).isEqualTo(outcome(BatchReader.one(body, As.JSON))).isInstanceOf(String.class);
    }

    @Test
    void isReadFromAnArrayAndFromLinesAsWhenItIsAlone() {
        byte[] array = ("[ " + SIGNAL + ",\n" + SIGNAL + "]").getBytes(UTF_8);
        byte[] lines = (SIGNAL + "\n\n" + SIGNAL).getBytes(UTF_8);

        List<Object> ofArray = outcomes(BatchReader.array(array, As.SIGNAL));
        List<Object> ofLines = outcomes(BatchReader.lines(lines, As.SIGNAL));

        Object alone = outcome(BatchReader.one(SIGNAL.getBytes(UTF_8), As.SIGNAL));
        assertThat(ofArray).isEqualTo(List.of(alone, alone)).isEqualTo(ofLines);
    }

    private List<Object> outcomes(BatchReader.Batch batch) {
        return ((BatchReader.Batch.Parts) batch)
                .offered().stream().map(this::outcome).toList();
    }

    /** What is recorded of it, or why it is refused. */
    private Object outcome(Offered offered) {
        return switch (offered) {
            case Offered.Signal signal -> recorded(judge.judge(signal.fields(), NOW), signal.original());
            case Offered.Legible(var node, String original) -> parsed(judge.judge(node, NOW), original);
            case Offered.Illegible illegible -> illegible;
            case Offered.Unfit unfit -> unfit;
        };
    }

    private static Object recorded(Verdict verdict, String original) {
        return verdict instanceof Verdict.Accepted(var signal)
                ? new String(new RecordedJson().bytes(signal), UTF_8)
                : List.of(verdict, original);
    }

    private static Object parsed(Verdict verdict, String original) {
        try {
            return verdict instanceof Verdict.Accepted(var signal)
                    ? new String(MessageJson.mapper().writeValueAsBytes(signal), UTF_8)
                    : List.of(verdict, original);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String broken(Random random) {
        String broken = SIGNAL;
        for (int i = random.nextInt(3); i >= 0; i--) {
            String what = SPLICES.get(random.nextInt(SPLICES.size()));
            int colon = broken.indexOf(':', random.nextInt(broken.length()));
            int end = colon < 0 ? -1 : broken.indexOf(random.nextBoolean() ? ',' : '}', colon);
            if (end > 0 && random.nextInt(4) > 0) {
                broken = broken.substring(0, colon + 1) + what + broken.substring(end);
            } else {
                int at = random.nextInt(broken.length());
                broken = broken.substring(0, at) + what + broken.substring(at + random.nextInt(2));
            }
        }
        return broken;
    }
}
