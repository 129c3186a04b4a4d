package org.customervaluesquads.squadservice.paging;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which page is wanted of a list in order of ids, as the query of a request says. */
public record PageQuery(
        @QueryParam("after") @Nullable After after,
        @QueryParam("limit") @DefaultValue(PageLimit.USUAL) PageLimit limit) {

    /** The page, of a list that is read one row further than the page is long. */
    public <V> PageView<V> of(Listed<V> list, Function<V, UUID> id) {
        return PageView.of(list.read(After.idOf(after), limit.rows() + 1), limit, id);
    }

    /** At most so many of a list in order of ids, beginning after one of them. */
    public interface Listed<V> {

        /** Reads them. */
        List<V> read(@Nullable UUID after, int most);
    }
}
