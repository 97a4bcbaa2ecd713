package io.gnomon.rules.template;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the parser makes of a template.
///
/// ```
/// template = { text | "{{" action "}}" }
/// action   = pipe | if | range | with | break | continue
/// pipe     = [ variables (":=" | "=") ] command { "|" command }
/// command  = operand { operand }
/// operand  = ( dot | variable | literal | function | "(" pipe ")" ) { "." field }
/// ```
sealed interface Node {
  record Text(String text) implements Node {}

  record Print(Pipe pipe) implements Node {}

  record If(Pipe condition, List<Node> then, List<Node> otherwise) implements Node {}

  record With(Pipe subject, List<Node> then, List<Node> otherwise) implements Node {}

  record Range(Pipe over, List<Node> body, List<Node> otherwise) implements Node {}

  record Break() implements Node {}

  record Continue() implements Node {}

  /// The result of each command is the last argument of the next; the last one's is given to the
  /// variables. `declares` tells `:=` from `=`.
  record Pipe(List<String> variables, boolean declares, List<Command> commands) {}

  record Command(List<Operand> words) {}

  sealed interface Operand {}

  record Dot() implements Operand {}

  record Variable(String name) implements Operand {}

  record Literal(@Nullable Object value) implements Operand {}

  record Call(String function) implements Operand {}

  record Inner(Pipe pipe) implements Operand {}

  record Fields(Operand of, List<String> names) implements Operand {}
}
