package org.customervaluesquads.signalservice.who.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.customervaluesquads.signalservice.who.Known;
import org.customervaluesquads.signalservice.who.Tie;
import org.jspecify.annotations.Nullable;

/**
 * A customer's merge log, earliest first.
 *
 * @param partOf the customer to whom this one belongs by now, if another
 * @param accountId the account that the customer was grouped under last
 * @param purposes what the customer agreed to last; absent if that was never stated
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IdentitiesView(
        String customerId,
        @Nullable String partOf,
        @Nullable String accountId,
        @Nullable Set<String> purposes,
        List<IdentityView> identities) {

    /**
     * One device or earlier id that was said to be the customer.
     *
     * @param subject {@code anonymous:} and an anonymous id, or an earlier customer id
     * @param since when the signal occurred that said so
     * @param by the source and id of that signal
     * @param state asked, joined, other, shared or unmerged
     */
    public record IdentityView(String subject, Instant since, String by, String state) {

        static IdentityView from(String subject, Tie tie) {
            return new IdentityView(subject, tie.at(), tie.by(), tie.state().word());
        }
    }

    static IdentitiesView from(String customerId, Known known) {
        List<IdentityView> identities = known.ties().entrySet().stream()
                .map(tie -> IdentityView.from(tie.getKey(), tie.getValue()))
                .sorted(Comparator.comparing(IdentityView::since).thenComparing(IdentityView::subject))
                .toList();
        return new IdentitiesView(
                customerId,
                known.owner(),
                known.account() == null ? null : known.account().id(),
                known.consent() == null ? null : known.consent().purposes(),
                identities);
    }
}
