/** The trace context of a request, for the messages that it causes. */
@NullMarked
package org.customervaluesquads.squadservice.outbox.rest;

import org.jspecify.annotations.NullMarked;
