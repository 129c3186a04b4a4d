package org.customervaluesquads.localstack.demo;

import org.jspecify.annotations.Nullable;

/** One of the company's five producers of signals, each of a silo of its own. */
enum Source {
    CAMPAIGNS("campaigns", "marketing", "email"),
    WEB_SHOP("web-shop", "sales", "web"),
    HELP_DESK("help-desk", "service", "chat"),
    APP_USAGE("app-usage", "product", "app"),
    BILLING("billing", "finance", null);

    private final String id;
    private final String silo;
    private final @Nullable String channel;

    Source(String id, String silo, @Nullable String channel) {
        this.id = id;
        this.silo = silo;
        this.channel = channel;
    }

    String id() {
        return id;
    }

    String silo() {
        return silo;
    }

    /** The channel of its signals that name none. */
    @Nullable
    String channel() {
        return channel;
    }
}
