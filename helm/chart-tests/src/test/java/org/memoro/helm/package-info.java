/** What the charts and k8s/ promise, checked without a cluster. */
@org.jspecify.annotations.NullMarked
package org.memoro.helm;
