/** A real broker and a real database without Docker, kept in a folder. */
@NullMarked
package org.customervaluesquads.localstack.infrastructure;

import org.jspecify.annotations.NullMarked;
