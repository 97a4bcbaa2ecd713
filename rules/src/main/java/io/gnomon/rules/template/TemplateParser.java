package io.gnomon.rules.template;

import io.gnomon.rules.template.Lexer.Kind;
import io.gnomon.rules.template.Lexer.Token;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/// Tokens to nodes; the grammar stands at `Node`. Unknown functions and variables are told here,
/// before the template is ever carried out.
final class TemplateParser {
  private static final int DEEPEST = 100;

  private final List<Token> tokens;
  private final Set<String> functions;
  private final Deque<String> variables = new ArrayDeque<>();
  private int at;
  private int depth;
  private int loops;

  TemplateParser(String source, Set<String> functions, Set<String> known) {
    this.tokens = Lexer.tokens(source);
    this.functions = functions;
    known.forEach(variables::push);
  }

  List<Node> parse() {
    var nodes = list();
    if (peek().kind() != Kind.END) {
      throw new TemplateException("unexpected {{" + tokens.get(at + 1).text() + "}}");
    }
    return nodes;
  }

  /// Nodes up to `end`, `else` or the end of the text.
  private List<Node> list() {
    if (++depth > DEEPEST) {
      throw new TemplateException("nested too deeply");
    }
    int scope = variables.size();
    var nodes = new ArrayList<Node>();
    while (peek().kind() != Kind.END && !atWord("end") && !atWord("else")) {
      nodes.add(node());
    }
    while (variables.size() > scope) {
      variables.pop();
    }
    depth--;
    return List.copyOf(nodes);
  }

  private boolean atWord(String word) {
    return peek().kind() == Kind.OPEN && tokens.get(at + 1).text().equals(word);
  }

  private Node node() {
    var token = next();
    if (token.kind() == Kind.TEXT) {
      return new Node.Text(token.text());
    }
    if (peek().kind() != Kind.WORD) {
      return print();
    }
    return switch (peek().text()) {
      case "if" -> branch("if");
      case "with" -> branch("with");
      case "range" -> branch("range");
      case "break" -> jump(new Node.Break());
      case "continue" -> jump(new Node.Continue());
      case "template", "define", "block" ->
          throw new TemplateException("{{" + peek().text() + "}} is not supported");
      default -> print();
    };
  }

  private Node print() {
    var pipe = pipe();
    close();
    return new Node.Print(pipe);
  }

  private Node jump(Node jump) {
    if (loops == 0) {
      throw new TemplateException("{{" + peek().text() + "}} outside {{range}}");
    }
    next();
    close();
    return jump;
  }

  /// From the keyword on; an `else if` is an `else` with an `if` in it.
  private Node branch(String kind) {
    next();
    int scope = variables.size();
    var pipe = pipe();
    close();
    loops += kind.equals("range") ? 1 : 0;
    var then = list();
    loops -= kind.equals("range") ? 1 : 0;
    var otherwise = otherwise();
    while (variables.size() > scope) {
      variables.pop();
    }
    return switch (kind) {
      case "if" -> new Node.If(pipe, then, otherwise);
      case "with" -> new Node.With(pipe, then, otherwise);
      default -> new Node.Range(pipe, then, otherwise);
    };
  }

  private List<Node> otherwise() {
    if (peek().kind() == Kind.END) {
      throw new TemplateException("unexpected end of the template, {{end}} is missing");
    }
    next();
    if (next().text().equals("end")) {
      close();
      return List.of();
    }
    if (peek().text().equals("if") || peek().text().equals("with")) {
      return List.of(branch(peek().text()));
    }
    close();
    var nodes = list();
    if (!atWord("end")) {
      throw new TemplateException("expected {{end}}");
    }
    next();
    next();
    close();
    return nodes;
  }

  private Node.Pipe pipe() {
    var names = new ArrayList<String>();
    int start = at;
    while (peek().kind() == Kind.VARIABLE && names.size() < 2) {
      names.add(next().text());
      if (!accept(",")) {
        break;
      }
    }
    boolean declares = !names.isEmpty() && accept(":=");
    if (!declares && (names.isEmpty() || !accept("="))) {
      at = start;
      names.clear();
    }
    var commands = new ArrayList<Node.Command>();
    do {
      commands.add(command());
    } while (accept("|"));
    if (declares) {
      names.forEach(variables::push);
    }
    return new Node.Pipe(List.copyOf(names), declares, List.copyOf(commands));
  }

  private Node.Command command() {
    var words = new ArrayList<Node.Operand>();
    while (startsOperand()) {
      words.add(operand());
    }
    if (words.isEmpty()) {
      throw new TemplateException("missing value, got \"" + peek().text() + "\"");
    }
    return new Node.Command(List.copyOf(words));
  }

  private boolean startsOperand() {
    return switch (peek().kind()) {
      case NUMBER, STRING, CHAR, WORD, VARIABLE, FIELD -> true;
      case SIGN -> peek().text().equals("(") || peek().text().equals(".");
      case TEXT, OPEN, CLOSE, END -> false;
    };
  }

  private Node.Operand operand() {
    var first =
        peek().kind() == Kind.FIELD
            ? new Node.Fields(new Node.Dot(), List.of(next().text().substring(1)))
            : term();
    var fields = new ArrayList<String>();
    while (peek().kind() == Kind.FIELD && !peek().spaced()) {
      fields.add(next().text().substring(1));
    }
    return fields.isEmpty() ? first : new Node.Fields(first, List.copyOf(fields));
  }

  private Node.Operand term() {
    var token = next();
    return switch (token.kind()) {
      case NUMBER, STRING, CHAR -> new Node.Literal(Literals.value(token));
      case VARIABLE -> variable(token.text());
      case WORD -> word(token.text());
      case SIGN -> token.text().equals("(") ? inner() : new Node.Dot();
      case TEXT, FIELD, OPEN, CLOSE, END ->
          throw new TemplateException("unexpected \"" + token.text() + "\"");
    };
  }

  private Node.Operand variable(String name) {
    if (!variables.contains(name)) {
      throw new TemplateException("undefined variable \"" + name + "\"");
    }
    return new Node.Variable(name);
  }

  private Node.Operand word(String word) {
    return switch (word) {
      case "true" -> new Node.Literal(true);
      case "false" -> new Node.Literal(false);
      case "nil" -> new Node.Literal(null);
      default -> {
        if (!functions.contains(word)) {
          throw new TemplateException("function \"" + word + "\" not defined");
        }
        yield new Node.Call(word);
      }
    };
  }

  private Node.Operand inner() {
    if (++depth > DEEPEST) {
      throw new TemplateException("nested too deeply");
    }
    var pipe = pipe();
    if (!accept(")")) {
      throw new TemplateException("expected \")\", got \"" + peek().text() + "\"");
    }
    depth--;
    return new Node.Inner(pipe);
  }

  private boolean accept(String sign) {
    boolean found = peek().kind() == Kind.SIGN && peek().text().equals(sign);
    at += found ? 1 : 0;
    return found;
  }

  private void close() {
    if (next().kind() != Kind.CLOSE) {
      throw new TemplateException("unexpected \"" + tokens.get(at - 1).text() + "\" in an action");
    }
  }

  private Token peek() {
    return tokens.get(at);
  }

  private Token next() {
    var token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }
}
