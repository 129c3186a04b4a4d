package org.customervaluesquads.metricsservice.listening;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.customervaluesquads.contracts.IntentChanged;
import org.customervaluesquads.contracts.SignalRecorded;
import org.customervaluesquads.contracts.StorableText;
import org.jspecify.annotations.Nullable;

/**
 * What a message must hold to be taken for a fact. The doors judge more strictly; this keeps what slipped past them,
 * or was written to a topic by others, from stopping everybody behind it.
 */
public final class Plausibility {

    /** Facts are not older. */
    public static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");

    /** Facts are not newer. */
    public static final Instant LATEST = Instant.parse("3000-01-01T00:00:00Z");

    /** Texts have at most so many bytes: a key of a few of them still fits into an index. */
    public static final int MAX_TEXT_BYTES = 1_000;

    private static final int MOST_BYTES_A_CHARACTER = 3;

    /** Amounts have at most so many digits before and after the decimal point. */
    public static final int MAX_DIGITS = 30;

    private Plausibility() {}

    /** Why a signal is none, if it is none. */
    public static Optional<String> flaw(@Nullable SignalRecorded signal) {
        if (signal == null) {
            return Optional.of("is empty");
        }
        return first(Stream.of(
                needed("id", signal.id()),
                needed("source", signal.source()),
                needed("type", signal.type()),
                needed("silo", signal.silo()),
                moment(signal.occurredAt()),
                text("customerId", signal.customerId()),
                text("anonymousId", signal.anonymousId()),
                text("accountId", signal.accountId()),
                text("region", signal.region()),
                text("segment", signal.segment()),
                text("channel", signal.channel()),
                text("product", signal.product()),
                text("currency", signal.currency()),
                amount(signal.amount())));
    }

    /** Why an intent is none, if it is none. */
    public static Optional<String> flaw(@Nullable IntentChanged intent) {
        if (intent == null) {
            return Optional.of("is empty");
        }
        return first(Stream.of(
                needed("customerId", intent.customerId()),
                needed("intent", intent.intent()),
                needed("stage", intent.stage()),
                moment(intent.occurredAt()),
                texts("regions", intent.regions()),
                texts("segments", intent.segments()),
                texts("accounts", intent.accounts()),
                texts("products", intent.products()),
                texts("channels", intent.channels())));
    }

    /** Whether a text can be kept as the key of a row. */
    public static boolean canBeKept(String text) {
        return text("", text).isEmpty();
    }

    private static Optional<String> first(Stream<Optional<String>> flaws) {
        return flaws.flatMap(Optional::stream).findFirst();
    }

    private static Optional<String> needed(String field, @Nullable String text) {
        return text == null ? Optional.of(field + " is missing") : text(field, text);
    }

    private static Optional<String> text(String field, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        if (!StorableText.is(text)) {
            return Optional.of(field + " holds a character that no database keeps");
        }
        return text.length() > MAX_TEXT_BYTES / MOST_BYTES_A_CHARACTER && text.getBytes(UTF_8).length > MAX_TEXT_BYTES
                ? Optional.of(field + " is too long")
                : Optional.empty();
    }

    private static Optional<String> texts(String field, @Nullable Set<String> texts) {
        return texts == null
                ? Optional.of(field + " is missing")
                : first(texts.stream().map(text -> needed(field, text)));
    }

    private static Optional<String> moment(@Nullable Instant moment) {
        if (moment == null) {
            return Optional.of("occurredAt is missing");
        }
        return moment.isBefore(EARLIEST) || !moment.isBefore(LATEST)
                ? Optional.of("occurredAt is out of range")
                : Optional.empty();
    }

    private static Optional<String> amount(@Nullable BigDecimal amount) {
        return amount != null
                        && (amount.scale() > MAX_DIGITS || amount.precision() - (long) amount.scale() > MAX_DIGITS)
                ? Optional.of("amount has too many digits")
                : Optional.empty();
    }
}
