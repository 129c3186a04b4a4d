package org.customervaluesquads.signalservice.sources.rest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of sources; {@code next} is what to ask for after it, and is absent on the last. */
public record SourcesView(List<SourceView> items, @Nullable String next) {}
