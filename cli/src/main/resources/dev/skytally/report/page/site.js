/** How long it takes to play the window, in milliseconds. */
const PLAY_MILLIS = 48_000;

/** The state of the view of a site. */
const opened = {
  /** @type {Day | null} */
  day: null,
  time: DATA.start,
  /** @type {keyof Dilution} the dilution of precision that is drawn */
  dilution: "pdop",
  /** The system whose elevations are drawn. */
  risen: 0,
  /** @type {Set<number>} systems that are not drawn */
  hidden: new Set(),
  /** The request of the running animation; 0 if there is none. */
  frame: 0,
};

function systemsShown() {
  return d3.range(DATA.systems.length).filter((system) => !opened.hidden.has(system));
}

/** @param {Site} site */
function siteAddress(site) {
  return "#site=" + SITE_NUMBERS.get(site);
}

/** @param {Site} site */
function openSite(site) {
  history.pushState(null, "", siteAddress(site));
  followAddress();
}

/** Shows the site in the address, or else the overview. */
function followAddress() {
  const number = /^#site=(\d+)$/.exec(location.hash)?.[1];
  const site = number === undefined ? undefined : DATA.sites[Number(number)];
  stop();
  hideTip();
  byId("overview").hidden = Boolean(site);
  byId("site").hidden = !site;
  document.title = `${site ? siteTitle(site) : DATA.metrics[0].verdict} · Skytally, ${dayText(DATA.start)}`;
  if (site) {
    showSite(site);
    byId("sitename").focus({ preventScroll: true });
    window.scrollTo(0, 0);
  } else if (opened.day) {
    mapFocus = opened.day.site;
    opened.day = null;
    showMap();
    /** @type {HTMLElement | null} */ (document.querySelector("#map [tabindex='0']"))?.focus({ preventScroll: true });
  }
}

/** @param {Site} site */
function showSite(site) {
  const day = (opened.day = dayOf(site));
  byId("sitename").textContent = siteTitle(site);
  byId("siteplace").textContent = placeText(site);
  byId("samplenote").hidden = !DATA.isSampled;
  showNeighbours(site);
  showFigures(day);
  showWindows(site);
  const time = /** @type {HTMLInputElement} */ (byId("time"));
  time.min = "0";
  time.max = String(Math.round((DATA.end - DATA.start) / 60_000));
  byId("timenote").textContent = day.clock.note;
  drawSky(site);
  drawCharts();
}

/** Draws everything that depends on the page's width and on the systems that are shown. */
function drawCharts() {
  const { day } = opened;
  if (!day) return;
  drawCounts(day);
  drawDop(day);
  drawElevations(day);
  drawBars(day);
  setTime(opened.time);
}

/** Returns "9.0250° N, 38.7469° E, 2355 m above the ellipsoid". @param {Site} site */
function placeText({ latitude, longitude, height, maskDegrees }) {
  const east = longitude > 180 ? longitude - 360 : longitude;
  const place = `${Math.abs(latitude).toFixed(4)}° ${latitude < 0 ? "S" : "N"}, ${Math.abs(east).toFixed(4)}° ${east < 0 ? "W" : "E"}`;
  const mask = maskDegrees === undefined ? "" : `, with its own mask of ${maskDegrees[0]}°`;
  return place + (height ? `, ${Math.round(height)} m above the ellipsoid` : "") + mask;
}

/** @param {Site} site */
function showNeighbours(site) {
  const i = /** @type {number} */ (SITE_NUMBERS.get(site));
  for (const [id, other, text] of /** @type {[string, Site | undefined, (name: string) => string][]} */ ([
    ["previous", DATA.sites[i - 1], (name) => "← " + name],
    ["next", DATA.sites[i + 1], (name) => name + " →"],
  ])) {
    const link = /** @type {HTMLAnchorElement} */ (byId(id));
    link.hidden = !other;
    if (other) {
      link.href = siteAddress(other);
      link.textContent = text(other.name);
    }
  }
  byId("back").hidden = DATA.sites.length === 1;
}

/** Returns "Min" for min. @param {string} name */
function titleOf(name) {
  return name[0].toUpperCase() + name.slice(1).replaceAll("_", " ");
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
  addTitle("System", "");
  for (const { key } of DATA.metrics) {
    addTitle(key === "max" ? "Max" : METRIC_NAMES[key], "number");
    if (key === "mean") for (const name of DATA.beside) addTitle(titleOf(name), "number");
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
  DATA.systems.forEach((_, system) => {
    const add = addRow(markPicture(system), systemName(system));
    DATA.metrics.forEach(({ key }, i) => {
      add(figureText(site.figures[i][system], i), site.leaders[i] === system && COMPARING);
      if (key === "mean") for (const figure of site.beside[system]) add(String(figure));
    });
  });
  if (COMPARING) {
    const { max, mean, min } = totals(counts);
    const add = addRow(lineOfAll(), "All together");
    for (const text of [String(max), mean.toFixed(2), String(min), "", site.together?.toFixed(2) ?? "–"]) add(text);
  }
}

/** Lists the windows that were asked for; the button of each goes to its beginning. @param {Site} site */
function showWindows({ windows }) {
  const section = byId("windows");
  section.hidden = !windows;
  if (!windows) return;
  byId("wanted").textContent = `Wanted: ${DATA.wanted}. ` + (windows.length > 0
    ? "The charts below shade these windows."
    : "There is no such window.");
  const table = /** @type {HTMLTableElement} */ (section.querySelector("table"));
  /** @type {HTMLElement} */ (table.parentElement).hidden = windows.length === 0;
  table.replaceChildren();
  const head = table.createTHead().insertRow();
  const titles = ["Rank", "Begin", "End", "h:mm", "Median PDOP", "Least in view", "Ends because"];
  titles.forEach((title, i) => {
    const cell = head.appendChild(document.createElement("th"));
    cell.scope = "col";
    cell.className = i === 0 || (i > 2 && i < 6) ? "number" : "";
    cell.textContent = title;
  });
  const body = table.createTBody();
  windows.forEach((found, i) => {
    const row = body.insertRow();
    const add = (/** @type {Node | string} */ content, isNumber = false) => {
      const cell = row.insertCell();
      cell.className = isNumber ? "number" : "";
      cell.append(content);
    };
    const begin = document.createElement("button");
    begin.type = "button";
    begin.textContent = secondText(found.begin);
    begin.addEventListener("click", () => setTime(found.begin));
    const minutes = Math.floor((found.end - found.begin) / 60_000);
    add(String(i + 1), true);
    add(begin);
    add(secondText(found.end));
    add(`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`, true);
    add(found.pdop?.toFixed(2) ?? "–", true);
    add(String(found.satellites), true);
    add(found.ending);
  });
}

/** Returns a piece of the line of all systems together. */
function lineOfAll() {
  const line = document.createElement("i");
  line.className = "together";
  return line;
}

/** Shows each system with its current number in view; a press hides or shows the system. @param {Day} day */
function showLegend(day) {
  const legend = byId("countlegend");
  const step = stepAt(day.counts, opened.time);
  if (legend.childElementCount === 0) {
    DATA.systems.forEach(([key, name], system) => {
      const button = legend.appendChild(document.createElement("button"));
      button.type = "button";
      button.dataset.system = key;
      button.append(markPicture(system), name + " ", document.createElement("b"));
      button.addEventListener("click", () => {
        if (!opened.hidden.delete(system)) opened.hidden.add(system);
        drawCharts();
      });
    });
    if (COMPARING) addToLegend(legend, lineOfAll(), "all together");
  }
  const counts = [...day.counts.bySystem, day.counts.together];
  [...legend.children].forEach((item, i) => {
    if (item instanceof HTMLButtonElement) item.setAttribute("aria-pressed", String(!opened.hidden.has(i)));
    /** @type {HTMLElement} */ (item.querySelector("b")).textContent = String(counts[i][step]);
  });
}

/** @param {HTMLElement} legend @param {Node} mark @param {string} name @param {string} [value] */
function addToLegend(legend, mark, name, value = "") {
  const item = legend.appendChild(document.createElement("span"));
  const number = document.createElement("b");
  number.textContent = value;
  item.append(mark, name + " ", number);
}

/** Shows the current dilution of precision of each system and of all together. @param {Day} day */
function showDopLegend(day) {
  const inView = inViewAt(day, opened.time);
  const directions = directionsOf(day.horizon, momentOf(opened.time), inView);
  const legend = byId("doplegend");
  legend.replaceChildren();
  const text = (/** @type {number[][][]} */ clocks) => dilutionOf(clocks)?.[opened.dilution].toFixed(2) ?? "–";
  for (const system of systemsShown()) addToLegend(legend, markPicture(system), systemName(system), text([directions[system]]));
  if (COMPARING) addToLegend(legend, lineOfAll(), "all together", text(byClock(directions)));
}

/** Offers the kinds of dilution of precision, and the systems whose elevations are drawn. */
function showChoices() {
  for (const kind of DILUTIONS) {
    addChoice("dilutions", kind, kind === opened.dilution, [kind.toUpperCase()], () => {
      opened.dilution = kind;
      drawCharts();
    });
  }
  DATA.systems.forEach(([key, name], system) =>
    addChoice("elevations", key, system === opened.risen, [markPicture(system), name], () => {
      opened.risen = system;
      drawCharts();
    }),
  );
  byId("elevations").hidden = !COMPARING;
}

/** @param {number} time */
function setTime(time) {
  const { day } = opened;
  if (!day) return;
  opened.time = Math.max(DATA.start, Math.min(DATA.end, time));
  const slider = /** @type {HTMLInputElement} */ (byId("time"));
  slider.value = String(Math.round((opened.time - DATA.start) / 60_000));
  const local = `${day.clock.text(opened.time)} ${day.clock.name}`;
  slider.setAttribute("aria-valuetext", `${stampText(opened.time)}, ${local}`);
  const [main, there] = byId("clock").querySelectorAll("b, span");
  main.textContent = stampText(opened.time);
  there.textContent = local;
  moveCursors(opened.time);
  moveSky(day, opened.time);
  showLegend(day);
  showDopLegend(day);
}

function play() {
  byId("play").textContent = "Pause";
  const from = opened.time >= DATA.end ? DATA.start : opened.time;
  /** @type {number | undefined} */
  let began;
  const step = (/** @type {number} */ now) => {
    began ??= now;
    setTime(from + ((now - began) / PLAY_MILLIS) * (DATA.end - DATA.start));
    if (opened.time < DATA.end) opened.frame = requestAnimationFrame(step);
    else stop();
  };
  opened.frame = requestAnimationFrame(step);
}

function stop() {
  cancelAnimationFrame(opened.frame);
  opened.frame = 0;
  byId("play").textContent = "Play";
}

function setUpSite() {
  if (COMPARING) byId("clocks").textContent = `All together: ${DATA.clocksText}.`;
  showChoices();
  byId("sets").textContent = "Sets, " + (zoneText(DATA.start) === zoneText(DATA.end) ? zoneText(DATA.start) : "local");
  byId("series").addEventListener("click", () => opened.day && downloadSeries(opened.day));
  byId("play").addEventListener("click", () => (opened.frame ? stop() : play()));
  byId("time").addEventListener("input", (event) => {
    stop();
    setTime(DATA.start + Number(/** @type {HTMLInputElement} */ (event.target).value) * 60_000);
  });
  byId("skip").addEventListener("click", (event) => {
    event.preventDefault();
    byId("main").focus();
  });
  window.addEventListener("popstate", followAddress);
  for (const [event, isBefore] of /** @type {[string, boolean][]} */ ([["beforeprint", true], ["afterprint", false]])) {
    window.addEventListener(event, () => {
      isPrinting = isBefore;
      drawCharts();
    });
  }
  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth !== width) {
      width = window.innerWidth;
      drawCharts();
    }
  });
}
