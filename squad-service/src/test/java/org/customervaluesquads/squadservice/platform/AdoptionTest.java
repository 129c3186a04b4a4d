package org.customervaluesquads.squadservice.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdoptionTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0,      innovators,     false",
        "0.0249, innovators,     false",
        "0.025,  early-adopters, false",
        "0.1599, early-adopters, false",
        "0.16,   early-majority, true",
        "0.4999, early-majority, true",
        "0.50,   late-majority,  true",
        "0.8399, late-majority,  true",
        "0.84,   laggards,       true",
        "1.0,    laggards,       true"
    })
    void tellsWhomATacticIsReaching(BigDecimal share, String stage, boolean acrossTheChasm) {
        Adoption adoption = Adoption.at(share);

        assertThat(adoption).hasToString(stage);
        assertThat(adoption.isAcrossTheChasm()).isEqualTo(acrossTheChasm);
    }
}
