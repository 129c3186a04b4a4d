/** Refusals over HTTP, as RFC 9457 problem documents. */
@NullMarked
package org.customervaluesquads.signalservice.problems;

import org.jspecify.annotations.NullMarked;
