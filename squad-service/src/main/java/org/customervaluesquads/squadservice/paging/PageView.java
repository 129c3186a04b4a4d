package org.customervaluesquads.squadservice.paging;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next what to ask {@code after} for the next page; absent on the last
 */
public record PageView<V>(List<V> items, @Nullable String next) {

    /** The page, of a list that was read one row further than the page is long. */
    public static <V> PageView<V> of(List<V> read, PageLimit limit, Function<V, UUID> id) {
        return named(read, limit, id.andThen(UUID::toString));
    }

    /** The same, of a list in order of names. */
    public static <V> PageView<V> named(List<V> read, PageLimit limit, Function<V, String> name) {
        if (read.size() <= limit.rows()) {
            return new PageView<>(read, null);
        }
        List<V> items = read.subList(0, limit.rows());
        return new PageView<>(items, name.apply(items.getLast()));
    }

    /** The same page, each of its items shown so. */
    public <W> PageView<W> shown(Function<V, W> view) {
        return new PageView<>(items.stream().map(view).toList(), next);
    }
}
