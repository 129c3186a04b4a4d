/** The command line: options, progress and screens. */
@NullMarked
package org.customervaluesquads.localstack.cli;

import org.jspecify.annotations.NullMarked;
