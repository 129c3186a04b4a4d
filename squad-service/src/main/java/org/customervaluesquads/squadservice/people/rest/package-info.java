/** People over HTTP. */
@NullMarked
package org.customervaluesquads.squadservice.people.rest;

import org.jspecify.annotations.NullMarked;
