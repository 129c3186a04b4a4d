/** What was learned, over HTTP: versions with their quality, and choosing one by hand. */
@NullMarked
package org.customervaluesquads.signalservice.learning.rest;

import org.jspecify.annotations.NullMarked;
