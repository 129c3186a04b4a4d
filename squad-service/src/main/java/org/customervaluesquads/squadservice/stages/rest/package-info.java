/** Health and stages over HTTP. */
@NullMarked
package org.customervaluesquads.squadservice.stages.rest;

import org.jspecify.annotations.NullMarked;
