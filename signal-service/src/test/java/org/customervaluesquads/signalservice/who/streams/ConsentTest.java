package org.customervaluesquads.signalservice.who.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.customervaluesquads.contracts.CloudEventHeaders;
import org.customervaluesquads.contracts.SignalRecorded;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsentTest {

    private final Listening listening;

    ConsentTest(@TempDir Path state) {
        listening = new Listening(state);
    }

    @AfterEach
    void close() {
        listening.close();
    }

    @Test
    void publishesASignalWithoutConsentAsAboutNobody() {
        listening.demands("GB", "profiling, analytics").sourceStates(List.of("analytics"));

        listening.looks("ann", 0);

        TestRecord<String, SignalRecorded> published = listening.signals.readRecord();
        SignalRecorded signal = published.value();
        assertThat(published.key()).startsWith("signal:shop/");
        assertThat(signal.customerId()).isNull();
        assertThat(signal.anonymousId()).isNull();
        assertThat(signal.text()).isNull();
        assertThat(signal.properties()).isNull();
        assertThat(CloudEventHeaders.read(published.headers(), CloudEventHeaders.WITHHELD))
                .isEqualTo("lacks consent to profiling");
        assertThat(listening.holdsAnythingOf("ann")).isFalse();
        assertThat(listening.intents.isEmpty()).isTrue();
    }

    @Test
    void listensWhereTheSourceStatesWhatTheRegionDemands() {
        listening.demands("GB", "analytics").sourceStates(List.of("analytics", "marketing"));

        listening.looks("ann", 0);

        assertThat(listening.signals.readRecord().key()).isEqualTo("ann");
        assertThat(listening.countsOf("ann")).isNotEmpty();
        assertThat(listening.known("ann").consentingSources()).containsExactly("shop");
    }

    @Test
    void goesByWhatTheCustomerStatedLastAndNotByTheSource() {
        listening.demands("GB", "analytics").sourceStates(List.of("analytics"));
        listening.consents("ann", "", 5).consents("ann", "\"analytics\"", 4);
        listening.signals.readValuesToList();

        listening.looks("ann", 6);

        assertThat(listening.signals.readRecord().key()).startsWith("signal:");
    }

    @Test
    void listensAgainOnceTheCustomerAgrees() {
        listening.demands("GB", "analytics").looks("ann", 0);

        listening.identified("ann", 1, "{\"purposes\": [\"analytics\"]}").looks("ann", 2);

        assertThat(listening.signals.readKeyValuesToList().getLast().key).isEqualTo("ann");
        assertThat(listening.countsOf("ann").get("page.viewed/PT24H")[0]).isLessThan(1);
    }

    @Test
    void appliesTheCustomersWithdrawalToTheDevicesThatBelongToIt() {
        listening.demands("GB", "analytics").sourceStates(List.of("analytics")).identified("ann", "#phone", 0);

        listening.consents("ann", "", 1).looks("#phone", 2);

        assertThat(listening.signals.readKeyValuesToList().getLast().key).startsWith("signal:");
        assertThat(listening.countsOf("ann")).isEmpty();
    }

    @Test
    void tellsTheCustomerWhatADeviceStatedBeforeAnythingElseWasHeardOfIt() {
        listening.demands("GB", "analytics").sourceStates(List.of("analytics")).consents("#phone", "", 0);

        listening.identified("ann", "#phone", 1).looks("ann", 2);

        assertThat(listening.known("ann").consent().purposes()).isEmpty();
        assertThat(listening.signals.readKeyValuesToList().getLast().key).startsWith("signal:");
    }
}
