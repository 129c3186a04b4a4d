/** Decisions and decision rights over HTTP. */
@NullMarked
package org.customervaluesquads.squadservice.decisions.rest;

import org.jspecify.annotations.NullMarked;
