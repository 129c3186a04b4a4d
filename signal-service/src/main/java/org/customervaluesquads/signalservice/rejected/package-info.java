/** Signals that were refused: which of them somebody asks for. No framework. */
@NullMarked
package org.customervaluesquads.signalservice.rejected;

import org.jspecify.annotations.NullMarked;
