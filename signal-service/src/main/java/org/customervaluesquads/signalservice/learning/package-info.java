/** Learning an intent's weights from lessons, and measuring how good scores are. No framework. */
@NullMarked
package org.customervaluesquads.signalservice.learning;

import org.jspecify.annotations.NullMarked;
