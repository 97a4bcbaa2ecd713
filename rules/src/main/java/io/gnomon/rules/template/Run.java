package io.gnomon.rules.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One carrying out of a template.
final class Run {
  private static final int MOST_STEPS = 100_000;
  private static final int LONGEST_TEXT = 64 << 10;

  private final Functions functions;
  private final StringBuilder out = new StringBuilder();
  private final Object data;
  private Scope scope;
  private int steps;

  /// What a list of nodes ended with.
  private enum End {
    PLAIN,
    BREAK,
    CONTINUE
  }

  /// The variables of a block; unknown ones are the outer block's.
  private record Scope(@Nullable Scope outer, Map<String, @Nullable Object> variables) {
    @Nullable Object get(String name) {
      return variables.containsKey(name) || outer == null ? variables.get(name) : outer.get(name);
    }

    void set(String name, @Nullable Object value) {
      if (variables.containsKey(name) || outer == null) {
        variables.put(name, value);
      } else {
        outer.set(name, value);
      }
    }
  }

  Run(Context context) {
    this.functions = new Functions(context);
    this.data = context;
    this.scope = new Scope(null, new HashMap<>());
    scope.variables.put("$", context);
    scope.variables.put("$labels", context.labels().toMap());
    scope.variables.put("$externalLabels", context.externalLabels().toMap());
    scope.variables.put("$externalURL", context.externalUrl());
    scope.variables.put("$value", context.value());
  }

  String render(List<Node> nodes) {
    all(nodes, data);
    return out.toString();
  }

  private End all(List<Node> nodes, @Nullable Object dot) {
    for (var node : nodes) {
      var end = one(node, dot);
      if (end != End.PLAIN) {
        return end;
      }
    }
    return End.PLAIN;
  }

  private End one(Node node, @Nullable Object dot) {
    step();
    return switch (node) {
      case Node.Text(var text) -> write(text);
      case Node.Print(var pipe) -> print(pipe, dot);
      case Node.If branch -> choose(branch, dot);
      case Node.With branch -> with(branch, dot);
      case Node.Range range -> range(range, dot);
      case Node.Break _ -> End.BREAK;
      case Node.Continue _ -> End.CONTINUE;
    };
  }

  private End print(Node.Pipe pipe, @Nullable Object dot) {
    var value = value(pipe, dot);
    return pipe.variables().isEmpty() ? write(GoText.print(value)) : End.PLAIN;
  }

  private End choose(Node.If branch, @Nullable Object dot) {
    open();
    boolean truth = Values.truth(value(branch.condition(), dot));
    return close(all(truth ? branch.then() : branch.otherwise(), dot));
  }

  private End with(Node.With branch, @Nullable Object dot) {
    open();
    var subject = value(branch.subject(), dot);
    boolean truth = Values.truth(subject);
    return close(all(truth ? branch.then() : branch.otherwise(), truth ? subject : dot));
  }

  private End range(Node.Range range, @Nullable Object dot) {
    open();
    var items = items(value(new Node.Pipe(List.of(), false, range.over().commands()), dot));
    var names = range.over().variables();
    for (var item : items) {
      open();
      bind(names, item, range.over().declares());
      var end = close(all(range.body(), item.getValue()));
      if (end == End.BREAK) {
        break;
      }
    }
    return close(items.isEmpty() ? all(range.otherwise(), dot) : End.PLAIN);
  }

  private void bind(
      List<String> names, Map.Entry<Object, @Nullable Object> item, boolean declares) {
    if (names.size() == 2) {
      give(names.getFirst(), item.getKey(), declares);
    }
    if (!names.isEmpty()) {
      give(names.getLast(), item.getValue(), declares);
    }
  }

  private static List<Map.Entry<Object, @Nullable Object>> items(@Nullable Object value) {
    var items = new ArrayList<Map.Entry<Object, @Nullable Object>>();
    switch (value) {
      case null -> {}
      case List<?> list -> {
        for (int i = 0; i < list.size(); i++) {
          items.add(new java.util.AbstractMap.SimpleEntry<>((long) i, list.get(i)));
        }
      }
      case Map<?, ?> map ->
          new TreeMap<>(map).forEach((key, each) -> items.add(Map.entry(key, each)));
      default -> throw new TemplateException("range can't iterate over " + GoText.print(value));
    }
    return items;
  }

  private void open() {
    scope = new Scope(scope, new HashMap<>());
  }

  private End close(End end) {
    scope = scope.outer() == null ? scope : scope.outer();
    return end;
  }

  private @Nullable Object value(Node.Pipe pipe, @Nullable Object dot) {
    @Nullable Object value = null;
    boolean first = true;
    for (var command : pipe.commands()) {
      value = first ? command(command, dot, List.of()) : command(command, dot, piped(value));
      first = false;
    }
    for (var name : pipe.variables()) {
      give(name, value, pipe.declares());
    }
    return value;
  }

  private static List<@Nullable Object> piped(@Nullable Object value) {
    var one = new ArrayList<@Nullable Object>(1);
    one.add(value);
    return one;
  }

  private void give(String name, @Nullable Object value, boolean declares) {
    if (declares) {
      scope.variables().put(name, value);
    } else {
      scope.set(name, value);
    }
  }

  private @Nullable Object command(
      Node.Command command, @Nullable Object dot, List<@Nullable Object> piped) {
    step();
    var head = command.words().getFirst();
    if (head instanceof Node.Call(var function)) {
      var arguments = new ArrayList<@Nullable Object>();
      for (var word : command.words().subList(1, command.words().size())) {
        arguments.add(operand(word, dot));
      }
      arguments.addAll(piped);
      return functions.call(function, arguments);
    }
    if (command.words().size() + piped.size() > 1) {
      throw new TemplateException("can't give argument to non-function");
    }
    return operand(head, dot);
  }

  private @Nullable Object operand(Node.Operand operand, @Nullable Object dot) {
    step();
    return switch (operand) {
      case Node.Dot _ -> dot;
      case Node.Variable(var name) -> scope.get(name);
      case Node.Literal(var value) -> value;
      case Node.Call(var function) -> functions.call(function, List.of());
      case Node.Inner(var pipe) -> value(pipe, dot);
      case Node.Fields(var of, var names) -> fields(operand(of, dot), names);
    };
  }

  private static @Nullable Object fields(@Nullable Object of, List<String> names) {
    var value = of;
    for (var name : names) {
      value = Values.field(value, name);
    }
    return value;
  }

  private void step() {
    if (++steps > MOST_STEPS) {
      throw new TemplateException("more than " + MOST_STEPS + " steps");
    }
  }

  private End write(String text) {
    if (out.length() + text.length() > LONGEST_TEXT) {
      throw new TemplateException("more than " + LONGEST_TEXT + " characters");
    }
    out.append(text);
    return End.PLAIN;
  }
}
