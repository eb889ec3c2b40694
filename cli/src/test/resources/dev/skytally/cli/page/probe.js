/** What the tests ask a page beyond what a reader sees. */
const probe = {
  /** @param {string} selector */
  texts: (selector) => all(selector).map((element) => element.textContent),

  /** @param {string} selector */
  count: (selector) => all(selector).length,

  requests: () => performance.getEntriesByType("resource").map((entry) => entry.name),

  isOnline: () => navigator.onLine,

  /** Returns what a script that should not run has left. */
  broken: () => Reflect.get(window, "broken"),

  /** @param {string} text */
  addScript(text) {
    const script = document.createElement("script");
    script.textContent = text;
    document.body.append(script);
  },

  /** @param {string} selector */
  focus: (selector) => /** @type {HTMLElement} */ (document.querySelector(selector)).focus(),

  blur: () => /** @type {HTMLElement} */ (document.activeElement).blur(),

  /** Forgets what has had the focus. Returns the number of elements that Tab should reach. */
  watchFocus() {
    reached.clear();
    const controls = "a[href], button, select, input:not([type=radio]), input:checked, summary, [tabindex='0']";
    wanted = all(controls).filter((element) => element.checkVisibility() && !element.matches(":disabled"));
    return wanted.length;
  },

  reached: () => reached.size,

  missed: () => wanted.filter((element) => !reached.has(element)).map((element) => element.outerHTML.slice(0, 120)),

  /** Returns by how many pixels the content of an element is wider than it. @param {string} selector */
  overflow(selector) {
    const { scrollWidth, clientWidth } = /** @type {Element} */ (document.querySelector(selector));
    return scrollWidth - clientWidth;
  },

  /** Waits for the observer of sizes. */
  hints: () => new Promise((resolve) =>
    requestAnimationFrame(() => setTimeout(() =>
      resolve(/** @type {HTMLElement} */ (document.querySelector(".listing .hint")).checkVisibility()))),
  ),

  columnsThatCanBeSeen() {
    const scroll = /** @type {HTMLElement} */ (document.querySelector(".listing .scroll"));
    const titles = all("#table thead th");
    const seen = new Set();
    for (const left of d3.range(0, scroll.scrollWidth, 20)) {
      scroll.scrollLeft = left;
      const { left: from, right: to } = scroll.getBoundingClientRect();
      const first = titles[0].getBoundingClientRect();
      for (const title of titles) {
        const box = title.getBoundingClientRect();
        const isCovered = title !== titles[0] && box.left < first.right - 1;
        if (title.checkVisibility() && box.left >= from && box.right <= to + 1 && !isCovered) seen.add(title);
      }
    }
    scroll.scrollLeft = 0;
    return seen.size;
  },

  /** @param {string} name of a site */
  isOnLand(name) {
    const svg = /** @type {SVGSVGElement} */ (document.querySelector("#map svg"));
    const point = svg.createSVGPoint();
    [point.x, point.y] = numbers(marks().filter((site) => site.name === name).attr("transform"));
    return /** @type {SVGPathElement} */ (svg.querySelector(".land")).isPointInFill(point);
  },

  marksInView: () => marks().filter((site) => isWithinMap(zoomed.apply(placeOf(site)))).size(),

  countRowsWhenPrinting() {
    window.addEventListener("beforeprint", () => (rowsPrinted = all("#table tbody tr").length));
  },

  rowsPrinted: () => rowsPrinted,

  csv: () => tableCsv(),

  /** Changes a figure of the first site. @param {number} figure */
  setFirstFigure: (figure) => (data().sites[0].figures[0][0] = figure),

  /** @param {number} number of the site in the data */
  openSite: (number) => openSite(data().sites[number]),

  /** @param {string} key */
  greatestCount: (key) => Math.max(...dayOpened().counts.bySystem[systemOf(key)]),

  /** Returns the share of time that a system is ahead. @param {string} key */
  shareAhead(key) {
    const { counts } = dayOpened();
    const system = systemOf(key);
    let sum = 0;
    aheadOf(counts).forEach((leader, k) => {
      if (leader === system) sum += (counts.times[k + 1] ?? data().end) - counts.times[k];
    });
    return sum / (data().end - data().start);
  },

  /** Returns the place of a satellite on the sky in degrees. @param {number} catalogNumber @param {string} utc */
  lookAngles(catalogNumber, utc) {
    const satellite = data().satellites.findIndex(([, number]) => number === catalogNumber);
    const { azimuth, elevation } = lookAngles(dayOpened().horizon, positionOf(satellite, momentOf(Date.parse(utc))));
    return [azimuth, elevation];
  },

  /** Returns azimuth and elevation by catalogue number, as the table below the sky plot shows them. */
  anglesInView: () =>
    Object.fromEntries(
      /** @type {HTMLElement[]} */ (all("#inview tbody tr")).map((row) => [
        row.dataset.satellite,
        ["azimuth", "elevation"].map((angle) => parseFloat(/** @type {HTMLElement} */ (row.querySelector("." + angle)).innerText)),
      ]),
    ),

  /** Returns the places of the marks in the sky plot by catalogue number. */
  placesOfMarks() {
    /** @type {d3.Selection<Element, Spot, any, any>} */
    const spots = d3.selectAll("#skyplot g.satellites g");
    return Object.fromEntries(
      spots.nodes().map((spot) => [data().satellites[d3.select(spot).datum().satellite][1], numbers(d3.select(spot).attr("transform"))]),
    );
  },

  satellitesWithAPath() {
    /** @type {d3.Selection<SVGPathElement, {spot: Spot}, any, any>} */
    const paths = d3.selectAll("#skyplot .trails path");
    const seen = paths.filter(function () {
      return this.getTotalLength() > 0;
    });
    return new Set(seen.data().map(({ spot }) => spot.satellite)).size;
  },

  /** Returns the beginning and end of each window that a chart marks, as parts of the window of time. @param {string} chart */
  grounds(chart) {
    const [left, right] = timeScale(/** @type {SVGSVGElement} */ (document.querySelector(`#${chart} svg`)).viewBox.baseVal.width).range();
    const part = (/** @type {number} */ x) => (x - left) / (right - left);
    return all(`#${chart} .windows rect`).map((ground) => {
      const { x, width } = /** @type {SVGRectElement} */ (ground).getBBox();
      return [part(x), part(x + width)];
    });
  },

  /** Returns the systems that have marks on their line. @param {string} chart */
  marked: (chart) => [...new Set(all(`#${chart} .lines .at`).map((mark) => mark.classList[1].replace("sys-", "")))],

  /** Returns the greatest elevation of each line of elevation, in degrees. */
  peaks() {
    const svg = /** @type {SVGSVGElement} */ (document.querySelector("#elevationchart svg"));
    const [horizon, zenith] = /** @type {SVGGElement[]} */ ([...svg.querySelectorAll(".levels g")])
      .filter((level) => ["0", "90"].includes(level.textContent ?? "")).map((level) => numbers(level.getAttribute("transform") ?? "")[1]);
    return all("#elevationchart .elevations path").map((line) => {
      const { y } = /** @type {SVGPathElement} */ (line).getBBox();
      return (90 * (horizon - y)) / (horizon - zenith);
    });
  },

  /** Returns the least and the greatest distance of the mask to the east, as part of the sky's radius. */
  maskFromWestToEast() {
    const mask = /** @type {SVGPathElement} */ (document.querySelector("#skyplot .mask"));
    const east = d3.range(0, mask.getTotalLength(), 1).map((length) => mask.getPointAtLength(length).x / SKY_RADIUS);
    return [Math.min(...east), Math.max(...east)];
  },

  /** @param {number} east part of the sky's radius */
  isShaded(east) {
    const below = /** @type {SVGPathElement} */ (document.querySelector("#skyplot .below"));
    return below.isPointInFill(new DOMPoint(east * SKY_RADIUS, 0));
  },

  /** Returns the labels that hide each other. @param {string} selector */
  overlappingLabels(selector) {
    const boxes = all(selector).map((label) => {
      const { left, right, top, bottom, height } = label.getBoundingClientRect();
      return { label: label.textContent, left, right, top: top + height / 4, bottom: bottom - height / 4 };
    });
    return boxes.flatMap((a, i) =>
      boxes.slice(i + 1)
        .filter((b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
        .map((b) => a.label + " and " + b.label),
    );
  },

  /** Returns where the chart of passes has a time. @param {string} utc */
  placeOfTime(utc) {
    const chart = /** @type {SVGSVGElement} */ (document.querySelector("#bars svg.chart"));
    return timeScale(chart.viewBox.baseVal.width)(Date.parse(utc));
  },

  /** Returns the median of a system's line in the chart of dilution. @param {string} key */
  medianDilution: (key) => d3.median(dayOpened().dop.bySystem[systemOf(key)], (dilution) => dilution?.pdop ?? Infinity),

  /** Returns the times at which the chart of dilution differs from the legend. */
  differencesOfDilution() {
    const day = dayOpened();
    return day.dop.times.filter((time, k) => {
      const now = normalsOf(day.horizon, momentOf(time), inViewAt(day, time));
      const legend = [...now.map((normals) => dilutionOf([normals])), dilutionOf(byClock(now))];
      const drawn = [...day.dop.bySystem.map((system) => system[k]), day.dop.together[k]];
      return drawn.some((dilution, i) => dilution?.pdop !== legend[i]?.pdop);
    });
  },

  /**
   * Returns the PDOP of three satellites on a cone and a fourth opposite.
   *
   * @param {number} above the cone, as a difference of the sines of the elevations
   */
  pdopNearACone(above) {
    const sine = 0.5;
    const cosine = Math.sqrt(1 - sine * sine);
    const normals = noDirections();
    for (const azimuth of [0, 2.1, 4.2]) addDirection(normals, cosine * Math.cos(azimuth), cosine * Math.sin(azimuth), sine);
    const fourth = sine + above;
    addDirection(normals, -Math.sqrt(1 - fourth * fourth), 0, fourth);
    return dilutionOf([normals])?.pdop ?? null;
  },

  /** Lets animations wait for runFrame, so that they do not depend on the speed of the machine. */
  holdFrames() {
    window.requestAnimationFrame = (frame) => held.push(frame);
    window.cancelAnimationFrame = () => (held.length = 0);
  },

  /** Runs the animation until a moment. @param {number} millis */
  runFrame: (millis) => held.splice(0).forEach((frame) => frame(millis)),

  isPlaying: () => playing !== 0,
};

/** @type {Set<EventTarget | null>} */
const reached = new Set();

/** @type {Element[]} */
let wanted = [];

let rowsPrinted = 0;

/** @type {FrameRequestCallback[]} */
const held = [];

window.addEventListener("focusin", ({ target }) => reached.add(target));

/** @param {string} selector */
function all(selector) {
  return [...document.querySelectorAll(selector)];
}

/** Returns the numbers of a text. @param {string} text */
function numbers(text) {
  return (text.match(/[-.0-9]+/g) ?? []).map(Number);
}

/** @param {string} key */
function systemOf(key) {
  return data().systems.findIndex(([system]) => system === key);
}

function dayOpened() {
  return /** @type {Day} */ (store.state.day);
}
