package org.customervaluesquads.signalservice.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.customervaluesquads.signalservice.sources.WriteKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PresentedKeyTest {

    @Test
    void isTheUserOfBasicAuthorization() {
        String header = "basic " + Base64.getEncoder().encodeToString("the-key:".getBytes(UTF_8));

        assertThat(PresentedKey.hashIn(header)).isEqualTo(WriteKeys.hashOf("the-key"));
    }

    @Test
    void isTheBearerToken() {
        assertThat(PresentedKey.hashIn("Bearer the-key")).isEqualTo(WriteKeys.hashOf("the-key"));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Basic", "Basic %%%", "Digest username=x", "the-key"})
    void isAbsentFromEverythingElse(String header) {
        assertThat(PresentedKey.hashIn(header)).isNull();
    }

    @Test
    void isNotLookedForInAHeaderThatIsFarTooLong() {
        assertThat(PresentedKey.hashIn("Bearer " + "x".repeat(10_000))).isNull();
    }
}
