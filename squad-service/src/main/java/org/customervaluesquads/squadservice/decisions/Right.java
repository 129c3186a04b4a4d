package org.customervaluesquads.squadservice.decisions;

import org.customervaluesquads.contracts.Money;
import org.jspecify.annotations.Nullable;

/**
 * One kind of thing that a squad may decide alone.
 *
 * @param upTo up to which spend; absent when the spend does not matter
 * @param beyond who must agree above that
 */
public record Right(String kind, @Nullable Money upTo, String beyond) {

    boolean covers(@Nullable Money spend) {
        if (upTo == null || spend == null || spend.amount().signum() == 0) {
            return true;
        }
        return spend.currency().equals(upTo.currency()) && spend.amount().compareTo(upTo.amount()) <= 0;
    }
}
