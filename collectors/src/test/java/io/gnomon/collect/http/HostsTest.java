package io.gnomon.collect.http;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {"169.254.169.254", "169.254.0.1", "100.100.100.200", "fe80::1", "fd00:ec2::254"})
  void refusesANameThatLeadsToAMetadataService(String address) throws UnknownHostException {
    var resolved = List.of(InetAddress.getByName(address));

    assertThatThrownBy(() -> Hosts.check("metrics.example.org", resolved))
        .hasMessageStartingWith("metrics.example.org leads to the link-local address ");
    assertThatCode(() -> Hosts.check(address, resolved)).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.0.0.1", "192.168.1.1", "::1", "8.8.8.8"})
  void takesANameThatLeadsAnywhereElse(String address) throws UnknownHostException {
    var resolved = List.of(InetAddress.getByName(address));

    assertThatCode(() -> Hosts.check("api.internal", resolved)).doesNotThrowAnyException();
  }
}
