/** The sentence embedding model, run by ONNX Runtime in this process. */
@NullMarked
package org.customervaluesquads.signalservice.text.onnx;

import org.jspecify.annotations.NullMarked;
