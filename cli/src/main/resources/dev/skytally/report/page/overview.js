/** The state of the overview: its metric and its filters. */
const view = {
  metric: 0,
  /** Part of a name; empty for all. */
  name: "",
  /** @type {number | null} a system's index or TIE; null for all */
  leader: null,
  /** @type {string} a column's key */
  sortBy: "name",
  ascending: true,
};

const COMPARING = DATA.systems.length > 1;

/**
 * Returns the outline of a system's mark, with the area of a circle of a radius. Each system has its
 * own shape, so that colour is not needed.
 *
 * @param {number} system an index, or TIE
 * @param {number} radius
 */
function markPath(system, radius) {
  const path = d3.path();
  if (system === TIE) {
    const reach = 0.8 * radius;
    path.moveTo(-reach, -reach);
    path.lineTo(reach, reach);
    path.moveTo(-reach, reach);
    path.lineTo(reach, -reach);
    return path.toString();
  }
  const [, , corners, firstCornerDegrees] = DATA.systems[system];
  if (corners === 0) {
    path.arc(0, 0, radius, 0, 2 * Math.PI);
    return path.toString();
  }
  const corner = radius * Math.sqrt((2 * Math.PI) / (corners * Math.sin((2 * Math.PI) / corners)));
  for (let i = 0; i < corners; i++) {
    const angle = firstCornerDegrees / DEGREES + (2 * Math.PI * i) / corners;
    const point = /** @type {const} */ ([corner * Math.cos(angle), corner * Math.sin(angle)]);
    if (i === 0) path.moveTo(...point);
    else path.lineTo(...point);
  }
  path.closePath();
  return path.toString();
}

/** @type {Map<number, SVGSVGElement>} */
const pictures = new Map();

/**
 * Returns a system's mark as a picture.
 *
 * @param {number} system an index, or TIE
 */
function markPicture(system) {
  let picture = pictures.get(system);
  if (!picture) {
    const svg = d3.create("svg").attr("class", "mark " + systemClass(system))
      .attr("viewBox", "-8 -8 16 16").attr("aria-hidden", "true");
    svg.append("path").attr("d", markPath(system, 6));
    picture = /** @type {SVGSVGElement} */ (svg.node());
    pictures.set(system, picture);
  }
  return picture.cloneNode(true);
}

/** Counts the sites that each system leads by the metric, and the ties. @returns {Map<number, number>} */
function countLeads() {
  const counts = new Map(DATA.systems.map((_, i) => /** @type {[number, number]} */ ([i, 0])));
  counts.set(TIE, 0);
  for (const site of DATA.sites) {
    const leader = site.leaders[view.metric];
    counts.set(leader, (counts.get(leader) ?? 0) + 1);
  }
  return counts;
}

function isShare() {
  return DATA.metrics[view.metric].key === "share";
}

/** Returns whether the least figure leads, as with dilution of precision. */
function isLessBetter() {
  return DATA.metrics[view.metric].key === "pdop";
}

/**
 * Returns how far the first system is ahead of the second by the metric: 0 for a tie, null if fewer
 * than two systems have a figure.
 *
 * @param {Site} site
 */
function marginOf(site) {
  if (!COMPARING) return site.figures[view.metric][0];
  const present = /** @type {number[]} */ (site.figures[view.metric].filter((figure) => figure !== null));
  if (present.length < 2) return null;
  present.sort((a, b) => (isLessBetter() ? a - b : b - a));
  return Math.abs(present[0] - present[1]);
}

/** @param {number | null} figure @param {number} [metric] default: the metric that is shown */
function figureText(figure, metric = view.metric) {
  if (figure === null) return "–";
  switch (DATA.metrics[metric].key) {
    case "max": return String(figure);
    case "share": return (100 * figure).toFixed(1) + "\u00a0%";
    default: return figure.toFixed(2);
  }
}

/** Formats a margin; one of shares is in percentage points. @param {number | null} margin */
function marginNumber(margin) {
  return COMPARING && margin !== null && isShare() ? (100 * margin).toFixed(1) : figureText(margin);
}

/** Formats a margin with its unit. @param {number | null} margin */
function marginText(margin) {
  const number = marginNumber(margin);
  if (isShare()) return number + " percentage points";
  return number + (isLessBetter() ? "" : number === "1" ? " satellite" : " satellites");
}

/** Returns the sites that fit the filters, sorted. */
function sitesShown() {
  const wanted = view.name.trim().toLowerCase();
  const column = columns().find(({ key }) => key === view.sortBy) ?? columns()[0];
  const shown = DATA.sites.filter(
    (site) =>
      (view.leader === null || site.leaders[view.metric] === view.leader) &&
      (site.name + "\n" + site.country).toLowerCase().includes(wanted),
  );
  const order = view.ascending ? 1 : -1;
  return shown.sort((a, b) => {
    const left = column.value(a);
    const right = column.value(b);
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    return order * (typeof left === "string" ? left.localeCompare(String(right), "en") : left - Number(right));
  });
}

/** Returns the name of a site and of its country. @param {Site} site */
function siteTitle(site) {
  return site.country ? site.name + ", " + site.country : site.name;
}

function showMetrics() {
  DATA.metrics.forEach(({ key }, i) =>
    addChoice("metrics", key, i === view.metric, [METRIC_NAMES[key]], () => {
      view.metric = i;
      showOverview();
    }),
  );
  byId("metrics").hidden = !COMPARING && DATA.metrics.length < 2;
}

/**
 * Adds a button that belongs to a group. One button of each group is chosen.
 *
 * @param {string} group the element that holds them
 * @param {string} value
 * @param {boolean} isChosen
 * @param {(Node | string)[]} label
 * @param {() => void} choose
 */
function addChoice(group, value, isChosen, label, choose) {
  const choice = byId(group).appendChild(document.createElement("label"));
  const radio = choice.appendChild(document.createElement("input"));
  radio.type = "radio";
  radio.name = group;
  radio.value = value;
  radio.checked = isChosen;
  radio.addEventListener("change", choose);
  choice.append(...label);
}

/** @type {Record<string, string>} */
const METRIC_NAMES = { max: "Maximum", mean: "Mean", share: "Time ahead", pdop: "Median PDOP" };

function showCounts() {
  const counts = byId("counts");
  counts.hidden = !COMPARING;
  counts.replaceChildren();
  if (!COMPARING) return;
  for (const [leader, count] of countLeads()) {
    const button = counts.appendChild(document.createElement("button"));
    button.type = "button";
    button.className = "count";
    button.dataset.leader = leader === TIE ? "tie" : DATA.systems[leader][0];
    button.setAttribute("aria-pressed", String(view.leader === leader));
    const number = document.createElement("b");
    number.textContent = String(count);
    button.append(markPicture(leader), number, " " + systemName(leader));
    button.addEventListener("click", () => {
      view.leader = view.leader === leader ? null : leader;
      showOverview();
      /** @type {HTMLElement | null} */ (counts.querySelector(`[data-leader="${button.dataset.leader}"]`))?.focus();
    });
  }
}

function showOverview() {
  const verdict = DATA.metrics[view.metric].verdict;
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
