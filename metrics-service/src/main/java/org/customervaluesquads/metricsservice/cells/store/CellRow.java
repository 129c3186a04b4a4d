package org.customervaluesquads.metricsservice.cells.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.customervaluesquads.contracts.EngagementCellSummed;
import org.customervaluesquads.contracts.SignalRecorded;
import org.jspecify.annotations.Nullable;

/** A cell's row; its fields are named as the columns. */
record CellRow(
        Instant hour,
        String digest,
        String silo,
        @Nullable String channel,
        String type,
        @Nullable String region,
        @Nullable String segment,
        @Nullable String account,
        @Nullable String product,
        long signals,
        String customers,
        Instant newest_at) {

    static CellRow from(EngagementCellSummed cell) {
        return new CellRow(
                cell.hour(),
                digest(
                        cell.silo(),
                        cell.channel(),
                        cell.type(),
                        cell.region(),
                        cell.segment(),
                        cell.account(),
                        cell.product()),
                cell.silo(),
                cell.channel(),
                cell.type(),
                cell.region(),
                cell.segment(),
                cell.account(),
                cell.product(),
                cell.signals(),
                cell.customers(),
                cell.newestAt());
    }

    /** The digest of the cell in which a signal is summed. */
    static String digestOf(SignalRecorded signal) {
        return digest(
                signal.silo(),
                signal.channel(),
                signal.type(),
                signal.region(),
                signal.segment(),
                signal.accountId(),
                signal.product());
    }

    /** The row of another time and other signals with the same attributes. */
    CellRow with(Instant otherHour, long otherSignals, String otherCustomers, Instant otherNewest) {
        return new CellRow(
                otherHour,
                digest,
                silo,
                channel,
                type,
                region,
                segment,
                account,
                product,
                otherSignals,
                otherCustomers,
                otherNewest);
    }

    /** What names the row. */
    String key() {
        return hour + digest;
    }

    /** Lengths keep neighbouring texts apart, and an absent text from an empty one. */
    private static String digest(@Nullable String... attributes) {
        MessageDigest digest = sha256();
        Arrays.stream(attributes)
                .map(text -> text == null ? "-" : text.length() + ":" + text)
                .forEach(text -> digest.update(text.getBytes(UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
