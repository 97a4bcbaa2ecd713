package io.gnomon.web.command;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;

/// SIGHUP, the signal that asks a server to read its configuration again. Java has no supported way
/// to hear signals; `sun.misc.Signal` is reached by name, since the compiler warns of it.
final class Hangup {
  private Hangup() {}

  /// Calls the action whenever the signal comes; does nothing where there are no signals.
  static void listen(Runnable action) {
    try {
      var signal = Class.forName("sun.misc.Signal");
      var handler = Class.forName("sun.misc.SignalHandler");
      InvocationHandler call =
          (_, _, _) -> {
            action.run();
            return null;
          };
      var proxy = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, call);
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("HUP"), proxy);
    } catch (ReflectiveOperationException e) {
      System.getLogger(Hangup.class.getName()).log(System.Logger.Level.DEBUG, "no SIGHUP here", e);
    }
  }
}
