/** Vectors from an ONNX model inside this JVM; nothing leaves the machine. */
@NullMarked
package org.memoro.languagemodels.onnx;

import org.jspecify.annotations.NullMarked;
