// Makes the panels of a page live: the same queries the server asked, drawn by ECharts, asked anew
// every few seconds. All text goes into the page as text, never as markup.
"use strict";

(() => {
  const STEPS = [5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 21600, 86400];
  const POINTS = 300;
  const ALIGN = 5; // a first sample shows soon, and viewers ask the same
  const CLOCK = { year: "{yyyy}", month: "{MM}-{dd}", day: "{MM}-{dd}", hour: "{HH}:{mm}", minute: "{HH}:{mm}", second: "{HH}:{mm}:{ss}" };
  const GROUP = "panels";

  const grid = document.querySelector(".panels");
  if (!grid || !window.echarts) return;

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const quick = grid.dataset.quick;
  const refresh = Number(grid.dataset.refresh) * 1000;

  // Custom properties keep light-dark() as text; a probe element has it settled.
  function palette() {
    const probe = document.createElement("i");
    document.body.append(probe);
    const settle = (name) => {
      probe.style.color = `var(${name})`;
      return getComputedStyle(probe).color;
    };
    const colors = {
      series: Array.from({ length: 10 }, (_, i) => settle(`--c${i}`)),
      text: settle("--muted"),
      line: settle("--line"),
      card: settle("--card"),
      ink: settle("--ink"),
      bad: settle("--bad"),
    };
    probe.remove();
    return colors;
  }

  function range(panel) {
    const from = Number(panel.dataset.from);
    const to = Number(panel.dataset.to);
    const length = to - from;
    const step = STEPS.find((s) => s * 1000 * POINTS >= length) ?? 86400;
    const end = Math.floor((quick ? Date.now() : to) / 1000 / ALIGN) * ALIGN;
    const start = end - Math.floor(length / 1000 / step) * step;
    return { start, end, step };
  }

  // {{label}} in a legend is the label's value.
  function name(legend, metric) {
    if (legend) return legend.replace(/\{\{\s*([^{}\s]+)\s*\}\}/g, (_, label) => metric[label] ?? "");
    const { __name__: own = "", ...labels } = metric;
    const text = Object.entries(labels).map(([k, v]) => `${k}="${v}"`).join(", ");
    return own + (text || !own ? `{${text}}` : "");
  }

  async function ask(query, { start, end, step }) {
    const body = new URLSearchParams({ query: query.expr, start, end, step });
    const response = await fetch("/api/v1/query_range", { method: "POST", body });
    const answer = await response.json();
    if (answer.status !== "success") throw new Error(answer.error);
    return answer.data.result.map((series) => ({
      name: name(query.legend, series.metric),
      points: points(series.values, start, end, step),
    }));
  }

  // A step without a value is a gap in the line.
  function points(values, start, end, step) {
    const byTime = new Map(values.map(([t, v]) => [t, Number(v)]));
    const all = [];
    for (let t = start; t <= end; t += step) {
      const value = byTime.get(t);
      all.push([t * 1000, Number.isFinite(value) ? value : null]);
    }
    return all;
  }

  function last(points) {
    for (let i = points.length - 1; i >= 0; i--) if (points[i][1] !== null) return points[i][1];
    return NaN;
  }

  function option(spec, series, colors, { start, end }) {
    const value = (v) => Units.format(spec.unit, v);
    return {
      animation: false,
      color: colors.series,
      grid: { left: 8, right: 12, top: 12, bottom: 4, containLabel: true },
      tooltip: {
        trigger: "axis",
        renderMode: "richText",
        confine: true,
        order: "valueDesc",
        backgroundColor: colors.card,
        borderColor: colors.line,
        textStyle: { color: colors.ink, fontSize: 12 },
        valueFormatter: value,
        axisPointer: { lineStyle: { color: colors.text } },
      },
      toolbox: { show: false, feature: { dataZoom: { yAxisIndex: "none" } } },
      xAxis: {
        type: "time",
        min: start * 1000,
        max: end * 1000,
        axisLine: { lineStyle: { color: colors.line } },
        axisLabel: { color: colors.text, hideOverlap: true, formatter: CLOCK },
        splitLine: { show: false },
      },
      yAxis: {
        type: "value",
        scale: false,
        splitNumber: 4,
        ...bounds(spec.unit, series),
        axisLabel: { color: colors.text, formatter: value },
        splitLine: { lineStyle: { color: colors.line } },
      },
      series: series.map((one, i) => ({
        name: one.name,
        type: "line",
        data: one.points,
        showSymbol: false,
        connectNulls: false,
        lineStyle: { width: 1.5 },
        emphasis: { focus: "series" },
        markLine: i === 0 && spec.threshold !== undefined ? threshold(spec, colors, value) : undefined,
      })),
    };
  }

  // A share ends at the whole; bytes have their ticks on whole KiB, MiB, ...
  function bounds(unit, series) {
    const most = Math.max(0, ...series.flatMap((one) => one.points.map(([, value]) => value ?? 0)));
    const whole = { percent: 100, percentunit: 1 }[unit];
    if (whole && most > whole / 2 && most <= whole) return { max: whole, interval: whole / 4 };
    if ((unit !== "bytes" && unit !== "Bps") || most < 4) return {};
    const interval = 2 ** Math.ceil(Math.log2(most / 4));
    return { interval, max: Math.ceil(most / interval) * interval };
  }

  function threshold(spec, colors, value) {
    return {
      silent: true,
      symbol: "none",
      lineStyle: { color: colors.bad, type: "dashed" },
      label: { position: "insideEndTop", color: colors.bad, formatter: () => value(spec.threshold) },
      data: [{ yAxis: spec.threshold }],
    };
  }

  // The legend below a chart: names, newest values; a click shows one series alone.
  function drawLegend(panel, spec, series, chart) {
    const list = panel.querySelector(".legend");
    const alone = panel.dataset.alone;
    list.replaceChildren(...series.map((one, i) => {
      const item = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.className = `c${i % 10}`;
      button.setAttribute("aria-pressed", String(alone === one.name));
      button.append(document.createElement("i"), one.name);
      button.addEventListener("click", () => isolate(panel, spec, series, chart, one.name));
      const value = document.createElement("b");
      value.textContent = Units.format(spec.unit, last(one.points));
      item.append(button, value);
      return item;
    }));
  }

  function isolate(panel, spec, series, chart, wanted) {
    panel.dataset.alone = panel.dataset.alone === wanted ? "" : wanted;
    const alone = panel.dataset.alone;
    for (const one of series) {
      const type = !alone || one.name === alone ? "legendSelect" : "legendUnSelect";
      chart.dispatchAction({ type, name: one.name });
    }
    drawLegend(panel, spec, series, chart);
  }

  // A drag over a chart asks for the page of that time.
  function zoomByDrag(chart) {
    chart.dispatchAction({ type: "takeGlobalCursor", key: "dataZoomSelect", dataZoomSelectActive: true });
    chart.on("datazoom", (event) => {
      const zoom = event.batch?.[0];
      if (zoom?.startValue === undefined) return;
      const address = new URL(location.href);
      address.searchParams.set("from", Math.round(zoom.startValue));
      address.searchParams.set("to", Math.round(zoom.endValue));
      location.assign(address);
    });
  }

  function makeChart(panel) {
    const plot = panel.querySelector(".plot");
    plot.replaceChildren();
    plot.classList.add("live");
    const chart = echarts.init(plot, null, { renderer: "canvas" });
    chart.group = GROUP;
    new ResizeObserver(() => chart.resize()).observe(plot);
    return chart;
  }

  function problem(panel, text) {
    let line = panel.querySelector(".wrong");
    if (!line && text) {
      line = document.createElement("p");
      line.className = "wrong";
      panel.append(line);
    }
    if (line) line.textContent = text;
    if (line) line.hidden = !text;
  }

  const charts = new Map();

  async function draw(panel) {
    const spec = JSON.parse(panel.dataset.panel);
    if (spec.table || !panel.querySelector(".plot")) return;
    const span = range(panel);
    try {
      const series = (await Promise.all(spec.queries.map((query) => ask(query, span)))).flat();
      if (!series.length) return;
      const fresh = !charts.has(panel);
      const chart = fresh ? makeChart(panel) : charts.get(panel);
      charts.set(panel, chart);
      const selected = Object.fromEntries(series.map((one) => [one.name, !panel.dataset.alone || panel.dataset.alone === one.name]));
      chart.setOption({ ...option(spec, series, palette(), span), legend: { show: false, selected } }, { replaceMerge: ["series"] });
      if (fresh) zoomByDrag(chart);
      drawLegend(panel, spec, series, chart);
      problem(panel, "");
    } catch (error) {
      problem(panel, error.message);
    }
  }

  const visible = new Set();
  const watcher = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      if (entry.isIntersecting) {
        visible.add(entry.target);
        if (!charts.has(entry.target)) draw(entry.target);
      } else {
        visible.delete(entry.target);
      }
    }
  }, { rootMargin: "200px" });
  document.querySelectorAll(".panel").forEach((panel) => watcher.observe(panel));

  echarts.connect(GROUP);
  dark.addEventListener("change", () => visible.forEach(draw));
  if (refresh && quick) {
    setInterval(() => document.hidden || visible.forEach(draw), refresh);
  }
})();
