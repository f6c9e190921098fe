// Filters and search of the list of acts, and of pages of folds. Without this script all is there to read.
"use strict";
const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[’‘]/g, "'").toLowerCase();
const wordsOf = (text) => plain(text).split(/\s+/).filter(Boolean);

(() => {
  const form = document.getElementById("filters");
  if (!form) return;
  const rows = [...document.querySelectorAll("table.acts tbody tr")];
  const others = [...document.querySelectorAll("#also li")];
  const count = document.getElementById("count"), empty = document.getElementById("empty");
  const also = document.getElementById("also");
  const fields = [...form.elements].filter((field) => field.name);
  const found = (names, words) => words.every((word) => names.some((name) => plain(name).includes(word)));

  // The name that the search hit, unless the row shows it anyway.
  const hit = (row, names, words) => {
    const shown = plain(row.textContent);
    const name = words.length && names.find((each) => words.some((word) => plain(each).includes(word) && !shown.includes(word)));
    row.querySelector(".hit").textContent = name ? `Matches: ${name}` : "";
  };
  const test = (row, words) => {
    row.querySelector(".hit").textContent = "";
    const names = [...row.dataset.find.split("|")];
    const fits = found([...names, row.textContent], words);
    if (fits) hit(row, names, words);
    return fits;
  };

  const sift = () => {
    const words = wordsOf(form.elements.q.value);
    let n = 0;
    for (const row of rows) {
      const fits = test(row, words) && fields.every((field) => field.name === "q" || !field.value || row.dataset[field.name].split(" ").includes(field.value));
      row.hidden = !fits;
      n += fits;
    }
    const all = n === rows.length;
    count.textContent = all ? `${n} ${n === 1 ? "act" : "acts"}` : `${n} of ${rows.length} acts`;
    empty.hidden = n > 0;
    document.querySelector("table.acts").hidden = n === 0;
    if (also) {
      const near = words.length ? others.filter((each) => { const fits = test(each, words); each.hidden = !fits; return fits; }) : [];
      also.hidden = near.length === 0;
    }
  };

  // The filters stand in the address, so that a view of the list can be sent to somebody.
  const write = () => {
    const said = new URLSearchParams(fields.filter((field) => field.value).map((field) => [field.name, field.value]));
    const query = said.toString();
    history.replaceState(null, "", location.pathname + (query ? `?${query}` : "") + (query ? "#list" : location.hash));
  };
  const read = () => {
    const said = new URLSearchParams(location.search);
    for (const field of fields) {
      field.value = said.get(field.name) || "";
      if (field.value !== (said.get(field.name) || "")) field.value = "";
    }
  };
  const change = () => { sift(); write(); };
  const clear = () => { for (const field of fields) field.value = ""; change(); form.elements.q.focus(); };

  form.addEventListener("input", change);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => { event.preventDefault(); clear(); });
  document.getElementById("back").addEventListener("click", clear);
  window.addEventListener("popstate", () => { read(); sift(); });
  form.hidden = false;
  read();
  sift();
})();

(() => {
  const form = document.getElementById("folds");
  if (!form) return;
  const said = (fold) => [...fold.querySelectorAll("summary, p:not(.muted)")].map((each) => each.textContent).join(" ");
  const folds = [...document.querySelectorAll(".fold")].map((fold) => ({ fold, text: plain(said(fold)) }));
  const groups = [...document.querySelectorAll(".group")];
  const found = document.getElementById("found");

  const sift = () => {
    const words = wordsOf(form.elements.q.value);
    let n = 0;
    for (const { fold, text } of folds) {
      const fits = words.every((word) => text.includes(word));
      fold.hidden = !fits;
      n += fits;
    }
    for (const group of groups) {
      group.hidden = !group.querySelector(".fold:not([hidden])");
      group.querySelector("details").open = words.length > 0;
    }
    found.textContent = `${words.length ? `${n} of ` : ""}${folds.length} ${folds.length === 1 ? form.dataset.one : form.dataset.many}`;
  };
  // An address that names a row leads into a closed fold: open what holds the row, and what it holds.
  const show = () => {
    const at = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!at) return;
    const own = at.classList.contains("fold") ? at.querySelector(":scope > details") : null;
    for (let each = own || at.closest("details"); each; each = each.parentElement.closest("details")) each.open = true;
    at.scrollIntoView();
  };

  form.addEventListener("input", sift);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => { form.elements.q.value = ""; sift(); form.elements.q.focus(); });
  window.addEventListener("hashchange", show);
  form.hidden = false;
  sift();
  show();
})();
