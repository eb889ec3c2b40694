/**
 * The overview: its metric, its filters, and the order of its table.
 *
 * @typedef {object} Overview
 * @property {number} metric
 * @property {string} name part of a name; empty for all
 * @property {number | null} leader a system's index or TIE; null for all
 * @property {string} sortBy a column's key
 * @property {boolean} ascending
 * @property {boolean} allRows
 */

/** @type {Store<Overview>} */
const overview = new Store({ metric: 0, name: "", leader: null, sortBy: "name", ascending: true, allRows: false });

/** Counts the sites that each system leads by the metric, and the ties. @returns {Map<number, number>} */
function countLeads() {
  const counts = new Map(data().systems.map((_, i) => /** @type {[number, number]} */ ([i, 0])));
  counts.set(TIE, 0);
  for (const site of data().sites) {
    const leader = site.leaders[overview.state.metric];
    counts.set(leader, (counts.get(leader) ?? 0) + 1);
  }
  return counts;
}

function isShare() {
  return data().metrics[overview.state.metric].key === "share";
}

/** Returns whether the least figure leads, as with dilution of precision. */
function isLessBetter() {
  return data().metrics[overview.state.metric].key === "pdop";
}

/**
 * Returns how far the first system is ahead of the second by the metric: 0 for a tie, null if fewer
 * than two systems have a figure.
 *
 * @param {Site} site
 */
function marginOf(site) {
  if (!isComparing()) return site.figures[overview.state.metric][0];
  const present = /** @type {number[]} */ (site.figures[overview.state.metric].filter((figure) => figure !== null));
  if (present.length < 2) return null;
  present.sort((a, b) => (isLessBetter() ? a - b : b - a));
  return Math.abs(present[0] - present[1]);
}

/** Formats a margin; one of shares is in percentage points. @param {number | null} margin */
function marginNumber(margin) {
  return isComparing() && margin !== null && isShare() ? (100 * margin).toFixed(1) : figureText(margin, overview.state.metric);
}

/** Formats a margin with its unit. @param {number | null} margin */
function marginText(margin) {
  const number = marginNumber(margin);
  if (isShare()) return number + " percentage points";
  return number + (isLessBetter() ? "" : number === "1" ? " satellite" : " satellites");
}

/** Returns the sites that fit the filters, sorted. */
function sitesShown() {
  const wanted = overview.state.name.trim().toLowerCase();
  const column = columns().find(({ key }) => key === overview.state.sortBy) ?? columns()[0];
  const shown = data().sites.filter(
    (site) =>
      (overview.state.leader === null || site.leaders[overview.state.metric] === overview.state.leader) &&
      (site.name + "\n" + site.country).toLowerCase().includes(wanted),
  );
  const order = overview.state.ascending ? 1 : -1;
  return shown.sort((a, b) => {
    const left = column.value(a);
    const right = column.value(b);
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return order * (typeof left === "string" ? left.localeCompare(String(right), "en") : left - Number(right));
  });
}

function showMetrics() {
  data().metrics.forEach(({ key }, i) =>
    addChoice("metrics", key, i === overview.state.metric, [METRIC_NAMES[key]], () => overview.change({ metric: i })),
  );
  byId("metrics").hidden = !isComparing() && data().metrics.length < 2;
}

/** @type {Record<string, string>} */
const METRIC_NAMES = { max: "Maximum", mean: "Mean", share: "Time ahead", pdop: "Median PDOP" };

function showCounts() {
  const counts = byId("counts");
  counts.hidden = !isComparing();
  counts.replaceChildren();
  if (!isComparing()) return;
  for (const [leader, count] of countLeads()) {
    const button = counts.appendChild(document.createElement("button"));
    button.type = "button";
    button.className = "count";
    button.dataset.leader = leader === TIE ? "tie" : data().systems[leader][0];
    button.setAttribute("aria-pressed", String(overview.state.leader === leader));
    const number = document.createElement("b");
    number.textContent = String(count);
    button.append(markPicture(leader), number, " " + systemName(leader));
    button.addEventListener("click", () => {
      overview.change({ leader: overview.state.leader === leader ? null : leader });
      /** @type {HTMLElement | null} */ (counts.querySelector(`[data-leader="${button.dataset.leader}"]`))?.focus();
    });
  }
}

function showOverview() {
  const verdict = data().metrics[overview.state.metric].verdict;
  const [, first, comma, rest] = /** @type {RegExpExecArray} */ (/^([^,]*)(,?)(.*)$/.exec(verdict));
  const joint = document.createElement("i");
  joint.textContent = comma;
  const others = document.createElement("span");
  others.textContent = rest;
  byId("verdict").replaceChildren(first, joint, others);
  showCounts();
  showMap();
  showTable();
}
