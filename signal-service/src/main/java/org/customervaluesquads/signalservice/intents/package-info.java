/** What a customer is about to do, as arithmetic on values: decayed counts, scores, evidence, stages. No framework. */
@NullMarked
package org.customervaluesquads.signalservice.intents;

import org.jspecify.annotations.NullMarked;
