/// `gnomon.yml`: from text to records. `Binder` knows YAML and records; `Config` knows what may
/// stand in the file; neither knows what a section means to the part that gets it.
@NullMarked
package io.gnomon.web.config;

import org.jspecify.annotations.NullMarked;
