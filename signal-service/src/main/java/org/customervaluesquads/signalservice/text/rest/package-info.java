/** The catalogue of example messages over HTTP: what is taught, by whom, and how well it is understood. */
@NullMarked
package org.customervaluesquads.signalservice.text.rest;

import org.jspecify.annotations.NullMarked;
