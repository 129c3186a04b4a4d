/** Messages in the form of Segment's client libraries, and the signals that they mean. No framework. */
@NullMarked
package org.customervaluesquads.signalservice.segment;

import org.jspecify.annotations.NullMarked;
