package org.customervaluesquads.squadservice.decisions;

import java.util.List;
import java.util.UUID;
import org.customervaluesquads.contracts.Money;
import org.jspecify.annotations.Nullable;

/**
 * What a squad may decide alone.
 *
 * @param version 0 while nobody has given it any right
 * @param otherwise who must agree to decisions of any other kind
 */
public record DecisionRights(UUID squadId, long version, List<Right> rights, String otherwise) {

    private static final String CENTRAL_TEAM = "central team";

    /** Takes a copy of the list. */
    public DecisionRights {
        rights = List.copyOf(rights);
    }

    /** The rights of a squad to which nobody has given any. */
    public static DecisionRights none(UUID squadId) {
        return new DecisionRights(squadId, 0, List.of(), CENTRAL_TEAM);
    }

    /** The same squad with other rights. */
    public DecisionRights changed(List<Right> others, String otherwiseBy) {
        return new DecisionRights(squadId, version + 1, others, otherwiseBy);
    }

    /** Who, if anybody, must agree to a decision of this kind with this spend, and why. */
    public Authority over(String kind, @Nullable Money spend) {
        return rights.stream()
                .filter(right -> right.kind().equals(kind))
                .findFirst()
                .map(right -> under(right, spend))
                .orElseGet(() -> new Authority(otherwise, "the squad has no right to decide on " + kind));
    }

    private static Authority under(Right right, @Nullable Money spend) {
        Money most = right.upTo();
        return right.covers(spend) || most == null || spend == null
                ? new Authority(null, "the squad may decide on " + right.kind())
                : new Authority(
                        right.beyond(),
                        "%s %s is not within the %s %s that the squad may spend on %s"
                                .formatted(
                                        spend.amount().toPlainString(),
                                        spend.currency(),
                                        most.amount().toPlainString(),
                                        most.currency(),
                                        right.kind()));
    }
}
