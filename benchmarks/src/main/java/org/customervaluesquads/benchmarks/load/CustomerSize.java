package org.customervaluesquads.benchmarks.load;

import java.time.Instant;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.signalservice.intents.Customer;
import org.customervaluesquads.signalservice.intents.CustomerCodec;
import org.customervaluesquads.signalservice.intents.IntentCatalogue;
import org.customervaluesquads.signalservice.intents.Weighing;

/** How large the packed state of a customer is. */
final class CustomerSize {

    private static final int FEATURES = 20;

    private CustomerSize() {}

    /** In bytes, for a customer of whom twenty features that the catalogue weighs were seen. */
    static int of(IntentCatalogue catalogue) {
        Weighing weighing = new Weighing(catalogue);
        Customer customer = Customer.unknown(catalogue);
        catalogue.features().stream()
                .filter(feature -> !feature.contains("/"))
                .sorted()
                .limit(FEATURES)
                .forEach(type -> customer.hear("c-1", signal(type), weighing));
        return new CustomerCodec(catalogue).write(customer).length;
    }

    private static SignalRecorded signal(String type) {
        return new SignalRecorded(
                type,
                "web-shop",
                type,
                Instant.EPOCH,
                "marketing",
                "c-1",
                null,
                null,
                "GB",
                "retail",
                "web",
                null,
                null,
                null,
                null,
                null);
    }
}
