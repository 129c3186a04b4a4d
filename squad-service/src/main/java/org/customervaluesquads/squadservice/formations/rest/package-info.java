/** Proposals of squads over HTTP. */
@NullMarked
package org.customervaluesquads.squadservice.formations.rest;

import org.jspecify.annotations.NullMarked;
