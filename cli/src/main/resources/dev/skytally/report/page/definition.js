/** Shows how the answer was computed. */
function showDefinition() {
  byId("window").textContent = data().facts[0][1];
  const incomplete = byId("incomplete");
  incomplete.textContent = data().incomplete + (data().remedy && " " + words("remedy." + data().remedy));
  incomplete.hidden = data().incomplete === "";
  const facts = byId("facts");
  facts.replaceChildren();
  for (const [label, value] of data().facts) {
    facts.appendChild(document.createElement("dt")).textContent = label;
    facts.appendChild(document.createElement("dd")).textContent = value;
  }
  const notices = byId("notices");
  notices.hidden = data().notices.length === 0;
  notices.replaceChildren();
  for (const notice of data().notices) {
    notices.appendChild(document.createElement("li")).textContent = notice;
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
  for (const [catalogNumber, name, reason] of data().excluded) {
    const row = body.insertRow();
    for (const text of [catalogNumber ? String(catalogNumber) : "", name, reason]) row.insertCell().textContent = text;
  }
}
