// Filters and search of the list of acts. Without this script the whole list is there to read.
(() => {
  "use strict";
  const form = document.getElementById("filters");
  if (!form) return;
  const rows = [...document.querySelectorAll("table.acts tbody tr")];
  const others = [...document.querySelectorAll("#also li")];
  const count = document.getElementById("count"), empty = document.getElementById("empty");
  const also = document.getElementById("also");
  const fields = [...form.elements].filter((field) => field.name);
  const plain = (text) => text.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[’‘]/g, "'").toLowerCase();
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
    const words = plain(form.elements.q.value).split(/\s+/).filter(Boolean);
    let n = 0;
    for (const row of rows) {
      const fits = test(row, words) && fields.every((field) => field.name === "q" || !field.value || row.dataset[field.name] === field.value);
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
