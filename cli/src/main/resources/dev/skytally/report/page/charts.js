const LEFT = 46;
const RIGHT = 12;
const GREATEST_PDOP_SHOWN = 10;
const ROW = 11;

/** Charts are drawn a fifth wider than the text of a sheet, so that two systems fit on one. */
const PRINTED_WIDTH = 900;

let isPrinting = false;

/** @typedef {d3.ScaleTime<number, number>} TimeScale */
/** @typedef {d3.Selection<SVGSVGElement, undefined, null, undefined>} Picture */

/** @param {number} width @returns {TimeScale} */
function timeScale(width) {
  return d3.scaleUtc([DATA.start, DATA.end], [LEFT, width - RIGHT]);
}

/**
 * Returns an empty chart.
 *
 * @param {number} height
 * @param {string} label
 * @returns {{svg: Picture, x: TimeScale}}
 */
function newChart(height, label) {
  const width = isPrinting ? PRINTED_WIDTH : Math.max(300, byId("charts").clientWidth);
  const x = timeScale(width);
  const svg = /** @type {Picture} */ (d3.create("svg"));
  svg.attr("class", "chart").attr("viewBox", `0 0 ${width} ${height}`).attr("height", height)
    .attr("role", "img").attr("aria-label", label);
  const seek = (/** @type {PointerEvent} */ event) => {
    if (event.buttons === 1) setTime(x.invert(d3.pointer(event, svg.node())[0]).getTime());
  };
  svg.on("pointerdown", seek).on("pointermove", seek);
  return { svg, x };
}

/** Shows a chart, in place of the one before. @param {string} id @param {Picture} svg */
function showChart(id, svg) {
  byId(id).replaceChildren(/** @type {SVGSVGElement} */ (svg.node()));
}

/** Adds the line of the current time; call it last, so that the line is on top. @param {Picture} svg @param {number} top @param {number} bottom */
function addCursor(svg, top, bottom) {
  svg.append("line").attr("class", "cursor").attr("y1", top).attr("y2", bottom);
}

/** Moves the line of the current time in every chart. @param {number} time */
function moveCursors(time) {
  document.querySelectorAll("svg.chart").forEach((chart) => {
    const x = timeScale(/** @type {SVGSVGElement} */ (chart).viewBox.baseVal.width)(time);
    d3.select(chart).select("line.cursor").attr("x1", x).attr("x2", x);
  });
}

/** Adds the hours in UTC and, below them, in local time. @param {Picture} svg @param {TimeScale} x @param {number} y @param {LocalClock} clock */
function addHours(svg, x, y, clock) {
  const width = x.range()[1] - x.range()[0];
  const ticks = x.ticks(Math.max(4, Math.min(12, Math.floor(width / (IS_LONG ? 90 : 62)))));
  const axis = svg.append("g").attr("class", "hours").attr("transform", `translate(0,${y})`);
  axis.append("line").attr("x1", x.range()[0]).attr("x2", x.range()[1]);
  for (const [row, name, text] of /** @type {[number, string, (time: number) => string][]} */ ([
    [15, "UTC", tickText],
    [29, clock.isCivil ? "local" : "solar", clock.text],
  ])) {
    axis.append("text").attr("class", "clockname").attr("x", LEFT - 8).attr("y", row).text(name);
    axis.selectAll(null).data(ticks).join("text")
      .attr("x", (tick) => x(tick)).attr("y", row)
      .attr("text-anchor", (tick) => (x(tick) > x.range()[1] - 16 ? "end" : x(tick) < LEFT + 10 ? "start" : "middle"))
      .text((tick) => text(tick.getTime()));
  }
  axis.selectAll(null).data(ticks).join("line")
    .attr("x1", (tick) => x(tick)).attr("x2", (tick) => x(tick)).attr("y2", 4);
}

/** Adds horizontal lines with their numbers. @param {Picture} svg @param {TimeScale} x @param {d3.ScaleContinuousNumeric<number, number>} y @param {number[]} ticks */
function addLevels(svg, x, y, ticks) {
  const levels = svg.append("g").attr("class", "levels").selectAll("g").data(ticks).join("g")
    .attr("transform", (tick) => `translate(0,${y(tick)})`);
  levels.append("line").attr("x1", x.range()[0]).attr("x2", x.range()[1]);
  levels.append("text").attr("x", LEFT - 8).attr("dy", "0.32em").text((tick) => tick);
}

/** Draws the exact numbers in view, below a band that shows which system is ahead. @param {Day} day */
function drawCounts(day) {
  const height = 262;
  const [top, bottom] = [COMPARING ? 30 : 10, height - 36];
  const most = d3.max(day.counts.bySystem.flat()) ?? 0;
  const { svg, x } = newChart(height, `Number of satellites in view over the window, up to ${most}.`);
  const y = d3.scaleLinear([0, Math.max(4, most)], [bottom, top]).nice();
  addLevels(svg, x, y, y.ticks(6).filter(Number.isInteger));
  if (COMPARING) addBand(svg, x, day.counts);
  const line = d3.line().x(([time]) => x(time)).y(([, count]) => y(count)).curve(d3.curveStepAfter);
  svg.append("g").attr("class", "lines").selectAll("path").data(systemsShown()).join("path")
    .attr("class", systemClass)
    .attr("d", (system) => {
      const column = day.counts.bySystem[system];
      const points = day.counts.times.map((time, i) => /** @type {[number, number]} */ ([time, column[i]]));
      return line([...points, [DATA.end, column[column.length - 1]]]);
    });
  addHours(svg, x, bottom, day.clock);
  addCursor(svg, COMPARING ? 6 : top, bottom);
  showChart("countchart", svg);
}

/** @param {Picture} svg @param {TimeScale} x @param {Steps} counts */
function addBand(svg, x, counts) {
  const ahead = aheadOf(counts);
  /** @type {{leader: number, from: number, to: number}[]} */
  const stretches = [];
  ahead.forEach((leader, i) => {
    const to = i + 1 < ahead.length ? counts.times[i + 1] : DATA.end;
    const last = stretches.at(-1);
    if (last?.leader === leader) last.to = to;
    else stretches.push({ leader, from: counts.times[i], to });
  });
  const band = svg.append("g").attr("class", "band");
  band.append("text").attr("x", LEFT - 8).attr("y", 17).text("ahead");
  band.selectAll("rect").data(stretches).join("rect")
    .attr("class", ({ leader }) => systemClass(leader))
    .attr("x", ({ from }) => x(from)).attr("width", ({ from, to }) => x(to) - x(from))
    .attr("y", 7).attr("height", 12)
    .on("pointerenter", (event, { leader, from, to }) =>
      showTip(event, [
        [leader === TIE ? "Tied" : systemName(leader) + " ahead"],
        [`${utcText(from)} to ${utcText(to)} UTC`],
      ]),
    )
    .on("pointerleave", hideTip);
}

/** Draws PDOP over time, of each system and of all together. @param {Day} day */
function drawDop(day) {
  const height = 196;
  const [top, bottom] = [10, height - 36];
  const { svg, x } = newChart(height, "Position dilution of precision over the window.");
  const values = [...day.dop.bySystem.flat(), ...day.dop.together].filter((value) => value !== null);
  const least = Math.min(1, d3.min(values) ?? 1);
  const y = d3.scaleLog([least * 0.9, GREATEST_PDOP_SHOWN], [bottom, top]);
  addLevels(svg, x, y, [0.5, 1, 2, 3, 5, 10].filter((level) => level >= least * 0.9));
  const line = d3.line().defined(([, value]) => value <= GREATEST_PDOP_SHOWN)
    .x(([time]) => x(time)).y(([, value]) => y(value));
  const path = (/** @type {(number | null)[]} */ series) =>
    line(day.dop.times.map((time, i) => [time, series[i] ?? Infinity]));
  const lines = svg.append("g").attr("class", "lines");
  for (const system of systemsShown()) {
    lines.append("path").attr("class", systemClass(system)).attr("d", path(day.dop.bySystem[system]));
  }
  if (COMPARING) lines.append("path").attr("class", "together").attr("d", path(day.dop.together));
  addHours(svg, x, bottom, day.clock);
  addCursor(svg, top, bottom);
  showChart("dopchart", svg);
}

/** Draws the passes of each system. @param {Day} day */
function drawBars(day) {
  byId("bars").replaceChildren(...systemsShown().flatMap((system) => barsOf(day, system)));
}

/**
 * Returns a title, a chart with a row for each satellite of a system by orbit, and a list of the
 * satellites that are never in view.
 *
 * @param {Day} day
 * @param {number} system
 * @returns {Element[]}
 */
function barsOf(day, system) {
  const title = document.createElement("h3");
  title.append(markPicture(system), systemName(system));
  /** @type {Element[]} */
  const parts = [title];
  /** @type {(string | number)[]} titles, each followed by its satellites */
  const rows = [];
  const never = [];
  for (const orbit of ["GEO", "IGSO", "MEO", ""]) {
    const satellites = d3.range(DATA.satellites.length)
      .filter((j) => DATA.satellites[j][3] === system && DATA.satellites[j][4] === orbit);
    const [seen, unseen] = [true, false].map((isSeen) => satellites.filter((j) => day.passes[j].length > 0 === isSeen));
    if (seen.length > 0) rows.push(`${orbit} (${seen.length})`.trim(), ...seen);
    if (unseen.length > 0) never.push(`${orbit} ${unseen.map((j) => DATA.satellites[j][0]).join(", ")}`.trim());
  }
  if (rows.length > 0) parts.push(/** @type {SVGSVGElement} */ (passChart(day, system, rows).node()));
  if (never.length > 0) {
    const list = document.createElement("p");
    list.className = "note never";
    list.textContent = "Never in view: " + never.join("; ");
    parts.push(list);
  }
  return parts;
}

/** @param {Day} day @param {number} system @param {(string | number)[]} rows @returns {Picture} */
function passChart(day, system, rows) {
  let bottom = 36;
  const tops = rows.map((row) => (bottom += typeof row === "number" ? ROW : 20) - ROW);
  const { svg, x } = newChart(bottom + 4, `When each satellite of ${systemName(system)} is in view, one row for each.`);
  addHours(svg, x, 2, day.clock);
  rows.forEach((row, i) => {
    const y = tops[i];
    if (typeof row !== "number") {
      svg.append("text").attr("class", "group").attr("x", LEFT).attr("y", y + 6).text(row);
      return;
    }
    svg.append("line").attr("class", "row").attr("x1", LEFT).attr("x2", x.range()[1]).attr("y1", y + 4).attr("y2", y + 4);
    svg.append("text").attr("class", "prn").attr("x", LEFT - 8).attr("y", y + 7.5).text(DATA.satellites[row][0]);
    for (const [from, to] of day.passes[row]) {
      svg.append("rect").attr("class", systemClass(system))
        .attr("x", x(from)).attr("width", Math.max(1, x(to) - x(from))).attr("y", y).attr("height", ROW - 3).attr("rx", 1.5)
        .on("pointerenter", (event) => showTip(event, [[satelliteTitle(row)], [passText(from, to)]]))
        .on("pointerleave", hideTip);
    }
  });
  addCursor(svg, 30, bottom);
  return svg;
}

/** Returns "C19, BEIDOU-3 M1". @param {number} satellite */
function satelliteTitle(satellite) {
  const [label, catalogNumber, name] = DATA.satellites[satellite];
  return `${label}, ${name || catalogNumber}`;
}

/** @param {number} from @param {number} to */
function passText(from, to) {
  const begins = from === DATA.start ? "in view when the window begins" : "rises " + utcText(from);
  const ends = to === DATA.end ? "in view when it ends" : "sets " + utcText(to);
  return `${begins}, ${ends} UTC`;
}
