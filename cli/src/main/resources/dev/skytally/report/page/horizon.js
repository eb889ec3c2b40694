const STRIP_WIDTH = 720;
const STRIP_HEIGHT = 190;
const STRIP_EDGE = { left: 30, right: 10, top: 10, bottom: 24 };
const HIGHEST_DRAWN = 90;

/** The distance between the points that a stroke or the keyboard draws, in degrees of azimuth. */
const STROKE_STEP = 5;

/** How far a point may be from a line that replaces it, in degrees: the rounding of a sum. */
const ON_LINE = 1e-9;

/** The gap in a horizon that the server has read and warns of, until the next answer shows it. @type {[from: number, to: number] | null} */
let horizonGap = null;

/** The azimuth that the keyboard changes. */
let horizonCursor = 0;

/** @param {number} azimuth @param {number} elevation */
function stripPoint(azimuth, elevation) {
  const { left, right, top, bottom } = STRIP_EDGE;
  return [
    left + ((STRIP_WIDTH - left - right) * azimuth) / 360,
    STRIP_HEIGHT - bottom - ((STRIP_HEIGHT - top - bottom) * elevation) / HIGHEST_DRAWN,
  ];
}

/** Returns the elevation of a horizon, linear between its points. @param {[number, number][]} horizon @param {number} azimuth */
function horizonAt(horizon, azimuth) {
  if (horizon.length === 0) return 0;
  const i = horizon.findIndex(([at]) => at > azimuth);
  const next = horizon[i < 0 ? 0 : i];
  const before = horizon.at((i < 0 ? horizon.length : i) - 1) ?? next;
  const width = (next[0] - before[0] + 360) % 360 || 360;
  return before[1] + ((next[1] - before[1]) * ((azimuth - before[0] + 360) % 360)) / width;
}

/**
 * Returns the points of a horizon that lie off the line between their neighbours; none for a flat horizon.
 *
 * @param {[number, number][]} horizon
 */
function simplified(horizon) {
  const needed = horizon.filter(([, elevation], i) => {
    const rest = [horizon.at(i - 1), horizon[(i + 1) % horizon.length]];
    return rest.some((point) => point?.[1] !== elevation) && Math.abs(horizonAt(d3.sort(/** @type {[number, number][]} */ (rest), ([azimuth]) => azimuth), horizon[i][0]) - elevation) > ON_LINE;
  });
  const points = needed.length > 0 || horizon.every(([, elevation]) => elevation === 0) ? needed : horizon.slice(0, 1);
  return points.map(([azimuth, elevation]) => /** @type {[number, number]} */ ([azimuth, Math.round(100 * elevation) / 100]));
}

/**
 * Returns a horizon that a stroke from one point to another has changed, at each whole step between.
 *
 * @param {[number, number][]} horizon
 * @param {[number, number]} from
 * @param {[number, number]} to
 */
function withStroke(horizon, from, to) {
  const steps = d3.range(0, 360, STROKE_STEP).map((azimuth) => /** @type {[number, number]} */ ([azimuth, horizonAt(horizon, azimuth)]));
  const points = new Map([...steps, ...horizon]);
  const [left, right] = from[0] <= to[0] ? [from, to] : [to, from];
  const near = (/** @type {number} */ azimuth) => STROKE_STEP * Math.round(azimuth / STROKE_STEP);
  const begin = near(left[0]) - STROKE_STEP;
  const width = near(right[0]) + STROKE_STEP - begin;
  for (const azimuth of points.keys()) {
    const within = (azimuth - begin + 360) % 360;
    if (0 < within && within < width) points.delete(azimuth);
  }
  for (let azimuth = near(left[0]); azimuth <= near(right[0]); azimuth += STROKE_STEP) {
    const part = right[0] === left[0] ? 1 : Math.max(0, Math.min(1, (azimuth - left[0]) / (right[0] - left[0])));
    points.set(azimuth % 360, Math.round(left[1] + part * (right[1] - left[1])));
  }
  return simplified(/** @type {[number, number][]} */ (d3.sort(points, ([azimuth]) => azimuth)));
}

/** Draws the horizon as a strip from north over east, south and west to north. */
function drawHorizon() {
  const { horizon, mask } = link.state;
  for (const id of ["clearhorizon", "savehorizon"]) /** @type {HTMLButtonElement} */ (byId(id)).disabled = horizon.length === 0;
  const svg = d3.select(byId("horizon")).select("svg");
  const edge = d3.range(0, 361).map((azimuth) => stripPoint(azimuth, Math.max(mask, horizonAt(horizon, azimuth % 360))));
  const line = d3.line()(/** @type {[number, number][]} */ (edge));
  const [left, ground] = stripPoint(0, 0);
  svg.select(".below").attr("d", `${line}V${ground}H${left}Z`);
  svg.select(".mask").attr("d", line);
  const [x, y] = stripPoint(horizonCursor, Math.max(mask, horizonAt(horizon, horizonCursor)));
  svg.select(".pen").attr("cx", x).attr("cy", y);
  const elevation = Math.round(horizonAt(horizon, horizonCursor));
  svg.attr("aria-valuenow", elevation).attr("aria-valuetext", words("horizon.value", horizonCursor, elevation));
}

function setUpHorizon() {
  const svg = d3.select(byId("horizon")).append("svg").attr("class", "strip chart").attr("viewBox", `0 0 ${STRIP_WIDTH} ${STRIP_HEIGHT}`)
    .attr("tabindex", 0).attr("role", "slider").attr("aria-valuemin", 0).attr("aria-valuemax", 89);
  const levels = svg.append("g").attr("class", "levels").selectAll("g").data([0, 30, 60, 90]).join("g")
    .attr("transform", (level) => `translate(0,${stripPoint(0, level)[1]})`);
  levels.append("line").attr("x1", STRIP_EDGE.left).attr("x2", STRIP_WIDTH - STRIP_EDGE.right);
  levels.append("text").attr("x", STRIP_EDGE.left - 6).attr("dy", "0.32em").text((level) => level);
  svg.append("path").attr("class", "below");
  svg.append("path").attr("class", "mask");
  svg.append("g").attr("class", "compass").selectAll("text").data([["N", 0], ["E", 90], ["S", 180], ["W", 270], ["N", 360]]).join("text")
    .attr("x", ([, azimuth]) => stripPoint(Number(azimuth), 0)[0]).attr("y", STRIP_HEIGHT - 6);
  svg.append("circle").attr("class", "pen").attr("r", 5);
  /** @type {[number, number] | null} */
  let last = null;
  const draw = (/** @type {PointerEvent} */ event) => {
    const [x, y] = d3.pointer(event, svg.node());
    const { left, right, top, bottom } = STRIP_EDGE;
    const azimuth = Math.max(0, Math.min(359, (360 * (x - left)) / (STRIP_WIDTH - left - right)));
    const elevation = Math.max(0, Math.min(89, (HIGHEST_DRAWN * (STRIP_HEIGHT - bottom - y)) / (STRIP_HEIGHT - top - bottom)));
    const point = /** @type {[number, number]} */ ([azimuth, elevation]);
    horizonCursor = (STROKE_STEP * Math.round(azimuth / STROKE_STEP)) % 360;
    link.change({ horizon: withStroke(link.state.horizon, last ?? point, point) });
    last = point;
  };
  svg.on("pointerdown", (event) => {
    /** @type {Element} */ (svg.node()).setPointerCapture(event.pointerId);
    draw(event);
  }).on("pointermove", (event) => {
    if (event.buttons === 1) draw(event);
  }).on("pointerup pointercancel", () => (last = null));
  svg.on("keydown", (/** @type {KeyboardEvent} */ event) => {
    const turn = { ArrowLeft: -STROKE_STEP, ArrowRight: STROKE_STEP, Home: -horizonCursor, End: 360 - STROKE_STEP - horizonCursor }[event.key];
    const rise = { ArrowUp: 1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
    if (turn === undefined && rise === undefined) return;
    event.preventDefault();
    if (turn !== undefined) {
      horizonCursor = (horizonCursor + turn + 360) % 360;
      drawHorizon();
    } else {
      const elevation = Math.max(0, Math.min(89, Math.round(horizonAt(link.state.horizon, horizonCursor)) + /** @type {number} */ (rise)));
      link.change({ horizon: withStroke(link.state.horizon, [horizonCursor, elevation], [horizonCursor, elevation]) });
    }
  });
  byId("clearhorizon").addEventListener("click", () => link.change({ horizon: [] }));
  byId("savehorizon").addEventListener("click", () => download(horizonCsv(link.state.horizon), fileName(placeOfFile(link.state), "horizon")));
  byId("openhorizon").addEventListener("change", async (event) => {
    const input = /** @type {HTMLInputElement} */ (event.target);
    const file = input.files?.[0];
    if (file) await openHorizon(file).catch(showNoServer);
    input.value = "";
  });
}

/** Names the directions and the control in the language of the page. */
function showHorizonWords() {
  d3.select(byId("horizon")).select("svg").attr("aria-label", words("horizon"))
    .selectAll(".compass text").text((direction) => words("compass." + /** @type {[string, number]} */ (direction)[0]));
  drawHorizon();
}

/** @param {[number, number][]} horizon */
function horizonCsv(horizon) {
  return csvText([["azimuth_deg", "elevation_deg"], ...horizon]);
}

/** Lets the server read a horizon, because it reads all formats. @param {File} file */
async function openHorizon(file) {
  const response = await fetch("/v1/horizon", { method: "POST", body: file });
  const answer = await response.json();
  if (!response.ok) {
    showProblem(() => wordsOfProblem(answer));
    return;
  }
  /** @type {[number, number][]} */
  const horizon = answer.horizon.map((/** @type {{azimuth_deg: number, elevation_deg: number}} */ point) => [point.azimuth_deg, point.elevation_deg]);
  const gap = response.headers.has("Skytally-Warning") ? widestGap(horizon) : null;
  showProblem(() => gapText(gap));
  horizonGap = gap;
  link.change({ horizon });
}

/** Returns the azimuths between which a horizon has the widest gap. @param {[number, number][]} horizon @returns {[number, number]} */
function widestGap(horizon) {
  const gaps = horizon.map(([from], i) => /** @type {[number, number]} */ ([from, horizon[(i + 1) % horizon.length][0]]));
  return /** @type {[number, number]} */ (d3.greatest(gaps, ([from, to]) => (to - from + 360) % 360 || 360));
}

/** Returns the warning of a gap, or nothing. @param {[from: number, to: number] | null} gap */
function gapText(gap) {
  return gap === null ? "" : words("horizon.gap", ...gap);
}
