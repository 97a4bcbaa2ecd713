/// `gnomon.yml`: what may stand in it, and what counts where it says nothing.
@NullMarked
package io.gnomon.web.config;

import org.jspecify.annotations.NullMarked;
