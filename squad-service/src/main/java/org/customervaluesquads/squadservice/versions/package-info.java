/** Versions of what is read and changed over HTTP: {@code ETag} and {@code If-Match}. */
@NullMarked
package org.customervaluesquads.squadservice.versions;

import org.jspecify.annotations.NullMarked;
