package org.customervaluesquads.squadservice.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.customervaluesquads.squadservice.squads.Stage;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FamilyTest {

    @Test
    void isATreeFromTheFirstAncestorOn() {
        Kin first = kin(1, null, 1);
        Kin second = kin(2, 1L, 2);
        Kin third = kin(3, 1L, 2);
        Kin grandchild = kin(4, 3L, 3);

        Family family = Family.of(List.of(first, second, third, grandchild));

        assertThat(family)
                .isEqualTo(new Family(
                        first,
                        List.of(
                                new Family(second, List.of()),
                                new Family(third, List.of(new Family(grandchild, List.of()))))));
    }

    private static Kin kin(long id, @Nullable Long parent, int generation) {
        return new Kin(
                new UUID(0, id),
                parent == null ? null : new UUID(0, parent),
                parent == null ? null : new UUID(1, parent),
                generation,
                "squad",
                Stage.PROVEN);
    }
}
