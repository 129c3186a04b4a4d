/** Policies over HTTP. */
@NullMarked
package org.customervaluesquads.squadservice.policies.rest;

import org.jspecify.annotations.NullMarked;
