/** Sources over HTTP: registering them, their own events, and trying out their mappings. */
@NullMarked
package org.customervaluesquads.signalservice.sources.rest;

import org.jspecify.annotations.NullMarked;
