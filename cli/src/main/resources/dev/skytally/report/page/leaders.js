/** The distance of the points at which the map counts satellites, in degrees. */
const LEADER_STEP = 2;

/** The time between the moments of the map over the window, in milliseconds. */
const LEADER_MOMENTS = 30 * 60_000;
const LEADER_ROWS = 180 / LEADER_STEP;
const LEADER_COLUMNS = 360 / LEADER_STEP;
const RASTER = { width: MAP_WIDTH / 2, height: MAP_HEIGHT / 2 };

/** The unit vectors of the points, by row from the south, then column from the west. */
const LEADER_POINTS = unitVectors();

function unitVectors() {
  const points = { x: new Float64Array(LEADER_ROWS * LEADER_COLUMNS), y: new Float64Array(LEADER_ROWS * LEADER_COLUMNS), z: new Float64Array(LEADER_ROWS * LEADER_COLUMNS) };
  points.x.forEach((_, i) => {
    const latitude = (LEADER_STEP * (Math.floor(i / LEADER_COLUMNS) + 0.5) - 90) / DEGREES;
    const longitude = (LEADER_STEP * ((i % LEADER_COLUMNS) + 0.5) - 180) / DEGREES;
    points.x[i] = Math.cos(latitude) * Math.cos(longitude);
    points.y[i] = Math.cos(latitude) * Math.sin(longitude);
    points.z[i] = Math.sin(latitude);
  });
  return points;
}

/** Returns a count of each point. */
function newCounts() {
  return new Uint8Array(LEADER_POINTS.x.length);
}

/** By pixel of the map: the point below it, or -1 outside. @type {Int32Array | null} */
let pixelPoints = null;

function pointsOfPixels() {
  const points = new Int32Array(RASTER.width * RASTER.height).fill(-1);
  points.forEach((_, pixel) => {
    const [x, y] = [2 * (pixel % RASTER.width) + 1, 2 * Math.floor(pixel / RASTER.width) + 1];
    const place = projection.invert?.([x, y]);
    const back = place && projection(place);
    if (!place || !back || Math.hypot(back[0] - x, back[1] - y) > 0.5 || Math.abs(place[1]) >= 90) return;
    const row = Math.floor((place[1] + 90) / LEADER_STEP);
    const column = Math.floor((((place[0] + 540) % 360) / 360) * LEADER_COLUMNS);
    points[pixel] = row * LEADER_COLUMNS + column;
  });
  return points;
}

/**
 * Raises, at each point, the greatest number of satellites of each system to that of a moment. A
 * satellite is above the mask within a circle around the point below it, on a sphere.
 *
 * @param {Uint8Array[]} greatest by system, then point
 * @param {number} time
 * @param {number} maskDegrees
 */
function raiseCounts(greatest, time, maskDegrees) {
  const { x, y, z } = LEADER_POINTS;
  const mask = maskDegrees / DEGREES;
  const moment = momentOf(time);
  const now = greatest.map(newCounts);
  data().satellites.forEach(([, , , system], satellite) => {
    if (isOutOfService(satellite, time)) return;
    const position = positionOf(satellite, moment);
    const range = Math.hypot(...position);
    const reach = Math.acos((EQUATORIAL_RADIUS_METERS / range) * Math.cos(mask)) - mask;
    const least = Math.cos(reach);
    const [px, py, pz] = position.map((value) => value / range);
    const [south, north] = [-1, 1].map((side) => Math.asin(pz) + side * reach)
      .map((latitude) => Math.max(0, Math.min(LEADER_ROWS, Math.round((latitude * DEGREES + 90) / LEADER_STEP))));
    const counts = now[system];
    for (let i = south * LEADER_COLUMNS; i < north * LEADER_COLUMNS; i++) {
      if (x[i] * px + y[i] * py + z[i] * pz >= least) counts[i]++;
    }
  });
  now.forEach((counts, system) => {
    const most = greatest[system];
    for (let i = 0; i < counts.length; i++) if (counts[i] > most[i]) most[i] = counts[i];
  });
}

/** Returns the system with the most satellites at each point, or TIE. @param {Uint8Array[]} counts */
function leadersOf(counts) {
  return Int8Array.from(LEADER_POINTS.x, (_, i) => {
    let [leader, most] = [0, counts[0][i]];
    for (let system = 1; system < counts.length; system++) {
      if (counts[system][i] === most) leader = TIE;
      if (counts[system][i] > most) [leader, most] = [system, counts[system][i]];
    }
    return leader;
  });
}

/** Draws who leads where, at the moment or by the maximum over the window; nothing where some are tied. */
function drawLeaders() {
  const canvas = /** @type {HTMLCanvasElement} */ (byId("raster"));
  const isShown = link.state.leaders !== "none" && store.state.data !== null && isComparing();
  canvas.hidden = !isShown;
  byId("mapnote").textContent = words("place.map");
  if (!isShown) return;
  const times = link.state.leaders === "now" ? [now()] : d3.range(data().start, data().end, LEADER_MOMENTS);
  const greatest = data().systems.map(newCounts);
  const { mask } = /** @type {Link} */ (answered);
  for (const time of times) raiseCounts(greatest, time, mask);
  const leaders = leadersOf(greatest);
  const note = byId("mapnote");
  const areas = LEADER_POINTS.z.map((z) => Math.sqrt(1 - z * z));
  const whole = d3.sum(areas);
  note.replaceChildren(words("leaders." + link.state.leaders), " ");
  /** @type {Map<number, number[]>} */
  const colors = new Map();
  for (const system of [...data().systems.keys(), TIE]) {
    const share = d3.sum(areas, (area, i) => (leaders[i] === system ? area : 0)) / whole;
    const mark = /** @type {Element} */ (markPicture(system));
    const entry = document.createElement("span");
    entry.append(mark, `${systemName(system)} ${decimal(100 * share, 0)} %`);
    note.append(entry, " ");
    if (system === TIE) continue;
    const color = /** @type {d3.RGBColor} */ (d3.color(getComputedStyle(/** @type {Element} */ (mark.firstElementChild)).fill));
    colors.set(system, [color.r, color.g, color.b, 255]);
  }
  pixelPoints ??= pointsOfPixels();
  const picture = new ImageData(RASTER.width, RASTER.height);
  pixelPoints.forEach((point, pixel) => {
    const color = point >= 0 && colors.get(leaders[point]);
    if (color) picture.data.set(color, 4 * pixel);
  });
  /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d")).putImageData(picture, 0, 0);
}

/** The request to draw before the next frame; 0 if there is none. */
let leadersFrame = 0;

/** Draws once before the next frame, however often it is called until then. */
function drawLeadersSoon() {
  leadersFrame ||= requestAnimationFrame(() => {
    leadersFrame = 0;
    drawLeaders();
  });
}

function setUpLeaders() {
  link.follow(["leaders"], drawLeadersSoon);
  store.follow(["day", "words"], drawLeadersSoon);
  store.follow(["time"], () => {
    if (link.state.leaders === "now") drawLeadersSoon();
  });
}
