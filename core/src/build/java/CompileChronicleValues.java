import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import net.openhft.chronicle.map.ChronicleMapBuilder;

/// Compiles, while Gnomon is built, the class that Chronicle Map would otherwise generate and compile at
/// every start: `VanillaGlobalMutableState$$Native`. Run with `-Dchronicle.values.dumpCode=true`, the
/// library prints the class's source when a map is made; that text is compiled into the folder given.
final class CompileChronicleValues {
  private static final String PACKAGE = "net/openhft/chronicle/hash/";
  private static final String NAME = "VanillaGlobalMutableState$$Native";

  public static void main(String[] args) throws IOException {
    var classes = Path.of(args[0]);
    if (!Files.exists(classes.resolve(PACKAGE + NAME + ".class"))) {
      compile(printedSource(), classes);
    }
  }

  private static String printedSource() throws IOException {
    var printed = new ByteArrayOutputStream();
    var stdout = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      makeMap();
    } finally {
      System.setOut(stdout);
    }
    return printed.toString(StandardCharsets.UTF_8);
  }

  private static void makeMap() throws IOException {
    var file = Files.createTempFile("values", ".map");
    var builder = ChronicleMapBuilder.of(byte[].class, byte[].class).name("values");
    builder.entries(8).averageKeySize(8).averageValueSize(8);
    try (var map = builder.createPersistedTo(file.toFile())) {
      map.put(new byte[8], new byte[8]);
    } finally {
      Files.delete(file);
    }
  }

  private static void compile(String source, Path classes) {
    var unit =
        new SimpleJavaFileObject(
            URI.create("string:///" + PACKAGE + NAME + ".java"), JavaFileObject.Kind.SOURCE) {
          @Override
          public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return source;
          }
        };
    var options =
        List.of("-nowarn", "-proc:none", "-d", classes.toString(),
            "-classpath", System.getProperty("java.class.path"));
    var task = ToolProvider.getSystemJavaCompiler().getTask(null, null, null, options, null, List.of(unit));
    if (!task.call()) {
      throw new IllegalStateException("the class that Chronicle Map printed does not compile");
    }
  }
}
