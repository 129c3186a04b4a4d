/** Registered producers of signals and the mappings of their own formats. No framework. */
@NullMarked
package org.customervaluesquads.signalservice.sources;

import org.jspecify.annotations.NullMarked;
