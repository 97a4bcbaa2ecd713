package io.gnomon.collect.relabel;

/// What a relabelling rule does, by Prometheus's names in lower case.
public enum RelabelAction {
  REPLACE,
  KEEP,
  DROP,
  KEEPEQUAL,
  DROPEQUAL,
  HASHMOD,
  LABELMAP,
  LABELDROP,
  LABELKEEP,
  LOWERCASE,
  UPPERCASE;

  boolean writesTarget() {
    return switch (this) {
      case REPLACE, HASHMOD, LOWERCASE, UPPERCASE -> true;
      case KEEP, DROP, KEEPEQUAL, DROPEQUAL, LABELMAP, LABELDROP, LABELKEEP -> false;
    };
  }

  boolean needsTarget() {
    return writesTarget() || this == KEEPEQUAL || this == DROPEQUAL;
  }
}
