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

/** By satellite: pieces of all x, then all y, then all z. @type {Float32Array[]} */
let decodedNodes = [];

/** Decodes positions, which are multiples of some metres, three bytes each. @param {string} base64 @param {number} meters */
function decodeNodes(base64, meters) {
  const bytes = bytesOf(base64);
  const nodes = new Float32Array(bytes.length / 3);
  for (let i = 0; i < nodes.length; i++) {
    const highest = bytes[3 * i + 2] << 24;
    nodes[i] = meters * ((highest >> 8) | (bytes[3 * i + 1] << 8) | bytes[3 * i]);
  }
  return nodes;
}

/** Most answers on a page have the tracks of the one before. @param {number} satellite */
function trackNodes(satellite) {
  const { tracks } = data();
  if (tracks !== decodedTracks) {
    const before = decodedTracks?.positions ?? [];
    decodedNodes = tracks.positions.map((text, j) =>
      text === before[j] && tracks.meters === decodedTracks?.meters ? decodedNodes[j] : decodeNodes(text, tracks.meters));
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
 * @returns {Normals[]} by system
 */
function normalsOf(horizon, moment, inView) {
  const { position, east, north, up } = horizon;
  const { satellites } = data();
  const normals = data().systems.map(noDirections);
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
 * Groups the sums of all systems by receiver clock, which some systems share.
 *
 * @param {Normals[]} normals by system
 */
function byClock(normals) {
  return data().clocks.map((systems) => systems.map((system) => normals[system]));
}

/**
 * Returns the dilution of precision, or null if too few satellites are in view or their geometry is
 * nearly singular.
 *
 * @param {Normals[][]} clocks the sums by receiver clock, then system
 * @returns {Dilution | null}
 */
function dilutionOf(clocks) {
  const present = clocks.filter((systems) => systems.some((normals) => normals[9] > 0));
  const size = 3 + present.length;
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  let count = 0;
  present.forEach((systems, clock) => {
    const row = matrix[3 + clock];
    for (const normals of systems) {
      matrix[0][0] += normals[0];
      matrix[1][0] += normals[1];
      matrix[2][0] += normals[2];
      matrix[1][1] += normals[3];
      matrix[2][1] += normals[4];
      matrix[2][2] += normals[5];
      for (let axis = 0; axis < 3; axis++) row[axis] += normals[6 + axis];
      row[3 + clock] += normals[9];
      count += normals[9];
    }
  });
  if (present.length === 0 || count < size) return null;
  const variances = diagonalOfInverse(matrix);
  if (variances === null) return null;
  const [east, north, up, ...ofClocks] = variances;
  const [horizontal, position, time] = [east + north, east + north + up, d3.sum(ofClocks)];
  if (position > WORST_PDOP ** 2) return null;
  const roots = [position + time, position, horizontal, up, time].map(Math.sqrt);
  return { gdop: roots[0], pdop: roots[1], hdop: roots[2], vdop: roots[3], tdop: roots[4] };
}

/**
 * Returns the diagonal of a positive definite matrix's inverse, by its Cholesky factor, or null if
 * the matrix is not positive definite.
 *
 * @param {Float64Array[]} matrix its lower triangle, which is overwritten
 * @returns {Float64Array | null}
 */
function diagonalOfInverse(matrix) {
  const n = matrix.length;
  for (let k = 0; k < n; k++) {
    const scale = matrix[k][k];
    for (let i = 0; i < k; i++) matrix[k][k] -= matrix[k][i] ** 2;
    if (!(matrix[k][k] > 1e-9 * scale)) return null;
    matrix[k][k] = Math.sqrt(matrix[k][k]);
    for (let r = k + 1; r < n; r++) {
      for (let i = 0; i < k; i++) matrix[r][k] -= matrix[r][i] * matrix[k][i];
      matrix[r][k] /= matrix[k][k];
    }
  }
  const diagonal = new Float64Array(n);
  const column = new Float64Array(n);
  for (let e = 0; e < n; e++) {
    column.fill(0);
    for (let r = e; r < n; r++) {
      let value = r === e ? 1 : 0;
      for (let i = e; i < r; i++) value -= matrix[r][i] * column[i];
      column[r] = value / matrix[r][r];
      diagonal[e] += column[r] ** 2;
    }
  }
  return diagonal;
}
