package net.openhft.compiler;

/// Stands in the place of the library's class of this name, which would start a Java compiler
/// inside the running program. The one class that Chronicle Map wants compiled is made by the build
/// instead: see `core/src/build/java/CompileChronicleValues.java`.
public enum CompilerUtils {
  ;

  public static final boolean DEBUGGING = false;
  public static final CachedCompiler CACHED_COMPILER = new CachedCompiler(null, null);
}
