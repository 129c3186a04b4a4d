package org.customervaluesquads.contracts;

import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which customers and facts are a squad's: inside when each non-empty list holds one of their values. A scope with no
 * lists holds everything.
 */
public record Scope(
        Set<String> regions, Set<String> segments, Set<String> accounts, Set<String> products, Set<String> channels) {

    /** The scope without limits. */
    public static final Scope EVERYTHING = new Scope(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());

    /** Lists that are left out are empty ones; values are kept in order, so that equal scopes read the same. */
    public Scope(
            @Nullable Set<String> regions,
            @Nullable Set<String> segments,
            @Nullable Set<String> accounts,
            @Nullable Set<String> products,
            @Nullable Set<String> channels) {
        this.regions = inOrder(regions);
        this.segments = inOrder(segments);
        this.accounts = inOrder(accounts);
        this.products = inOrder(products);
        this.channels = inOrder(channels);
    }

    /** A scope that holds whatever one of these holds, and maybe more: by each list that all of them have. */
    public static Scope around(Collection<Scope> scopes) {
        return new Scope(
                all(scopes, Scope::regions),
                all(scopes, Scope::segments),
                all(scopes, Scope::accounts),
                all(scopes, Scope::products),
                all(scopes, Scope::channels));
    }

    private static Set<String> all(Collection<Scope> scopes, Function<Scope, Set<String>> list) {
        return scopes.stream().anyMatch(scope -> list.apply(scope).isEmpty())
                ? Set.of()
                : scopes.stream().flatMap(scope -> list.apply(scope).stream()).collect(Collectors.toSet());
    }

    /** Whether a customer with these attributes, gathered from all their signals, is inside. */
    public boolean holds(Attributes customer) {
        return holdsOneOf(regions, customer.regions())
                && holdsOneOf(segments, customer.segments())
                && holdsOneOf(accounts, customer.accounts())
                && holdsOneOf(products, customer.products())
                && holdsOneOf(channels, customer.channels());
    }

    private static boolean holdsOneOf(Set<String> limits, Set<String> values) {
        if (limits.isEmpty()) {
            return true;
        }
        for (String value : values) {
            if (limits.contains(value)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> inOrder(@Nullable Set<String> values) {
        return Collections.unmodifiableSet(new TreeSet<>(Objects.requireNonNullElse(values, Set.of())));
    }

    /** The values by which a customer or a single fact is found to be in a scope. */
    public record Attributes(
            Set<String> regions,
            Set<String> segments,
            Set<String> accounts,
            Set<String> products,
            Set<String> channels) {

        /** The attributes of one fact, each of which it may lack. */
        public static Attributes of(
                @Nullable String region,
                @Nullable String segment,
                @Nullable String account,
                @Nullable String product,
                @Nullable String channel) {
            return new Attributes(one(region), one(segment), one(account), one(product), one(channel));
        }

        private static Set<String> one(@Nullable String value) {
            return value == null ? Set.of() : Set.of(value);
        }
    }
}
