"use strict";
// The page is whole without this. It opens evidence in a panel, filters, sorts and moves by arrow keys.
(() => {
  const $ = (id) => document.getElementById(id);
  const fragment = () => {
    try { return decodeURIComponent(location.hash.slice(1)); } catch { return ""; }
  };
  const deep = /^\/([a-z_]+)\/(.+)$/.exec(fragment());
  if (deep) { location.replace(`${deep[1]}.html#${encodeURI(deep[2])}`); return; }

  const table = $("table");
  if (!table) return;
  document.documentElement.classList.add("js");
  const panel = $("panel"), body = $("panel-body");
  const title = document.querySelector("h1").textContent;
  let opener = null;

  // --- evidence in a panel: a copy of the block that a cell's link points to
  const fill = (block, where) => {
    const copy = block.cloneNode(true);
    copy.removeAttribute("id");
    for (const each of copy.querySelectorAll("[id]")) each.removeAttribute("id");
    copy.querySelector("h3").id = "panel-title";
    body.replaceChildren(copy);
    $("panel-where").textContent = [title, ...where.split("/")].join(" › ");
    body.scrollTop = 0;
    if (!panel.open) panel.showModal();
    $("panel-close").focus();
  };
  const show = (cell, remember) => {
    const block = $(decodeURIComponent(cell.getAttribute("href").slice(1)));
    if (!block) return;
    if (!panel.open) opener = cell;
    if (remember) history.pushState(null, "", `#${cell.id}`);
    fill(block, cell.id);
  };
  const follow = () => {
    const target = $(fragment());
    if (target && target.matches("a.cell")) {
      const row = target.closest("tr");
      if (row) { row.hidden = false; target.scrollIntoView({ block: "center" }); }
      show(target, false);
    } else if (panel.open) panel.close();
  };
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (link.matches("a.cell")) {
      event.preventDefault();
      const known = link.id ? link : twin(link);
      if (!panel.open) opener = link;
      show(known, true);
    }
  });
  // a record's links have no ids of their own in the panel: find the cell that says the same
  const twin = (link) => {
    const row = $("panel-where").textContent.split(" › ")[1];
    const href = link.getAttribute("href");
    const same = [...document.querySelectorAll(`a.cell[id^="${CSS.escape(row)}/"]`)];
    return same.find((each) => each.getAttribute("href") === href) || link;
  };
  $("panel-close").addEventListener("click", () => panel.close());
  panel.addEventListener("click", (event) => { if (event.target === panel) panel.close(); });
  panel.addEventListener("close", () => {
    if (location.hash) history.pushState(null, "", location.pathname + location.search);
    if (opener) opener.focus();
    opener = null;
  });
  window.addEventListener("hashchange", follow);
  window.addEventListener("popstate", follow);

  // --- filters
  const rows = [...table.tBodies[0].rows];
  const heads = [...table.tHead.rows[0].cells];
  const said = rows.map((row) => row.textContent.toLowerCase());
  const valueOf = (row, at) => (row.cells[at].querySelector("bdi, .null") || row.cells[at]).textContent.trim();
  const choices = [];
  heads.forEach((head, at) => {
    if (!head.hasAttribute("data-choose")) return;
    const values = [...new Set(rows.map((row) => valueOf(row, at)))].sort();
    if (values.length < 2 || values.length > 40) return;
    const label = document.createElement("label"), select = document.createElement("select");
    label.append(`${head.textContent} `, select);
    select.append(new Option("all", ""), ...values.map((value) => new Option(value, value)));
    select.addEventListener("change", sift);
    choices.push([at, select]);
    $("choices").append(label);
  });
  function sift() {
    const words = $("find").value.toLowerCase().split(/\s+/).filter(Boolean);
    let n = 0;
    rows.forEach((row, i) => {
      const fits = words.every((word) => said[i].includes(word)) &&
        choices.every(([at, select]) => !select.value || valueOf(row, at) === select.value);
      row.hidden = !fits;
      n += fits;
    });
    $("count").textContent = n === rows.length ? `${n} rows` : `${n} of ${rows.length} rows`;
    rove();
  }
  $("find").addEventListener("input", sift);
  $("clear").addEventListener("click", () => {
    $("find").value = "";
    choices.forEach(([, select]) => { select.value = ""; });
    sift();
    $("find").focus();
  });
  document.querySelector(".tools").hidden = false;

  // --- sorting
  const key = (row, at) => {
    const cell = row.cells[at];
    if (cell.classList.contains("none")) return null;
    const given = cell.dataset.sort;
    return given === undefined ? valueOf(row, at) : /^\d+$/.test(given) ? Number(given) : given;
  };
  const order = (a, b) => typeof a === "number" && typeof b === "number" ? a - b
    : String(a).localeCompare(String(b), "en", { numeric: true });
  const sorts = [];
  $("sort").addEventListener("change", (event) => {
    if (event.target.value) sorts[event.target.value](false);
    else { table.tBodies[0].append(...rows); heads.forEach((each) => each.removeAttribute("aria-sort")); rove(); }
  });
  heads.forEach((head, at) => {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    head.append(button);
    const sort = (down) => {
      heads.forEach((each) => each.removeAttribute("aria-sort"));
      head.setAttribute("aria-sort", down ? "descending" : "ascending");
      const keyed = rows.map((row, i) => [key(row, at), i, row]);
      keyed.sort(([a, i], [b, j]) => a === null || b === null ? (a === null) - (b === null) || i - j
        : (down ? order(b, a) : order(a, b)) || i - j);
      table.tBodies[0].append(...keyed.map(([, , row]) => row));
      $("sort").value = at;
      rove();
    };
    sorts.push(sort);
    $("sort").append(new Option(button.textContent, at));
    button.addEventListener("click", () => sort(head.getAttribute("aria-sort") === "ascending"));
  });

  // --- arrow keys: one cell of the table is a tab stop, the arrows move it
  table.setAttribute("role", "grid");
  let current = null;
  const stop = (link) => {
    if (current) current.tabIndex = -1;
    current = link;
    if (link) link.tabIndex = 0;
  };
  const shownRows = () => [...table.tBodies[0].rows].filter((row) => !row.hidden);
  const rove = () => stop((shownRows()[0] || rows[0])?.querySelector("a.cell"));
  for (const link of table.querySelectorAll("a.cell")) link.tabIndex = -1;
  rove();
  table.addEventListener("focusin", (event) => {
    if (event.target.matches("a.cell")) stop(event.target);
  });
  table.addEventListener("keydown", (event) => {
    const cell = event.target.closest("tbody td, tbody th");
    if (!cell || event.altKey || event.ctrlKey || event.metaKey) return;
    const seen = shownRows(), row = seen.indexOf(cell.parentElement), at = cell.cellIndex;
    const to = { ArrowDown: [row + 1, at], ArrowUp: [row - 1, at], ArrowRight: [row, at + 1],
      ArrowLeft: [row, at - 1], Home: [row, 0], End: [row, heads.length - 1] }[event.key];
    const next = to && seen[to[0]]?.cells[to[1]]?.querySelector("a.cell");
    if (!to) return;
    event.preventDefault();
    if (next) next.focus();
  });
  if (fragment()) follow();
})();
