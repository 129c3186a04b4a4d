package org.customervaluesquads.signalservice.rejected.rest;

import java.util.List;
import org.customervaluesquads.contracts.SignalRejected;
import org.jspecify.annotations.Nullable;

/** A page of refused signals, newest first; {@code next} is what to ask for after it, and is absent on the last. */
public record RejectedView(
        List<SignalRejected> items, @Nullable String next) {}
