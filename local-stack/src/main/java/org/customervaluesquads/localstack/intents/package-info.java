/** Reading the intents that were published, with their evidence. */
@NullMarked
package org.customervaluesquads.localstack.intents;

import org.jspecify.annotations.NullMarked;
