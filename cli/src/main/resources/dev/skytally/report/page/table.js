/** A browser lays out this many rows without delay. */
const FIRST_ROWS = 250;

/**
 * @typedef {object} Column
 * @property {string} key
 * @property {string} title
 * @property {string} csv the column's name in the CSV
 * @property {boolean} isNumber
 * @property {(site: Site) => string | number | null} value to sort by, and for the CSV
 * @property {(site: Site) => string} text
 */

/** @returns {Column[]} the columns of the metric that is shown */
function columns() {
  const metric = data().metrics[overview.state.metric];
  /** @type {Column[]} */
  const all = [
    {
      key: "name", title: data().areCapitals ? "Capital" : "Site", csv: "name", isNumber: false,
      value: (site) => site.name, text: (site) => site.name,
    },
  ];
  if (data().sites.some((site) => site.country)) {
    all.push({
      key: "country", title: "Country", csv: "country", isNumber: false,
      value: (site) => site.country, text: (site) => site.country,
    });
  }
  if (data().sites.some((site) => site.maskDegrees)) {
    /** @param {Site} site */
    const masks = (site) => site.maskDegrees ?? data().maskDegrees;
    all.push({
      key: "mask", title: "Mask", csv: "mask_deg", isNumber: true,
      value: (site) => (masks(site).length === 1 ? masks(site)[0] : null),
      text: (site) => (masks(site).length === 1 ? `${masks(site)[0]}°` : "horizon"),
    });
  }
  if (isComparing()) {
    all.push({
      key: "leader", title: "Leads", csv: metric.leader, isNumber: false,
      value: (site) => (site.leaders[overview.state.metric] === TIE ? "tie" : data().systems[site.leaders[overview.state.metric]][0]),
      text: (site) => systemName(site.leaders[overview.state.metric]),
    });
    all.push({
      key: "margin", title: metric.key === "share" ? "Percentage points ahead" : "Ahead by", csv: "margin_" + metric.key, isNumber: true,
      value: (site) => round(marginOf(site)),
      text: (site) => (site.leaders[overview.state.metric] === TIE ? "–" : marginNumber(marginOf(site))),
    });
  }
  data().systems.forEach(([key, name], i) =>
    all.push({
      key, title: name, csv: metric.figures[i], isNumber: true,
      value: (site) => site.figures[overview.state.metric][i], text: (site) => figureText(site.figures[overview.state.metric][i], overview.state.metric),
    }),
  );
  return all;
}

/** Removes the rounding error of a subtraction. @param {number | null} value */
function round(value) {
  return value === null ? null : Math.round(value * 1e6) / 1e6;
}

/** The name of a site's country is below that of the site if the screen is small. */
const SMALL_SCREEN = matchMedia("(max-width: 520px)");

/** Returns the columns in the order of the page, which begins with figures if the screen is small. */
function columnsShown() {
  const all = columns();
  return SMALL_SCREEN.matches ? d3.sort(all, ({ key }) => Number(key === "country")) : all;
}

function setUpFilters() {
  SMALL_SCREEN.addEventListener("change", showTable);
  byId("tabletitle").textContent = data().areCapitals ? "All capitals" : "All sites";
  const name = /** @type {HTMLInputElement} */ (byId("filter"));
  name.placeholder = data().areCapitals ? "Capital or country" : "Part of a name";
  name.addEventListener("input", () => overview.change({ name: name.value, allRows: false }));
  const leader = /** @type {HTMLSelectElement} */ (byId("leader"));
  leader.append(new Option("All", ""), ...data().systems.map(([, text], i) => new Option(text, String(i))), new Option("Tied", String(TIE)));
  leader.addEventListener("change", () => {
    overview.change({ leader: leader.value === "" ? null : Number(leader.value) });
  });
  /** @type {HTMLElement} */ (leader.parentElement).hidden = !isComparing();
  byId("csv").addEventListener("click", () => download(tableCsv(), `skytally-${dayText(data().start)}-${data().metrics[overview.state.metric].key}`));
  byId("more").addEventListener("click", () => overview.change({ allRows: true }));
  let allBefore = overview.state.allRows;
  window.addEventListener("beforeprint", () => {
    allBefore = overview.state.allRows;
    overview.change({ allRows: true });
  });
  window.addEventListener("afterprint", () => overview.change({ allRows: allBefore }));
}

function showTable() {
  const shown = sitesShown();
  /** @type {HTMLSelectElement} */ (byId("leader")).value = overview.state.leader === null ? "" : String(overview.state.leader);
  byId("shown").textContent = shown.length === data().sites.length
    ? `${shown.length} ${data().places}`
    : `${shown.length} of ${data().sites.length} ${data().places}`;
  const rows = overview.state.allRows ? shown : shown.slice(0, FIRST_ROWS);
  const table = byId("table");
  const head = document.createElement("thead");
  const body = document.createElement("tbody");
  const headRow = head.appendChild(document.createElement("tr"));
  const all = columnsShown();
  for (const column of all) headRow.append(headCell(column));
  for (const site of rows) {
    const row = body.appendChild(document.createElement("tr"));
    for (const column of all) row.append(cell(column, site));
    row.addEventListener("click", (event) => {
      if (!(event.target instanceof HTMLAnchorElement)) openSite(site);
    });
  }
  if (rows.length === 0) {
    const nothing = body.insertRow().insertCell();
    nothing.colSpan = all.length;
    nothing.className = "nothing";
    nothing.textContent = "No site matches these filters.";
  }
  table.replaceChildren(head, body);
  const more = byId("more");
  more.hidden = rows.length === shown.length;
  more.textContent = `Show all ${shown.length}`;
}

/** @param {Column} column */
function headCell(column) {
  const cell = document.createElement("th");
  cell.scope = "col";
  cell.className = (column.isNumber ? "number " : "") + column.key;
  const isSorted = overview.state.sortBy === column.key;
  if (isSorted) cell.setAttribute("aria-sort", overview.state.ascending ? "ascending" : "descending");
  const button = cell.appendChild(document.createElement("button"));
  button.type = "button";
  button.dataset.column = column.key;
  const system = data().systems.findIndex(([key]) => key === column.key);
  if (system >= 0) button.append(markPicture(system));
  button.append(column.title);
  button.addEventListener("click", () => {
    overview.change({ ascending: isSorted ? !overview.state.ascending : !column.isNumber, sortBy: column.key });
    /** @type {HTMLElement | null} */ (byId("table").querySelector(`button[data-column="${column.key}"]`))?.focus();
  });
  return cell;
}

/** @param {Column} column @param {Site} site */
function cell(column, site) {
  const cell = document.createElement("td");
  cell.className = (column.isNumber ? "number " : "") + column.key;
  if (column.key === "name") {
    const link = cell.appendChild(document.createElement("a"));
    link.href = siteAddress(site);
    link.appendChild(document.createElement("bdi")).textContent = column.text(site);
    if (site.country) cell.appendChild(document.createElement("small")).textContent = site.country;
    return cell;
  }
  if (column.key === "leader") cell.append(markPicture(site.leaders[overview.state.metric]));
  cell.appendChild(document.createElement("bdi")).textContent = column.text(site);
  return cell;
}

/** Returns the table as CSV. */
function tableCsv() {
  const all = columns();
  return csvText([all.map(({ csv }) => csv), ...sitesShown().map((site) => all.map(({ value }) => value(site)))]);
}
