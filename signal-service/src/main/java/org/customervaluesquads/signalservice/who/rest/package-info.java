/** A customer's merge log over HTTP, unmerging, and erasing. */
@NullMarked
package org.customervaluesquads.signalservice.who.rest;

import org.jspecify.annotations.NullMarked;
