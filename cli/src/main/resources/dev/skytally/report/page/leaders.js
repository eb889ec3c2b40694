/** The distance of the points at which the map counts satellites, in degrees. */
const LEADER_STEP = 2;

/** The time between the moments of the map over the window, in milliseconds. */
const LEADER_MOMENTS = 15 * 60_000;
const LEADER_ROWS = 180 / LEADER_STEP;
const LEADER_COLUMNS = 360 / LEADER_STEP;
const RASTER = { width: MAP_WIDTH / 2, height: MAP_HEIGHT / 2 };

/** The unit vectors of the points, by row from the south, then column from the west. */
const LEADER_POINTS = d3.range(LEADER_ROWS * LEADER_COLUMNS).map((i) => {
  const latitude = (LEADER_STEP * (Math.floor(i / LEADER_COLUMNS) + 0.5) - 90) / DEGREES;
  const longitude = (LEADER_STEP * ((i % LEADER_COLUMNS) + 0.5) - 180) / DEGREES;
  return [Math.cos(latitude) * Math.cos(longitude), Math.cos(latitude) * Math.sin(longitude), Math.sin(latitude)];
});

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
  const moment = momentOf(time);
  const now = greatest.map((counts) => new Uint8Array(counts.length));
  data().satellites.forEach(([, , , system], satellite) => {
    const position = positionOf(satellite, moment);
    const range = Math.hypot(...position);
    const reach = Math.acos((EQUATORIAL_RADIUS_METERS / range) * Math.cos(maskDegrees / DEGREES)) - maskDegrees / DEGREES;
    const least = Math.cos(reach);
    const [x, y, z] = position.map((value) => value / range);
    const counts = now[system];
    LEADER_POINTS.forEach((point, i) => {
      if (point[0] * x + point[1] * y + point[2] * z >= least) counts[i]++;
    });
  });
  now.forEach((counts, system) => counts.forEach((count, i) => {
    if (count > greatest[system][i]) greatest[system][i] = count;
  }));
}

/** Returns the system with the most satellites at each point, or TIE. @param {Uint8Array[]} counts */
function leadersOf(counts) {
  return Int8Array.from(LEADER_POINTS, (_, i) => {
    const most = Math.max(...counts.map((column) => column[i]));
    const first = counts.findIndex((column) => column[i] === most);
    return counts.some((column, system) => system > first && column[i] === most) ? TIE : first;
  });
}

/** Draws who leads where, at the moment or by the maximum over the window. */
function drawLeaders() {
  const canvas = /** @type {HTMLCanvasElement} */ (byId("raster"));
  const isShown = link.state.leaders !== "none" && store.state.data !== null && isComparing();
  canvas.hidden = !isShown;
  byId("mapnote").textContent = words("place.map");
  if (!isShown) return;
  const times = link.state.leaders === "now" ? [now()] : d3.range(data().start, data().end, LEADER_MOMENTS);
  const greatest = data().systems.map(() => new Uint8Array(LEADER_POINTS.length));
  for (const time of times) raiseCounts(greatest, time, link.state.mask);
  const leaders = leadersOf(greatest);
  const note = byId("mapnote");
  const whole = d3.sum(LEADER_POINTS, ([x, y]) => Math.hypot(x, y));
  note.replaceChildren(words("leaders." + link.state.leaders), " ");
  const colors = new Map([...data().systems.keys(), TIE].map((system) => {
    const share = d3.sum(LEADER_POINTS, ([x, y], i) => (leaders[i] === system ? Math.hypot(x, y) : 0)) / whole;
    const mark = /** @type {Element} */ (markPicture(system));
    const entry = document.createElement("span");
    entry.append(mark, `${systemName(system)} ${decimal(100 * share, 0)} %`);
    note.append(entry, " ");
    const color = /** @type {d3.RGBColor} */ (d3.color(getComputedStyle(/** @type {Element} */ (mark.firstElementChild))[system === TIE ? "stroke" : "fill"]));
    return [system, [color.r, color.g, color.b]];
  }));
  pixelPoints ??= pointsOfPixels();
  const picture = new ImageData(RASTER.width, RASTER.height);
  pixelPoints.forEach((point, pixel) => {
    if (point >= 0) picture.data.set([.../** @type {number[]} */ (colors.get(leaders[point])), 255], 4 * pixel);
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
  const canvas = document.createElement("canvas");
  canvas.id = "raster";
  canvas.width = RASTER.width;
  canvas.height = RASTER.height;
  canvas.hidden = true;
  byId("map").append(canvas);
  link.follow(["leaders"], drawLeadersSoon);
  store.follow(["day", "words"], drawLeadersSoon);
  store.follow(["time"], () => {
    if (link.state.leaders === "now") drawLeadersSoon();
  });
}
