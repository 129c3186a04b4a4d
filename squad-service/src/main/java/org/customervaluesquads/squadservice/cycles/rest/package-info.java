/** Cycles and the failure budget over HTTP. */
@NullMarked
package org.customervaluesquads.squadservice.cycles.rest;

import org.jspecify.annotations.NullMarked;
