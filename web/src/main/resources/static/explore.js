// Completion for queries: metric names, functions, and within braces label names and values. The
// list is made of text nodes; arrows choose, Tab or Enter takes, Escape closes, Ctrl-Enter runs.
"use strict";

(() => {
  const box = document.getElementById("expr");
  const list = document.getElementById("names");
  if (!box || !list) return;

  const FUNCTIONS = list.dataset.functions.split(" ");
  const MOST = 12;
  const asked = new Map();
  let shown = [];
  let chosen = -1;

  function ask(path) {
    if (!asked.has(path)) {
      asked.set(path, fetch(path).then((answer) => answer.json()).then((answer) => answer.data ?? [], () => []));
    }
    return asked.get(path);
  }

  // What stands before the cursor, and what could stand there.
  async function candidates() {
    const before = box.value.slice(0, box.selectionStart);
    const value = before.match(/([A-Za-z_][\w]*)\s*(?:=~|!~|!=|=)\s*"([^"]*)$/);
    if (value) return { word: value[2], words: await ask(`/api/v1/label/${value[1]}/values`) };
    const label = before.match(/(?:\{[^}"]*(?:"[^"]*"[^}"]*)*|(?:by|without|on|ignoring)\s*\([^)]*)$/);
    const word = before.match(/[A-Za-z_:][\w:]*$/)?.[0] ?? "";
    if (label) return { word, words: await ask("/api/v1/labels") };
    if (!word) return { word, words: [] };
    return { word, words: [...FUNCTIONS, ...(await ask("/api/v1/label/__name__/values"))] };
  }

  // Names that begin with the word first, then those that have it somewhere.
  function ranked(word, words) {
    const low = word.toLowerCase();
    const starts = words.filter((w) => w.toLowerCase().startsWith(low));
    const inside = words.filter((w) => !w.toLowerCase().startsWith(low) && w.toLowerCase().includes(low));
    return [...starts, ...inside].filter((w) => w !== word).slice(0, MOST);
  }

  async function suggest() {
    const { word, words } = await candidates();
    shown = ranked(word, words);
    chosen = -1;
    list.replaceChildren(...shown.map((name, i) => {
      const item = document.createElement("li");
      item.id = `name${i}`;
      item.role = "option";
      item.textContent = name;
      item.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(i);
      });
      return item;
    }));
    list.hidden = shown.length === 0;
    box.setAttribute("aria-expanded", String(!list.hidden));
  }

  function close() {
    list.hidden = true;
    box.setAttribute("aria-expanded", "false");
  }

  function choose(step) {
    chosen = (chosen + step + shown.length) % shown.length;
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === chosen)));
    box.setAttribute("aria-activedescendant", `name${chosen}`);
  }

  function take(i) {
    const end = box.selectionStart;
    const quoted = box.value.slice(0, end).match(/"([^"]*)$/);
    const word = quoted ? quoted[1] : box.value.slice(0, end).match(/[\w:]*$/)[0];
    box.setRangeText(shown[i], end - word.length, end, "end");
    close();
  }

  box.addEventListener("input", suggest);
  box.addEventListener("blur", close);
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) return box.form.requestSubmit();
    if (list.hidden) return;
    if (event.key === "ArrowDown") choose(1);
    else if (event.key === "ArrowUp") choose(-1);
    else if (event.key === "Escape") close();
    else if (event.key === "Tab" || (event.key === "Enter" && chosen >= 0)) take(Math.max(chosen, 0));
    else return;
    event.preventDefault();
  });
})();
