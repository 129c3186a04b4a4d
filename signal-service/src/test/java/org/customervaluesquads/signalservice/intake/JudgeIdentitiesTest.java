package org.customervaluesquads.signalservice.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.Map;
import org.customervaluesquads.contracts.MessageJson;
import org.customervaluesquads.contracts.SignalRejected.Reason;
import org.customervaluesquads.contracts.SourceRegistered;
import org.customervaluesquads.signalservice.Catalogues;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is demanded of signals that state who somebody is. */
class JudgeIdentitiesTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final Judge judge = new Judge(
            Catalogues.signalTypes(),
            Map.of("crm", SourceRegistered.open("crm", "sales", null, null, null, NOON))::get);

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "customer.identified | {'id': 'ann', 'anonymousId': 'phone'} | {'plan': 'pro'}",
                "customer.identified | {'id': 'ann'}                         | {'purposes': []}",
                "customer.aliased    | {'id': 'ann'}                         | {'previousId': 'phone'}",
                "customer.grouped    | {'id': 'ann', 'accountId': 'acme'}    | {}",
                "consent.changed     | {'id': 'ann'}                         | {'purposes': ['analytics']}",
                "consent.changed     | {'anonymousId': 'phone'}              | {'purposes': []}",
            })
    void acceptsAStatementThatHasWhatItNeeds(String type, String customer, String properties)
            throws JsonProcessingException {
        Verdict verdict = judged(type, customer, properties);

        assertThat(verdict).isInstanceOf(Verdict.Accepted.class);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3} {4}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "customer.identified | {} | {}                                | customer | needs an id or an anonymousId for customer.identified",
                "customer.identified | {'id': 'ann'} | {'purposes': 'all'}    | properties.purposes | must be a list of texts",
                "customer.aliased | {'anonymousId': 'p'} | {'previousId': 'q'} | customer.id | is needed for customer.aliased",
                "customer.aliased | {'id': 'ann'} | {}                        | properties.previousId | is needed for customer.aliased",
                "customer.aliased | {'id': 'ann'} | {'previousId': ' '}       | properties.previousId | is needed for customer.aliased",
                "customer.grouped | {'id': 'ann'} | {}                        | customer.accountId | is needed for customer.grouped",
                "consent.changed  | {'id': 'ann'} | {}                        | properties.purposes | is needed for consent.changed",
                "consent.changed  | {'id': 'ann'} | {'purposes': [1]}         | properties.purposes | must be a list of texts",
            })
    void refusesAStatementByTheFieldThatIsWrong(
            String type, String customer, String properties, String field, String reason)
            throws JsonProcessingException {
        Verdict verdict = judged(type, customer, properties);

        assertThat(verdict)
                .isInstanceOfSatisfying(
                        Verdict.Rejected.class,
                        rejected -> assertThat(rejected.reasons()).containsExactly(new Reason(field, reason)));
    }

    private Verdict judged(String type, String customer, String properties) throws JsonProcessingException {
        String signal = """
                {"id": "s-1", "source": "crm", "type": "%s", "occurredAt": "2026-01-05T12:00:00Z", "customer": %s,
                 "properties": %s}""".formatted(type, customer, properties).replace('\'', '"');
        return judge.judge(MessageJson.mapper().readTree(signal), NOON);
    }
}
