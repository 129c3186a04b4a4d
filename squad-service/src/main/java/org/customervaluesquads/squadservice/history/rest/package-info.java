/** The history of squads over HTTP. */
@NullMarked
package org.customervaluesquads.squadservice.history.rest;

import org.jspecify.annotations.NullMarked;
