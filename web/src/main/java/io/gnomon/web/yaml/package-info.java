/// YAML to records: `Tree` reads text, `Binder` makes records of it, `Place` tells where something
/// is wrong.
@NullMarked
package io.gnomon.web.yaml;

import org.jspecify.annotations.NullMarked;
