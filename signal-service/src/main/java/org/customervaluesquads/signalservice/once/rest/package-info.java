/** Duplicates that differ, over HTTP. */
@NullMarked
package org.customervaluesquads.signalservice.once.rest;

import org.jspecify.annotations.NullMarked;
