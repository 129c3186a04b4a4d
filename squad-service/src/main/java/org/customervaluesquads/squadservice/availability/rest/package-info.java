/** Free time of people over HTTP. */
@NullMarked
package org.customervaluesquads.squadservice.availability.rest;

import org.jspecify.annotations.NullMarked;
