package org.customervaluesquads.signalservice.text;

import org.jspecify.annotations.Nullable;

/**
 * A text that somebody labelled.
 *
 * @param label null if the text is none of what is asked for
 */
public record Example(Sentence sentence, @Nullable String label) {}
