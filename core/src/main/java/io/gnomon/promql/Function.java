package io.gnomon.promql;

import java.util.List;

/// A function's name and signature. Of the argument types the last `optional` may be left out; a
/// variadic function takes any number more of its last.
public record Function(
    String name,
    List<Expr.Type> args,
    int optional,
    boolean variadic,
    Expr.Type result,
    boolean experimental) {}
