/** @param {number | null} figure @param {number} metric */
function figureText(figure, metric) {
  if (figure === null) return "–";
  switch (data().metrics[metric].key) {
    case "max": return String(figure);
    case "share": return decimal(100 * figure, 1) + "\u00a0%";
    default: return decimal(figure, 2);
  }
}

/** Returns the name of a site and of its country. @param {Site} site */
function siteTitle(site) {
  return site.country ? site.name + ", " + site.country : site.name;
}

/** Shows the figures of the site by system, and those of all together. @param {Day} day */
function showFigures({ site, counts }) {
  const table = /** @type {HTMLTableElement} */ (byId("figures").querySelector("table"));
  table.replaceChildren();
  const head = table.createTHead().insertRow();
  const addTitle = (/** @type {string} */ title, /** @type {string} */ className) => {
    const cell = head.appendChild(document.createElement("th"));
    cell.scope = "col";
    cell.className = className;
    cell.textContent = title;
  };
  addTitle(words("system"), "");
  for (const { key } of data().metrics) {
    addTitle(words("figure." + key), "number");
    if (key === "mean") for (const name of data().beside) addTitle(words("figure." + name), "number");
  }
  const body = table.createTBody();
  const addRow = (/** @type {Node} */ mark, /** @type {string} */ name) => {
    const row = body.insertRow();
    const title = row.appendChild(document.createElement("th"));
    title.scope = "row";
    title.append(mark, name);
    return (/** @type {string} */ text, isFirst = false) => {
      const cell = row.insertCell();
      cell.className = "number" + (isFirst ? " first" : "");
      cell.textContent = text;
    };
  };
  data().systems.forEach((_, system) => {
    const add = addRow(markPicture(system), systemName(system));
    data().metrics.forEach(({ key }, i) => {
      add(figureText(site.figures[i][system], i), site.leaders[i] === system && isComparing());
      if (key === "mean") for (const figure of site.beside[system]) add(String(figure));
    });
  });
  if (isComparing()) {
    const { max, mean, min } = totals(counts);
    const add = addRow(lineOfAll(), words("figure.together"));
    for (const text of [String(max), decimal(mean, 2), String(min), "", site.together === null ? "–" : decimal(site.together, 2)]) add(text);
  }
}
