/** How long it takes to play the window, in milliseconds. */
const PLAY_MILLIS = 48_000;

/** The request of the running animation; 0 if there is none. */
let playing = 0;

/** Returns the moment that is shown, within the window: first the beginning of the best window, if there are any. */
function now() {
  const { time, day } = store.state;
  const shown = time === -Infinity ? (day?.site.windows?.[0]?.begin ?? data().start) : time;
  return Math.max(data().start, Math.min(data().end, shown));
}

function systemsShown() {
  return d3.range(data().systems.length).filter((system) => !store.state.hidden.has(data().systems[system][0]));
}

/** Returns the system whose elevations are drawn. */
function risenSystem() {
  return Math.max(0, data().systems.findIndex(([key]) => key === store.state.risen));
}

/** Shows the site that is open. */
function showSite() {
  const { day } = store.state;
  if (!day) return;
  const { site } = day;
  byId("sitename").textContent = siteTitle(site);
  byId("siteplace").textContent = placeText(site);
  byId("samplenote").hidden = !data().isSampled;
  showFigures(day);
  showWindows(site);
  const time = /** @type {HTMLInputElement} */ (byId("time"));
  time.min = "0";
  time.max = String(Math.round((data().end - data().start) / 60_000));
  byId("timenote").textContent = day.clock.note;
  byId("sets").textContent = words("sets", zoneText(data().start) === zoneText(data().end) ? zoneText(data().start) : zoneLabel());
  byId("clocks").textContent = isComparing() ? clocksText() : "";
  byId("countlegend").replaceChildren();
  showChoices();
  drawSky(site);
}

/** Draws everything that depends on the page's width and on the systems that are shown. */
function drawCharts() {
  const { day } = store.state;
  if (!day) return;
  drawCounts(day);
  drawDop(day);
  drawElevations(day);
  drawBars(day);
  showTime();
}

/** Returns for example "39.8° N, 89.6° W". @param {number} latitude @param {number} longitude @param {number} decimals */
function positionText(latitude, longitude, decimals) {
  const east = longitude > 180 ? longitude - 360 : longitude;
  const angle = (/** @type {number} */ degrees, /** @type {string} */ compass) => `${decimal(Math.abs(degrees), decimals)}° ${words("compass." + compass)}`;
  return `${angle(latitude, latitude < 0 ? "S" : "N")}, ${angle(east, east < 0 ? "W" : "E")}`;
}

/** Returns "9.0250° N, 38.7469° E, 2355 m above the ellipsoid". @param {Site} site */
function placeText({ latitude, longitude, height, maskDegrees }) {
  const parts = [positionText(latitude, longitude, 4)];
  if (height) parts.push(words("site.height", Math.round(height)));
  if (maskDegrees) parts.push(words("site.mask", writtenNumber(maskDegrees[0])));
  return parts.join(", ");
}

/** How people write the signs of comparisons. @type {Record<string, string>} */
const SIGNS = { ">=": "≥", "<=": "≤" };

/** Writes the length of a window in the language of the page. @param {string} length */
function lengthText(length) {
  return length.replace(/[a-z]+/g, (unit) => words("unit." + unit)).replace(".", words("decimal"));
}

/** Returns the reason for no window. @param {WithoutWindow} without */
function noWindowText({ reason, needsSystems, longest }) {
  const { length } = /** @type {Wanted} */ (data().wanted);
  const values = longest ? [lengthText(longest.length), secondText(longest.begin), secondText(longest.end), lengthText(length)] : [];
  return [words("windows.none"), words("noWindow." + reason, ...values), needsSystems ? words("windows.systems") : ""].filter(Boolean).join(" ");
}

/** Returns for example "GPS satellites ≥ 5 and PDOP ≤ 2.5". @param {WantedCondition[]} conditions */
function conditionsText(conditions) {
  return conditions.map(([system, figure, sign, limit]) => {
    const name = words("condition." + figure);
    const whole = system ? words("condition.of", words("system." + system), name) : name;
    return `${whole} ${SIGNS[sign] ?? sign} ${limit.replace(".", words("decimal"))}`;
  }).join(words("and"));
}

/** Lists the windows that were asked for; the button of each goes to its beginning. @param {Site} site */
function showWindows({ windows, noWindow }) {
  const section = byId("windows");
  section.hidden = !windows;
  if (!windows) return;
  byId("wanted").textContent = wantedText() + " " + (noWindow ? noWindowText(noWindow) : words("windows.shaded"));
  const table = /** @type {HTMLTableElement} */ (section.querySelector("table"));
  /** @type {HTMLElement} */ (table.parentElement).hidden = windows.length === 0;
  table.replaceChildren();
  const head = table.createTHead().insertRow();
  const titles = ["rank", "begin", "end", "length", "pdop", "least", "cause"].map((column) => words("windows." + column));
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
    add(String(i + 1), true);
    add(begin);
    add(secondText(found.end));
    add(found.length, true);
    add(found.pdop === null ? "–" : decimal(found.pdop, 2), true);
    add(String(found.satellites), true);
    add(words("end." + found.ending.cause, found.ending.satellite, conditionsText(found.ending.failing)));
  });
}

/** Returns what windows were asked for. */
function wantedText() {
  const { conditions, length, hours } = /** @type {Wanted} */ (data().wanted);
  const parts = [conditionsText(conditions) || words("wanted.least")];
  if (length) parts.push(words(conditions.length > 0 ? "wanted.atLeast" : "wanted.for", lengthText(length)));
  return words("windows.wanted", parts.join(" ") + (hours ? ", " + words("wanted.hours", ...hours) : ""));
}

/** Returns which systems share a receiver clock. */
function clocksText() {
  const shared = data().clocks.filter((clock) => clock.length > 1)
    .map((clock) => clock.map(systemName).join(", ").replace(/, (?=[^,]*$)/, words("and")));
  if (shared.length === 0) return words("clocks.own");
  const others = d3.sum(data().clocks, (clock) => (clock.length > 1 ? clock.length : 0)) < data().systems.length;
  return words(others ? "clocks.some" : "clocks.all", shared.map((names, i) => words(i === 0 ? "clocks.share" : "clocks.another", names)).join(", "));
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
  const step = stepAt(day.counts, now());
  if (legend.childElementCount === 0) {
    data().systems.forEach(([key], system) => {
      const button = legend.appendChild(document.createElement("button"));
      button.type = "button";
      button.dataset.system = key;
      button.append(markPicture(system), systemName(system) + " ", document.createElement("b"));
      button.addEventListener("click", () => {
        const hidden = new Set(store.state.hidden);
        if (!hidden.delete(key)) hidden.add(key);
        store.change({ hidden });
      });
    });
    if (isComparing()) addToLegend(legend, lineOfAll(), words("together"));
  }
  const counts = [...day.counts.bySystem, day.counts.together];
  [...legend.children].forEach((item, i) => {
    if (item instanceof HTMLButtonElement) item.setAttribute("aria-pressed", String(!store.state.hidden.has(data().systems[i][0])));
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
  const inView = inViewAt(day, now());
  const normals = normalsOf(day.horizon, momentOf(now()), inView);
  const legend = byId("doplegend");
  legend.replaceChildren();
  const text = (/** @type {Normals[]} */ clocks) => {
    const dilution = dilutionOf(clocks);
    return dilution ? decimal(dilution[store.state.dilution], 2) : "–";
  };
  for (const system of systemsShown()) addToLegend(legend, markPicture(system), systemName(system), text([normals[system]]));
  if (isComparing()) addToLegend(legend, lineOfAll(), words("together"), text(byClock(normals)));
}

/** Offers the kinds of dilution of precision, and the systems whose elevations are drawn. */
function showChoices() {
  for (const choice of document.querySelectorAll("#dilutions label, #elevations label")) choice.remove();
  for (const kind of DILUTIONS) {
    addChoice("dilutions", kind, kind === store.state.dilution, [kind.toUpperCase()], () => store.change({ dilution: kind }));
  }
  data().systems.forEach(([key], system) =>
    addChoice("elevations", key, system === risenSystem(), [markPicture(system), systemName(system)], () => store.change({ risen: key })),
  );
  byId("elevations").hidden = !isComparing();
}

/** Shows a moment, or the beginning or end of the window if it is outside. @param {number} time */
function setTime(time) {
  store.change({ time: Math.max(data().start, Math.min(data().end, time)) });
}

function showTime() {
  const { day } = store.state;
  if (!day) return;
  const time = now();
  const slider = /** @type {HTMLInputElement} */ (byId("time"));
  slider.value = String(Math.round((time - data().start) / 60_000));
  const local = `${day.clock.text(time)} ${day.clock.name}`;
  slider.setAttribute("aria-valuetext", `${stampText(time)}, ${local}`);
  const [main, there] = byId("clock").querySelectorAll("b, span");
  main.textContent = stampText(time);
  there.textContent = local;
  moveCursors(time);
  moveSky(day, time);
  showLegend(day);
  showDopLegend(day);
}

function play() {
  const from = now() >= data().end ? data().start : now();
  /** @type {number | undefined} */
  let began;
  const step = (/** @type {number} */ moment) => {
    began ??= moment;
    setTime(from + ((moment - began) / PLAY_MILLIS) * (data().end - data().start));
    if (now() < data().end) playing = requestAnimationFrame(step);
    else stop();
  };
  playing = requestAnimationFrame(step);
  showPlaying();
}

function stop() {
  cancelAnimationFrame(playing);
  playing = 0;
  showPlaying();
}

function showPlaying() {
  byId("play").textContent = words(playing ? "pause" : "play");
}

function setUpSite() {
  showPlaying();
  byId("play").addEventListener("click", () => (playing ? stop() : play()));
  byId("time").addEventListener("input", (event) => {
    stop();
    setTime(data().start + Number(/** @type {HTMLInputElement} */ (event.target).value) * 60_000);
  });
  for (const [event, isBefore] of /** @type {[string, boolean][]} */ ([["beforeprint", true], ["afterprint", false]])) {
    window.addEventListener(event, () => {
      isPrinting = isBefore;
      measureCharts();
      drawCharts();
    });
  }
  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth !== width) {
      width = window.innerWidth;
      measureCharts();
      drawCharts();
    }
  });
  // The planner measures before its answer changes the text, so that the page is laid out once.
  store.follow([store.state.data ? "day" : "data"], measureCharts);
  store.follow(["day"], showSite);
  store.follow(["day", "dilution", "risen", "hidden"], drawCharts);
  store.follow(["time"], showTime);
}
