const LEFT = 46;
const RIGHT = 12;
const GREATEST_DILUTION_SHOWN = 10;
const ROW = 11;
const BAND = 10;

/** The number of points of a line of elevation, if the satellite is always in view. */
const ELEVATION_SAMPLES = 288;

/** The greatest width of a letter in the name of a clock, on average. */
const CLOCK_LETTER = 8;

/** The most letters of the name of a clock that fit beside the first tick; those of a longer one are narrower. */
const CLOCK_LETTERS = 7;

/** The space between the two scales of the numbers in view. */
const SCALE_BREAK = 22;

/** The greatest distance from the middle to an end of a time on an axis. */
const HALF_TICK = 20;

/** The distance between the marks of a line. */
const MARK_DISTANCE = 140;

/** Charts are drawn a fifth wider than the text of a sheet, so that two systems fit on one. */
const PRINTED_WIDTH = 900;

let isPrinting = false;

/** The width of every chart. */
let chartWidth = PRINTED_WIDTH;

/** Call it before anything changes the page, because the browser otherwise lays out the page once more. */
function measureCharts() {
  chartWidth = isPrinting ? PRINTED_WIDTH : Math.max(300, byId("charts").clientWidth);
}

/** @typedef {d3.ScaleTime<number, number>} TimeScale */
/** @typedef {d3.Selection<SVGSVGElement, undefined, null, undefined>} Picture */

/** @param {number} width @returns {TimeScale} */
function timeScale(width) {
  return d3.scaleUtc([data().start, data().end], [LEFT, width - RIGHT]);
}

/**
 * Returns an empty chart.
 *
 * @param {number} height
 * @param {string} label
 * @returns {{svg: Picture, x: TimeScale}}
 */
function newChart(height, label) {
  const x = timeScale(chartWidth);
  const svg = /** @type {Picture} */ (d3.create("svg"));
  svg.attr("class", "chart").attr("viewBox", `0 0 ${chartWidth} ${height}`).attr("height", height)
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

/** Adds a ground in the windows that were asked for; call it first. @param {Picture} svg @param {TimeScale} x @param {Site} site @param {number} top @param {number} bottom */
function addWindows(svg, x, { windows = [] }, top, bottom) {
  const grounds = svg.append("g").attr("class", "windows").selectAll("g").data(windows).join("g")
    .classed("best", (_, i) => i === 0);
  grounds.append("rect").attr("x", ({ begin }) => x(begin)).attr("width", ({ begin, end }) => Math.max(1, x(end) - x(begin)))
    .attr("y", top).attr("height", bottom - top);
  grounds.append("title").text(({ begin, end }, i) => words("chart.window", i + 1, secondText(begin), secondText(end)));
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

/** Returns the height of an axis of hours. */
function hoursHeight() {
  return isLong() ? 50 : 36;
}

/** Adds the hours of the main clock and, below them, of the other one, with its days if the window is long. @param {Picture} svg @param {TimeScale} x @param {number} y @param {LocalClock} clock */
function addHours(svg, x, y, clock) {
  const width = x.range()[1] - x.range()[0];
  const { start, end } = data();
  const ticks = d3.scaleUtc([start + mainOffset(start), end + mainOffset(end)], x.range())
    .ticks(Math.max(4, Math.min(12, Math.floor(width / (isLong() ? 90 : 62))))).flatMap((tick) => instantOf(tick.getTime()) ?? []);
  const axis = svg.append("g").attr("class", "hours").attr("transform", `translate(0,${y})`);
  axis.append("line").attr("x1", x.range()[0]).attr("x2", x.range()[1]);
  const isFirst = (/** @type {number} */ tick) => x(tick) < LEFT + 10;
  for (const { y, name, text, day } of [
    { y: 15, name: zoneLabel(), text: tickText, day: null },
    { y: 29, name: clock.label, text: clock.text, day: clock.day },
  ]) {
    const right = Math.max(LEFT - 8, Math.min(CLOCK_LETTERS, name.length) * CLOCK_LETTER);
    const hasRoom = (/** @type {number} */ tick) => isFirst(tick) || x(tick) > right + HALF_TICK;
    const isWide = name.length > CLOCK_LETTERS;
    axis.append("text").attr("class", "clockname").attr("x", right).attr("y", y).text(name)
      .attr("textLength", isWide ? right - 1 : null).attr("lengthAdjust", isWide ? "spacingAndGlyphs" : null);
    const shown = ticks.filter(hasRoom);
    const add = (/** @type {number[]} */ ticks, /** @type {number} */ y, /** @type {(time: number) => string} */ text) =>
      axis.append("g").selectAll("text").data(ticks).join("text")
        .attr("x", (tick) => (isFirst(tick) ? Math.max(x(tick), right + 4) : x(tick))).attr("y", y)
        .attr("text-anchor", (tick) => (x(tick) > x.range()[1] - 16 ? "end" : isFirst(tick) ? "start" : "middle"))
        .text((tick) => text(tick));
    add(shown, y, text);
    if (day && isLong()) add(shown.filter((tick, i) => i === 0 || day(tick) !== day(shown[i - 1])), y + 14, day);
  }
  axis.selectAll(null).data(ticks).join("line")
    .attr("x1", (tick) => x(tick)).attr("x2", (tick) => x(tick)).attr("y2", 4);
}

/** Adds horizontal lines with their numbers. @param {Picture} svg @param {TimeScale} x @param {d3.ScaleContinuousNumeric<number, number>} y @param {number[]} ticks */
function addLevels(svg, x, y, ticks) {
  const levels = svg.append("g").attr("class", "levels").selectAll("g").data(ticks).join("g")
    .attr("transform", (tick) => `translate(0,${y(tick)})`);
  levels.append("line").attr("x1", x.range()[0]).attr("x2", x.range()[1]);
  levels.append("text").attr("x", LEFT - 8).attr("dy", "0.32em").text(writtenNumber);
}

/**
 * Adds a system's line with marks of its shape, so that colour is not needed. The marks of the systems
 * are beside each other.
 *
 * @param {d3.Selection<SVGGElement, undefined, null, undefined>} lines
 * @param {number} system
 * @param {string | null} path
 * @param {(x: number) => number | null} height the place of the line at a place of the axis; null in a gap
 */
function addLine(lines, system, path, height) {
  lines.append("path").attr("class", systemClass(system)).attr("d", path);
  const width = /** @type {SVGSVGElement} */ (lines.node()?.ownerSVGElement).viewBox.baseVal.width;
  for (let x = LEFT + (MARK_DISTANCE * (system + 0.5)) / data().systems.length; x < width - RIGHT; x += MARK_DISTANCE) {
    const y = height(x);
    if (y === null) continue;
    lines.append("path").attr("class", "at " + systemClass(system))
      .attr("d", markPath(system, 4.5)).attr("transform", `translate(${x},${y})`);
  }
}

/**
 * Draws the exact numbers in view. If there are several systems, a band for each shows when it is
 * ahead, and a line of its own shows the number of all together.
 *
 * @param {Day} day
 */
function drawCounts(day) {
  const { counts } = day;
  const bandBottom = isComparing() ? 8 + BAND * data().systems.length : 0;
  const totalBottom = bandBottom + (isComparing() ? 70 : 0);
  const [top, bottom] = [totalBottom + (isComparing() ? SCALE_BREAK : 14), totalBottom + 230];
  const most = d3.max(counts.bySystem.flat()) ?? 0;
  const all = totals(counts);
  const total = isComparing() ? " " + words("chart.together", all.min, all.max) : "";
  const { svg, x } = newChart(bottom + hoursHeight(), words("chart.counts", most) + total);
  addWindows(svg, x, day.site, isComparing() ? 4 : top, bottom);
  const y = d3.scaleLinear([0, Math.max(4, most)], [bottom, top]).nice();
  addLevels(svg, x, y, y.ticks(6).filter(Number.isInteger));
  const path = (/** @type {number[]} */ column, /** @type {d3.ScaleLinear<number, number>} */ y) =>
    d3.line().x(([time]) => x(time)).y(([, count]) => y(count)).curve(d3.curveStepAfter)(
      [...counts.times.map((time, i) => /** @type {[number, number]} */ ([time, column[i]])), [data().end, column[column.length - 1]]],
    );
  const ofAll = d3.scaleLinear([all.min, Math.max(all.min + 1, all.max)], [totalBottom, bandBottom + 14]);
  if (isComparing()) {
    addBand(svg, x, counts);
    addLevels(svg, x, ofAll, all.min < all.max ? [all.min, all.max] : [all.min]);
    addBreak(svg, x, totalBottom + SCALE_BREAK / 2);
  }
  const lines = svg.append("g").attr("class", "lines");
  for (const system of systemsShown()) {
    const column = counts.bySystem[system];
    addLine(lines, system, path(column, y), (place) => y(column[stepAt(counts, x.invert(place).getTime())]));
  }
  if (isComparing()) lines.append("path").attr("class", "together").attr("d", path(counts.together, ofAll));
  addHours(svg, x, bottom, day.clock);
  addCursor(svg, isComparing() ? 6 : top, bottom);
  showChart("countchart", svg);
}

/** Adds the mark that another scale begins below: two slanted strokes on the axis, and a line. @param {Picture} svg @param {TimeScale} x @param {number} y */
function addBreak(svg, x, y) {
  svg.append("path").attr("class", "break")
    .attr("d", [-2, 2].map((shift) => `M${LEFT - 5},${y + shift + 3}L${LEFT + 5},${y + shift - 3}`).join("") + `M${LEFT + 8},${y}H${x.range()[1]}`);
}

/** Draws when each system is ahead, and when some are tied. @param {Picture} svg @param {TimeScale} x @param {Steps} counts */
function addBand(svg, x, counts) {
  const ahead = aheadOf(counts);
  /** @type {{leader: number, from: number, to: number}[]} */
  const stretches = [];
  ahead.forEach((leader, i) => {
    const to = i + 1 < ahead.length ? counts.times[i + 1] : data().end;
    const last = stretches.at(-1);
    if (last?.leader === leader) last.to = to;
    else stretches.push({ leader, from: counts.times[i], to });
  });
  const band = svg.append("g").attr("class", "band");
  const middle = 4 + (BAND * data().systems.length) / 2;
  band.append("text").attr("x", LEFT - 14).attr("y", middle).attr("dy", "0.35em").text(words("ahead"));
  data().systems.forEach((_, system) => {
    const y = 4 + BAND * (system + 0.5);
    band.append("path").attr("class", systemClass(system)).attr("d", markPath(system, 3.6)).attr("transform", `translate(${LEFT - 7},${y})`);
    band.append("line").attr("class", "row").attr("x1", LEFT).attr("x2", x.range()[1]).attr("y1", y).attr("y2", y);
  });
  band.selectAll("rect").data(stretches.filter(({ leader }) => leader !== TIE)).join("rect")
    .attr("class", ({ leader }) => systemClass(leader))
    .attr("x", ({ from }) => x(from)).attr("width", ({ from, to }) => x(to) - x(from))
    .attr("y", ({ leader }) => 5 + BAND * leader).attr("height", BAND - 2)
    .on("pointerenter", (event, { leader, from, to }) =>
      showTip(event, [[words("chart.ahead", systemName(leader))], [words("from.to", stampText(from), stampText(to))]]),
    )
    .on("pointerleave", hideTip);
}

/** Draws a dilution of precision over time, of each system and of all together. @param {Day} day */
function drawDop({ dop, clock, site }) {
  const [top, bottom] = [10, 180];
  const kind = store.state.dilution;
  const { svg, x } = newChart(bottom + hoursHeight(), words("chart.dop", kind.toUpperCase()));
  addWindows(svg, x, site, top, bottom);
  const series = (/** @type {(Dilution | null)[]} */ dilutions) => dilutions.map((dilution) => dilution?.[kind] ?? Infinity);
  const [bySystem, together] = [dop.bySystem.map(series), series(dop.together)];
  const drawn = [...bySystem.flat(), ...together].filter((value) => value <= GREATEST_DILUTION_SHOWN);
  const [least, greatest] = [Math.min(1, d3.min(drawn) ?? 1), Math.max(3, d3.max(drawn) ?? 3)];
  const y = d3.scaleLog([least * 0.9, greatest], [bottom, top]);
  addLevels(svg, x, y, [0.1, 0.2, 0.5, 1, 2, 3, 5, 10].filter((level) => level >= least * 0.9 && level <= greatest));
  const line = d3.line().defined(([, value]) => value <= GREATEST_DILUTION_SHOWN)
    .x(([time]) => x(time)).y(([, value]) => y(value));
  const path = (/** @type {number[]} */ values) => line(dop.times.map((time, i) => [time, values[i]]));
  const lines = svg.append("g").attr("class", "lines");
  for (const system of systemsShown()) {
    addLine(lines, system, path(bySystem[system]), (place) => {
      const value = bySystem[system][d3.bisectCenter(dop.times, x.invert(place).getTime())];
      return value <= GREATEST_DILUTION_SHOWN ? y(value) : null;
    });
  }
  if (isComparing()) lines.append("path").attr("class", "together").attr("d", path(together));
  addHours(svg, x, bottom, clock);
  addCursor(svg, top, bottom);
  showChart("dopchart", svg);
}

/** Draws the elevations of a system; on paper, where nobody can choose another one, those of all. @param {Day} day */
function drawElevations(day) {
  const systems = isPrinting ? systemsShown() : [risenSystem()];
  byId("elevationchart").replaceChildren(...systems.flatMap((system) => {
    const chart = /** @type {Element} */ (elevationsOf(day, system).node());
    return isPrinting ? [systemTitle(system), chart] : [chart];
  }));
}

/** Returns a chart of the elevation of each satellite of a system while it is in view. @param {Day} day @param {number} system */
function elevationsOf(day, system) {
  const [top, bottom] = [18, 250];
  const { svg, x } = newChart(bottom + hoursHeight(), words("chart.elevation", systemName(system)));
  addWindows(svg, x, day.site, top, bottom);
  const y = d3.scaleLinear([0, 90], [bottom, top]);
  addLevels(svg, x, y, [0, 30, 60, 90]);
  const times = d3.range(data().start, data().end, (data().end - data().start) / ELEVATION_SAMPLES);
  const moments = times.map(momentOf);
  const satellites = d3.range(data().satellites.length).filter((j) => data().satellites[j][3] === system);
  const passes = satellites.flatMap((satellite) => day.passes[satellite].map(([from, to]) => {
    const point = (/** @type {number} */ time, /** @type {Moment} */ moment) =>
      /** @type {[number, number]} */ ([x(time), y(lookAngles(day.horizon, positionOf(satellite, moment)).elevation)]);
    const points = [point(from, momentOf(from))];
    for (let k = d3.bisectRight(times, from); times[k] < to; k++) points.push(point(times[k], moments[k]));
    points.push(point(to, momentOf(to)));
    return { satellite, from, to, points, peak: points[d3.minIndex(points, ([, up]) => up)] };
  }));
  svg.append("g").attr("class", "elevations").selectAll("path").data(passes).join("path")
    .attr("class", systemClass(system)).attr("d", ({ points }) => d3.line()(points))
    .on("pointerenter", (event, { satellite, from, to }) => showTip(event, [[satelliteTitle(satellite)], [passText(from, to)]]))
    .on("pointerleave", hideTip);
  svg.append("g").attr("class", "peaks").selectAll("text").data(withRoom(passes)).join("text")
    .attr("x", ({ peak }) => Math.max(LEFT + 12, Math.min(x.range()[1] - 12, peak[0])))
    .attr("y", ({ peak }) => peak[1] - 4).text(({ satellite }) => data().satellites[satellite][0]);
  addHours(svg, x, bottom, day.clock);
  addCursor(svg, top, bottom);
  return svg;
}

/**
 * Returns the passes whose names do not hide each other, the highest first.
 *
 * @template {{peak: [number, number]}} T
 * @param {T[]} passes
 */
function withRoom(passes) {
  /** @type {T[]} */
  const named = [];
  for (const pass of d3.sort(passes, ({ peak }) => peak[1])) {
    if (named.every(({ peak }) => Math.abs(peak[0] - pass.peak[0]) > 26 || Math.abs(peak[1] - pass.peak[1]) > 12)) named.push(pass);
  }
  return named;
}

/** Draws the passes of each system. @param {Day} day */
function drawBars(day) {
  byId("bars").replaceChildren(...systemsShown().flatMap((system) => barsOf(day, system)));
}

/** @param {number} system */
function systemTitle(system) {
  const title = document.createElement("h3");
  title.append(markPicture(system), systemName(system));
  return title;
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
  /** @type {Element[]} */
  const parts = [systemTitle(system)];
  /** @type {(string | number)[]} titles, each followed by its satellites */
  const rows = [];
  const never = [];
  for (const orbit of ["GEO", "IGSO", "MEO", ""]) {
    const satellites = d3.range(data().satellites.length)
      .filter((j) => data().satellites[j][3] === system && data().satellites[j][4] === orbit);
    const [seen, unseen] = [true, false].map((isSeen) => satellites.filter((j) => day.passes[j].length > 0 === isSeen));
    if (seen.length > 0) rows.push(`${orbit} (${seen.length})`.trim(), ...seen);
    if (unseen.length > 0) never.push(`${orbit} ${unseen.map((j) => data().satellites[j][0]).join(", ")}`.trim());
  }
  if (rows.length > 0) parts.push(/** @type {SVGSVGElement} */ (passChart(day, system, rows).node()));
  if (never.length > 0) {
    const list = document.createElement("p");
    list.className = "note never";
    list.textContent = words("never", never.join("; "));
    parts.push(list);
  }
  return parts;
}

/** @param {Day} day @param {number} system @param {(string | number)[]} rows @returns {Picture} */
function passChart(day, system, rows) {
  let bottom = hoursHeight();
  const tops = rows.map((row) => (bottom += typeof row === "number" ? ROW : 20) - ROW);
  const { svg, x } = newChart(bottom + 4, words("chart.passes", systemName(system)));
  addHours(svg, x, 2, day.clock);
  const lines = rows.map((row, i) => (typeof row === "number" ? `M${x.range()[0]},${tops[i] + 4}H${x.range()[1]}` : ""));
  svg.append("path").attr("class", "row").attr("d", lines.join(""));
  rows.forEach((row, i) => {
    const y = tops[i];
    if (typeof row !== "number") {
      svg.append("text").attr("class", "group").attr("x", LEFT).attr("y", y + 6).text(row);
      return;
    }
    svg.append("text").attr("class", "prn").attr("x", LEFT - 8).attr("y", y + 7.5).text(data().satellites[row][0]);
    for (const [from, to] of day.passes[row]) {
      svg.append("rect").attr("class", systemClass(system))
        .attr("x", x(from)).attr("width", Math.max(1, x(to) - x(from))).attr("y", y).attr("height", ROW - 3).attr("rx", 1.5)
        .on("pointerenter", (event) => showTip(event, [[satelliteTitle(row)], [passText(from, to)]]))
        .on("pointerleave", hideTip);
    }
  });
  addCursor(svg, hoursHeight() - 6, bottom);
  return svg;
}

/** Returns "C19, BEIDOU-3 M1". @param {number} satellite */
function satelliteTitle(satellite) {
  const [label, catalogNumber, name] = data().satellites[satellite];
  return `${label}, ${name || catalogNumber}`;
}

/** @param {number} from @param {number} to */
function passText(from, to) {
  const begins = from === data().start ? words("pass.atStart") : words("pass.rises", stampText(from));
  const ends = to === data().end ? words("pass.atEnd") : words("pass.sets", stampText(to));
  return `${begins}, ${ends}`;
}
