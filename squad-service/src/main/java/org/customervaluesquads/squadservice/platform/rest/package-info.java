/** The central platforms over HTTP. */
@NullMarked
package org.customervaluesquads.squadservice.platform.rest;

import org.jspecify.annotations.NullMarked;
