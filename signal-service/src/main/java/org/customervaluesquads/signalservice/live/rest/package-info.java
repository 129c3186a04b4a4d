/** What is arriving, as server-sent events. */
@NullMarked
package org.customervaluesquads.signalservice.live.rest;

import org.jspecify.annotations.NullMarked;
