package io.gnomon.promql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The trees that `/api/v1/parse_query` answers, as Java prints maps and lists.
class SyntaxTreeTest {
  static Stream<Arguments> trees() {
    return Table.of(
        """
        1.5      => {type=numberLiteral, val=1.5}
        "a"      => {type=stringLiteral, val=a}
        foo      => {type=vectorSelector, name=foo, matchers=[M(__name__ = foo)], anchored=false, smoothed=false, offset=0, timestamp=null, startOrEnd=null}
        foo[5m] offset 1m @ 2 => {type=matrixSelector, name=foo, matchers=[M(__name__ = foo)], anchored=false, smoothed=false, offset=60000, timestamp=2000, startOrEnd=null, range=300000}
        -foo     => {type=unaryExpr, op=-, expr={type=vectorSelector, name=foo, matchers=[M(__name__ = foo)], anchored=false, smoothed=false, offset=0, timestamp=null, startOrEnd=null}}
        (1)      => {type=parenExpr, expr={type=numberLiteral, val=1}}
        time()   => {type=call, func={name=time, argTypes=[], variadic=0, returnType=scalar}, args=[]}
        vector(1)[1h:] @ end() => {type=subquery, expr={type=call, func={name=vector, argTypes=[scalar], variadic=0, returnType=vector}, args=[{type=numberLiteral, val=1}]}, range=3600000, step=0, offset=0, timestamp=null, startOrEnd=end}
        topk by (a) (1, vector(1)) => {type=aggregation, op=topk, expr={type=call, func={name=vector, argTypes=[scalar], variadic=0, returnType=vector}, args=[{type=numberLiteral, val=1}]}, param={type=numberLiteral, val=1}, grouping=[a], without=false}
        1 < bool 2 => {type=binaryExpr, op=<, lhs={type=numberLiteral, val=1}, rhs={type=numberLiteral, val=2}, matching=null, bool=true}
        vector(1) * on(a) group_left(b) vector(2) => {type=binaryExpr, op=*, lhs={type=call, func={name=vector, argTypes=[scalar], variadic=0, returnType=vector}, args=[{type=numberLiteral, val=1}]}, rhs={type=call, func={name=vector, argTypes=[scalar], variadic=0, returnType=vector}, args=[{type=numberLiteral, val=2}]}, matching={card=many-to-one, labels=[a], on=true, include=[b], fillValues={lhs=null, rhs=null}}, bool=false}
        """);
  }

  @ParameterizedTest
  @MethodSource("trees")
  void hasPrometheusShape(String text, String tree) {
    var expr = Parser.parse(text, Options.DEFAULT);
    assertThat(
            SyntaxTree.of(expr)
                .toString()
                .replaceAll("\\{name=(\\w+), value=(\\w+), type=(.)}", "M($1 $3 $2)"))
        .isEqualTo(tree);
  }
}
