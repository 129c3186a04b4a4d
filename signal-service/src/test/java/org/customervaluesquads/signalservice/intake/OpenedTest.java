package org.customervaluesquads.signalservice.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenedTest {

    private static final byte[] BODY = "[{}]".getBytes(UTF_8);

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"identity", "gzip", "GZIP", " x-gzip "})
    void takesTheEncodingOff(String encoding) throws IOException {
        boolean zipped = encoding != null && encoding.toLowerCase(Locale.ROOT).contains("gzip");

        Opened opened = Opened.of(zipped ? gzip(BODY) : BODY, encoding, BODY.length);

        assertThat(opened)
                .isInstanceOfSatisfying(
                        Opened.Plain.class, plain -> assertThat(plain.body()).isEqualTo(BODY));
    }

    @Test
    void inflatesNoMoreThanItsDoorTakes() throws IOException {
        byte[] bomb = gzip(new byte[200 * 1024 * 1024]);

        Opened opened = Opened.of(bomb, "gzip", 1024);

        assertThat(opened).isEqualTo(new Opened.TooLarge(1024));
    }

    @Test
    void refusesAPlainBodyThatIsTooLarge() {
        assertThat(Opened.of(BODY, null, BODY.length - 1)).isEqualTo(new Opened.TooLarge(BODY.length - 1));
    }

    @Test
    void refusesAnUnknownEncoding() throws IOException {
        assertThat(Opened.of(gzip(BODY), "br", 1024)).isEqualTo(new Opened.Unknown("br"));
    }

    @Test
    void readsABodyThatOnlySaysThatItIsGzip() {
        assertThat(legible(BODY)).isEqualTo(BODY);
    }

    @Test
    void readsABrokenBodyUpToWhereItBreaks() throws IOException {
        byte[] whole = gzip(BODY);

        byte[] withoutItsChecksum = legible(Arrays.copyOf(whole, whole.length - 5));

        assertThat(withoutItsChecksum).isEqualTo(BODY);
    }

    @Test
    void readsNothingOfBytesThatAreNoText() {
        byte[] noise = {(byte) 0xC3, 0x28, (byte) 0xFF};

        assertThat(legible(noise)).isEmpty();
    }

    private static byte[] legible(byte[] broken) {
        Opened opened = Opened.of(broken, "gzip", 1024);
        assertThat(opened).isInstanceOf(Opened.Broken.class);
        return ((Opened.Broken) opened).legible();
    }

    private static byte[] gzip(byte[] body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(body);
        }
        return bytes.toByteArray();
    }
}
