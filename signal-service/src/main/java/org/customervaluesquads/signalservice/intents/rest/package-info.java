/** Intents over HTTP: a customer's, and whom a squad should turn to now. */
@NullMarked
package org.customervaluesquads.signalservice.intents.rest;

import org.jspecify.annotations.NullMarked;
