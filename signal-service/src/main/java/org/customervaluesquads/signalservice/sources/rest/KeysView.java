package org.customervaluesquads.signalservice.sources.rest;

import java.util.List;

/** The write keys of a source, the newest last. */
public record KeysView(List<KeyView> items) {}
