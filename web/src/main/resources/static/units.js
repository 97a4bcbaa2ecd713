// Values as people read them, by Grafana's ids of units. Units.java says the same.
"use strict";

const Units = (() => {
  const BYTES = ["B", "KiB", "MiB", "GiB", "TiB", "PiB"];
  const SHORT = ["", "k", "M", "G", "T", "P"];
  const SMALL_TIMES = ["s", "ms", "µs", "ns"];

  // Three digits that count, no more.
  function digits(value) {
    const size = Math.abs(value);
    let decimals = size >= 100 ? 0 : size >= 10 ? 1 : 2;
    if (size !== 0 && size < 0.01) decimals = 4;
    return String(Number(value.toFixed(decimals)));
  }

  function scaled(value, base, names, gap) {
    let i = 0;
    while (Math.abs(value) >= base && i < names.length - 1) {
      value /= base;
      i++;
    }
    return digits(value) + gap + names[i];
  }

  function time(seconds) {
    const size = Math.abs(seconds);
    if (size >= 86400) return digits(seconds / 86400) + " d";
    if (size >= 3600) return digits(seconds / 3600) + " h";
    if (size >= 60) return digits(seconds / 60) + " min";
    let i = 0;
    while (seconds !== 0 && Math.abs(seconds) < 1 && i < SMALL_TIMES.length - 1) {
      seconds *= 1000;
      i++;
    }
    return digits(seconds) + " " + SMALL_TIMES[i];
  }

  function format(unit, value) {
    if (value === null || value === undefined) return "";
    if (!Number.isFinite(value)) return Number.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
    switch (unit) {
      case "percent": return digits(value) + "%";
      case "percentunit": return digits(100 * value) + "%";
      case "bytes": return scaled(value, 1024, BYTES, " ");
      case "Bps": return scaled(value, 1024, BYTES, " ") + "/s";
      case "s": return time(value);
      case "reqps": return scaled(value, 1000, SHORT, "") + " req/s";
      case "ops": return scaled(value, 1000, SHORT, "") + "/s";
      default: return scaled(value, 1000, SHORT, "");
    }
  }

  return { format };
})();
