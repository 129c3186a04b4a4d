/** Keeps what is understood of texts in step with the lessons, in the background. */
@NullMarked
package org.customervaluesquads.signalservice.text.learning;

import org.jspecify.annotations.NullMarked;
