/** Sending a file of rows through the batch door, in the order in which they happened. */
@NullMarked
package org.customervaluesquads.localstack.replay;

import org.jspecify.annotations.NullMarked;
