/* Sunlit: what a script adds. Every page is whole without it.
   Large print and colours remembered; rows filtered in place; a list searched while typing. */
(() => {
  "use strict";
  const root = document.documentElement;
  const store = {
    get(key) { try { return localStorage.getItem("sunlit-" + key); } catch { return null; } },
    set(key, value) {
      try {
        if (value) localStorage.setItem("sunlit-" + key, value);
        else localStorage.removeItem("sunlit-" + key);
      } catch { /* private mode, file:// without storage: it still works for this page */ }
    },
  };

  // Before the first paint, so that nothing jumps.
  root.classList.add("scripted");
  root.classList.toggle("care", store.get("care") === "on");
  const schemes = ["", "light", "dark"];
  const wear = (scheme) => {
    root.classList.remove("light", "dark");
    if (scheme) root.classList.add(scheme);
  };
  let scheme = store.get("theme") || "";
  if (!schemes.includes(scheme)) scheme = "";
  wear(scheme);

  const careControls = () => {
    for (const control of document.querySelectorAll('[data-toggle="care"]')) {
      control.setAttribute("role", "button");
      control.hidden = false;
      const show = () => control.setAttribute("aria-pressed", String(root.classList.contains("care")));
      const toggle = (event) => {
        event.preventDefault();
        store.set("care", root.classList.toggle("care") ? "on" : "");
        document.querySelectorAll('[data-toggle="care"]').forEach((one) =>
          one.setAttribute("aria-pressed", String(root.classList.contains("care"))));
      };
      control.addEventListener("click", toggle);
      control.addEventListener("keydown", (event) => { if (event.key === " ") toggle(event); });
      show();
    }
  };

  const themeControls = () => {
    for (const control of document.querySelectorAll('[data-toggle="theme"]')) {
      const labels = control.dataset.labels.split("|");
      const show = () => { control.textContent = labels[schemes.indexOf(scheme)]; };
      control.addEventListener("click", () => {
        scheme = schemes[(schemes.indexOf(scheme) + 1) % schemes.length];
        store.set("theme", scheme);
        wear(scheme);
        show();
      });
      control.hidden = false;
      show();
    }
  };

  const printControls = () => {
    for (const control of document.querySelectorAll("[data-print]")) {
      control.hidden = false;
      control.addEventListener("click", () => window.print());
    }
  };

  // Before and after laid one over the other, with a line to move.
  const slides = () => {
    for (const control of document.querySelectorAll("[data-slide]")) {
      const pair = control.closest(".pair");
      const line = pair.querySelector("input");
      const move = () => pair.style.setProperty("--at", line.value / 100);
      line.addEventListener("input", move);
      control.addEventListener("click", () => {
        line.hidden = !pair.classList.toggle("sliding");
        control.setAttribute("aria-pressed", String(!line.hidden));
        move();
      });
    }
  };

  const say = (line, shown, total) => {
    if (!line) return;
    const words = !shown && line.dataset.none ? line.dataset.none : line.dataset.count;
    line.textContent = words.replace("{n}", shown).replace("{total}", total);
  };

  // `data-filters="horizon=near|status=late"` on a row answers the links of `data-filter="horizon"`.
  const decode = (text) => { try { return decodeURIComponent(text); } catch { return text; } };

  // An option names its value itself, in its address (#horizon=near, …/near/), or by its label.
  const pairOf = (name, link, known) => {
    const [path, mark = ""] = (link.getAttribute("href") || "").split("#");
    const parts = path.split(/[/?]/).filter((part) => part && part !== "index.html");
    const tries = [link.dataset.value, decode(mark).replace(name + "=", ""),
      decode(parts[parts.length - 1] || "").replace(/\.html$/, ""), link.textContent.trim()];
    const found = tries.find((value) => value && known.has(name + "=" + value));
    return found ? name + "=" + found : "";
  };

  const filters = () => {
    for (const nav of document.querySelectorAll(".filters")) {
      let scope = nav.parentElement;
      while (scope && !scope.querySelector("[data-filters]")) scope = scope.parentElement;
      if (!scope) continue;
      const rows = [...scope.querySelectorAll("[data-filters]")].map((element) => ({
        element, pairs: new Set(element.dataset.filters.split("|")),
      }));
      const known = new Set(rows.flatMap((row) => [...row.pairs]));
      const line = scope.querySelector(".count:not([data-none])");
      const chosen = new Map();

      const apply = () => {
        let shown = 0;
        for (const row of rows) {
          const keep = [...chosen.values()].every((pair) => !pair || row.pairs.has(pair));
          row.element.hidden = !keep;
          if (keep) shown += 1;
        }
        say(line, shown, rows.length);
      };

      for (const group of nav.querySelectorAll("[data-filter]")) {
        const links = [...group.querySelectorAll("a")];
        const pairs = links.map((link) => pairOf(group.dataset.filter, link, known));
        // On a page that is itself a ready-made view the other rows are not here: follow the links.
        const current = links.findIndex((link) => link.hasAttribute("aria-current"));
        if (!pairs.some(Boolean) || (current >= 0 && pairs[current])) continue;
        links.forEach((link, index) => {
          link.addEventListener("click", (event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            if (!pairs[index] && index !== current) return;
            event.preventDefault();
            chosen.set(group.dataset.filter, pairs[index]);
            links.forEach((one) => one.removeAttribute("aria-current"));
            link.setAttribute("aria-current", "true");
            apply();
          });
        });
      }
    }
  };

  // `data-key="双龙村 shuanglongcun slc"` on a list item answers what is typed in `data-finder`.
  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/[\s'’·-]+/g, "");
  const finder = () => {
    for (const box of document.querySelectorAll("[data-finder]")) {
      const input = box.querySelector("input");
      const line = box.querySelector(".count");
      const items = [...document.querySelectorAll("[data-key]")].map((element) => ({
        element, keys: element.dataset.key.split(/\s+/).map(plain),
      }));
      const groups = [...document.querySelectorAll("[data-key-group]")];
      const search = () => {
        const wanted = plain(input.value);
        let shown = 0;
        for (const item of items) {
          const keep = !wanted || item.keys.some((key) => key.includes(wanted));
          item.element.hidden = !keep;
          if (keep) shown += 1;
        }
        for (const group of groups) {
          group.hidden = Boolean(wanted) && !group.querySelector("[data-key]:not([hidden])");
          if (group.tagName === "DETAILS" && wanted) group.open = !group.hidden;
        }
        if (wanted) say(line, shown, items.length);
        else line.textContent = "";
      };
      input.addEventListener("input", search);
      box.hidden = false;
      if (input.value) search();
      if (location.hash === "#find") input.focus({ preventScroll: true });
    }
  };

  const start = () => {
    careControls();
    themeControls();
    printControls();
    slides();
    filters();
    finder();
  };
  if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", start);
  else start();
})();
