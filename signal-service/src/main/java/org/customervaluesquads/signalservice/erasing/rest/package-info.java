/** Erasing customers over HTTP, and the receipts. */
@NullMarked
package org.customervaluesquads.signalservice.erasing.rest;

import org.jspecify.annotations.NullMarked;
