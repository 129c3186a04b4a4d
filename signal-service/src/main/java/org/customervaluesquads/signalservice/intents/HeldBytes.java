package org.customervaluesquads.signalservice.intents;

/** What a customer takes in memory, about. */
public final class HeldBytes {

    private static final int OWN = 450;
    private static final int FEATURE = 40;
    private static final int TOLD = 96;
    private static final int ATTRIBUTE = 64;
    private static final int LESSON = 250;

    private HeldBytes() {}

    /** In bytes. */
    public static int of(Customer customer) {
        return OWN
                + customer.counts().size() * FEATURE
                + customer.told().size() * TOLD
                + customer.seenAttributes().size() * ATTRIBUTE
                + customer.lessons().all().size() * LESSON;
    }
}
