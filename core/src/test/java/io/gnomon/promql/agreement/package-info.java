/// Whether a real Prometheus, fed the same samples, gives the same answers.
package io.gnomon.promql.agreement;
