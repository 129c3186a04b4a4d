package org.customervaluesquads.signalservice.once.rest;

import java.util.List;
import org.customervaluesquads.signalservice.once.Differing;

/**
 * The newest signals of a source that came again with another content, newest first.
 *
 * @param count how many there ever were
 */
public record DuplicatesView(String source, long count, List<Differing.Seen> newest) {}
