/** Shows how the answer was computed. */
function showDefinition() {
  const { lang } = document.documentElement;
  byId("window").textContent = data().facts[lang][0][1];
  const incomplete = byId("incomplete");
  incomplete.textContent = data().incomplete[lang] + (data().remedy && " " + words("remedy." + data().remedy));
  incomplete.hidden = data().incomplete[lang] === "";
  const facts = byId("facts");
  facts.replaceChildren();
  for (const [label, value] of data().facts[lang]) {
    facts.appendChild(document.createElement("dt")).textContent = label;
    facts.appendChild(document.createElement("dd")).textContent = value;
  }
  const notices = byId("notices");
  notices.hidden = data().notices.length === 0;
  notices.replaceChildren();
  for (const [kind, text] of data().notices) {
    notices.appendChild(document.createElement("li")).append(...translated("notice." + kind, text));
  }
  const details = byId("excluded");
  details.hidden = data().excluded.length === 0;
  /** @type {HTMLElement} */ (details.querySelector("summary")).textContent = words("excluded");
  const table = /** @type {HTMLTableElement} */ (details.querySelector("table"));
  table.replaceChildren();
  const head = table.createTHead().insertRow();
  for (const title of ["number", "name", "reason"]) {
    const cell = head.appendChild(document.createElement("th"));
    cell.scope = "col";
    cell.textContent = words("excluded." + title);
  }
  const body = table.createTBody();
  for (const [catalogNumber, name, kind, reason] of data().excluded) {
    const row = body.insertRow();
    for (const text of [catalogNumber ? String(catalogNumber) : "", name]) row.insertCell().textContent = text;
    row.insertCell().append(...translated("exclusion." + kind, reason));
  }
}

/** Returns a text in English; in another language, words that say about the same and then the text. @param {string} key @param {string} english */
function translated(key, english) {
  if (document.documentElement.lang === "en") return [english];
  const original = document.createElement("span");
  original.lang = "en";
  original.textContent = `(${english})`;
  return [words(key) + " ", original];
}
