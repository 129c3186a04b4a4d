/** What a text is about and how it sounds: features for topic, sentiment and emotion, taught by examples. */
@NullMarked
package org.customervaluesquads.signalservice.text;

import org.jspecify.annotations.NullMarked;
