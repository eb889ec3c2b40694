/**
 * The directions to satellites from a site on the WGS-84 ellipsoid, and the dilution of precision.
 * The formulas are those of LookAngles, LocalHorizon and SatelliteTracks.
 */
const EQUATORIAL_RADIUS_METERS = 6_378_137;
const FLATTENING = 1 / 298.257223563;
const DEGREES = 180 / Math.PI;

/** A geometry with a greater PDOP counts as singular, as in Dilution. */
const WORST_PDOP = 1000;

/**
 * A site's position in metres and its directions east, north and up, Earth-fixed.
 *
 * @typedef {{position: number[], east: number[], north: number[], up: number[]}} Horizon
 *
 * @typedef {{azimuth: number, elevation: number}} LookAngles degrees
 *
 * Sums over unit vectors to satellites, east, north and up: of ee, en, eu, nn, nu, uu, e, n and u, and their number.
 * @typedef {Float64Array} Normals
 *
 * @typedef {{gdop: number, pdop: number, hdop: number, vdop: number, tdop: number}} Dilution
 */

/** The kinds of dilution of precision. @type {(keyof Dilution)[]} */
const DILUTIONS = ["gdop", "pdop", "hdop", "vdop", "tdop"];

/**
 * @param {Site} site
 * @returns {Horizon}
 */
function horizonOf(site) {
  const sinLat = Math.sin(site.latitude / DEGREES);
  const cosLat = Math.cos(site.latitude / DEGREES);
  const sinLon = Math.sin(site.longitude / DEGREES);
  const cosLon = Math.cos(site.longitude / DEGREES);
  const e2 = FLATTENING * (2 - FLATTENING);
  const primeVertical = EQUATORIAL_RADIUS_METERS / Math.sqrt(1 - e2 * sinLat * sinLat);
  const axisDistance = (primeVertical + site.height) * cosLat;
  return {
    position: [axisDistance * cosLon, axisDistance * sinLon, (primeVertical * (1 - e2) + site.height) * sinLat],
    east: [-sinLon, cosLon, 0],
    north: [-sinLat * cosLon, -sinLat * sinLon, cosLat],
    up: [cosLat * cosLon, cosLat * sinLon, sinLat],
  };
}

/** The last tracks that were decoded. @type {ReportData["tracks"] | null} */
let decodedTracks = null;

/** By satellite: pieces of all x, then all y, then all z. @type {Int32Array[]} */
let decodedNodes = [];

/** Decodes positions, which are multiples of some metres, three bytes each. @param {string} base64 @param {number} unitMeters */
function decodeNodes(base64, unitMeters) {
  const bytes = bytesOf(base64);
  const nodes = new Int32Array(bytes.length / 3);
  for (let i = 0; i < nodes.length; i++) {
    const highest = bytes[3 * i + 2] << 24;
    nodes[i] = unitMeters * ((highest >> 8) | (bytes[3 * i + 1] << 8) | bytes[3 * i]);
  }
  return nodes;
}

/** Most answers on a page have the tracks of the one before. @param {number} satellite */
function trackNodes(satellite) {
  const { tracks } = data();
  if (tracks !== decodedTracks) {
    const before = decodedTracks?.positions ?? [];
    decodedNodes = tracks.positions.map((text, j) =>
      text === before[j] && tracks.unitMeters === decodedTracks?.unitMeters ? decodedNodes[j] : decodeNodes(text, tracks.unitMeters));
    decodedTracks = tracks;
  }
  return decodedNodes[satellite];
}

/** The Chebyshev nodes of a piece, each as a part of its length. */
let nodeParts = new Float64Array(0);

/** @param {number} count */
function chebyshevNodes(count) {
  if (nodeParts.length !== count) {
    nodeParts = Float64Array.from({ length: count }, (_, i) => 0.5 * (1 - Math.cos((Math.PI * i) / (count - 1))));
  }
  return nodeParts;
}

/**
 * The weight of each Chebyshev node of a piece at a time, by the barycentric formula.
 *
 * @typedef {{piece: number, weights: Float64Array}} Moment
 *
 * @param {number} time
 * @returns {Moment}
 */
function momentOf(time) {
  const { start, piece: length, nodes } = data().tracks;
  const pieces = Math.ceil((data().end - start) / length);
  const piece = Math.max(0, Math.min(Math.floor((time - start) / length), pieces - 1));
  const part = (time - start) / length - piece;
  const parts = chebyshevNodes(nodes);
  const weights = new Float64Array(nodes);
  let sum = 0;
  for (let i = 0; i < nodes; i++) {
    const distance = part - parts[i];
    if (Math.abs(distance) < 1e-12) {
      weights.fill(0);
      weights[i] = 1;
      return { piece, weights };
    }
    const edge = i === 0 || i === nodes - 1 ? 0.5 : 1;
    weights[i] = ((i % 2 ? -1 : 1) * edge) / distance;
    sum += weights[i];
  }
  for (let i = 0; i < nodes; i++) weights[i] /= sum;
  return { piece, weights };
}

/**
 * @param {number} satellite
 * @param {Moment} moment
 * @returns {number[]} metres, Earth-fixed
 */
function positionOf(satellite, { piece, weights }) {
  const nodes = trackNodes(satellite);
  const n = weights.length;
  let at = piece * 3 * n;
  let [x, y, z] = [0, 0, 0];
  for (let i = 0; i < n; i++, at++) {
    x += weights[i] * nodes[at];
    y += weights[i] * nodes[at + n];
    z += weights[i] * nodes[at + 2 * n];
  }
  return [x, y, z];
}

/** @param {number[]} a @param {number[]} b */
function dot(a, b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/**
 * @param {Horizon} horizon
 * @param {number[]} position
 * @returns {LookAngles}
 */
function lookAngles(horizon, position) {
  const towards = position.map((value, axis) => value - horizon.position[axis]);
  const east = dot(towards, horizon.east);
  const north = dot(towards, horizon.north);
  const azimuth = Math.atan2(east, north) * DEGREES;
  return {
    azimuth: azimuth < 0 ? azimuth + 360 : azimuth,
    elevation: Math.atan2(dot(towards, horizon.up), Math.hypot(east, north)) * DEGREES,
  };
}

/** @param {Normals} normals @param {number} east @param {number} north @param {number} up */
function addDirection(normals, east, north, up) {
  normals[0] += east * east;
  normals[1] += east * north;
  normals[2] += east * up;
  normals[3] += north * north;
  normals[4] += north * up;
  normals[5] += up * up;
  normals[6] += east;
  normals[7] += north;
  normals[8] += up;
  normals[9]++;
}

/** Returns the sums over no vectors. @returns {Normals} */
function noDirections() {
  return new Float64Array(10);
}

/**
 * @param {Horizon} horizon
 * @param {Moment} moment
 * @param {Uint8Array} inView by satellite
 * @param {Normals[]} [normals] by system; receives the sums
 */
function normalsOf(horizon, moment, inView, normals = data().systems.map(noDirections)) {
  const { position, east, north, up } = horizon;
  const { satellites } = data();
  for (const sums of normals) sums.fill(0);
  for (let j = 0; j < inView.length; j++) {
    if (!inView[j]) continue;
    const towards = positionOf(j, moment);
    for (let axis = 0; axis < 3; axis++) towards[axis] -= position[axis];
    const range = Math.sqrt(dot(towards, towards));
    addDirection(normals[satellites[j][3]], dot(towards, east) / range, dot(towards, north) / range, dot(towards, up) / range);
  }
  return normals;
}

/**
 * Returns the sums by receiver clock, which some systems share.
 *
 * @param {Normals[]} normals by system
 */
function byClock(normals) {
  return data().clocks.map((systems) => systems.map((system) => normals[system]).reduce(sumOf));
}

/** @param {Normals} a @param {Normals} b */
function sumOf(a, b) {
  return a.map((value, i) => value + b[i]);
}

/**
 * Returns the dilution of precision, or null if too few satellites are in view or their geometry is
 * nearly singular. The method is that of PositionNormals: the clocks are eliminated first.
 *
 * @param {Normals[]} clocks the sums by receiver clock
 * @returns {Dilution | null}
 */
function dilutionOf(clocks) {
  let [ee, en, eu, nn, nu, uu, surplus] = [0, 0, 0, 0, 0, 0, 0];
  for (const sums of clocks) {
    const [e, n, u, count] = [sums[6], sums[7], sums[8], sums[9]];
    if (count === 0) continue;
    ee += sums[0] - (e * e) / count;
    en += sums[1] - (e * n) / count;
    eu += sums[2] - (e * u) / count;
    nn += sums[3] - (n * n) / count;
    nu += sums[4] - (n * u) / count;
    uu += sums[5] - (u * u) / count;
    surplus += count - 1;
  }
  if (surplus < 3) return null;
  const [l21, l31] = [en / ee, eu / ee];
  const d2 = nn - l21 * en;
  const below = nu - l31 * en;
  const l32 = below / d2;
  const d3 = uu - l31 * eu - l32 * below;
  const m31 = l32 * l21 - l31;
  const east = 1 / ee + (l21 * l21) / d2 + (m31 * m31) / d3;
  const north = 1 / d2 + (l32 * l32) / d3;
  const up = 1 / d3;
  const [eastNorth, eastUp, northUp] = [-l21 / d2 - (m31 * l32) / d3, m31 / d3, -l32 / d3];
  const position = east + north + up;
  if (!(ee > 0 && d2 > 0 && d3 > 0 && position <= WORST_PDOP ** 2)) return null;
  let time = 0;
  for (const sums of clocks) {
    const count = sums[9];
    if (count === 0) continue;
    const [e, n, u] = [sums[6] / count, sums[7] / count, sums[8] / count];
    time += 1 / count + e * e * east + n * n * north + u * u * up + 2 * (e * n * eastNorth + e * u * eastUp + n * u * northUp);
  }
  return {
    gdop: Math.sqrt(position + time),
    pdop: Math.sqrt(position),
    hdop: Math.sqrt(east + north),
    vdop: Math.sqrt(up),
    tdop: Math.sqrt(time),
  };
}
