/** The doors that Segment's client libraries know. */
@NullMarked
package org.customervaluesquads.signalservice.segment.rest;

import org.jspecify.annotations.NullMarked;
