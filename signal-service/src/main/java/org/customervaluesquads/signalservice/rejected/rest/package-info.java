/** Refused signals over HTTP: listed, searched, and replayed. */
@NullMarked
package org.customervaluesquads.signalservice.rejected.rest;

import org.jspecify.annotations.NullMarked;
