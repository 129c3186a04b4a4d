package org.customervaluesquads.squadservice.paging.store;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of one page, in order of their ids: those after one of them, of which only what is wanted is asked. */
public record PageOfRows(String where, Map<String, Object> parameters) {

    /** All rows after this one, or from the first on. */
    public static PageOfRows after(@Nullable UUID id) {
        return id == null ? new PageOfRows("1 = 1", Map.of()) : new PageOfRows("id > :after", Map.of("after", id));
    }

    /** Of these the rows that have this value there, if one is wanted. */
    public PageOfRows with(String field, @Nullable Object value) {
        return value == null ? this : and(field + " = :" + field, Map.of(field, value));
    }

    /** Of these the rows for which this holds too. */
    public PageOfRows and(String condition, Map<String, Object> itsParameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.putAll(itsParameters);
        return new PageOfRows(where + " and " + condition, all);
    }

    /** Reads the first of them, at most so many. */
    public <R> List<R> read(PanacheRepositoryBase<R, UUID> rows, int most) {
        return rows.find(where + " order by id", parameters).range(0, most - 1).list();
    }
}
