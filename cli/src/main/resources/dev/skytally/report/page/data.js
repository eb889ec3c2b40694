/**
 * The data of the page, which ReportPageJson writes. Instants are milliseconds since 1970-01-01 UTC.
 *
 * @typedef {object} Metric
 * @property {string} key
 * @property {string} verdict
 * @property {string} leader the name of the column of leaders
 * @property {string[]} figures by system: the name of the column of its figure
 *
 * @typedef {object} Site
 * @property {string} name
 * @property {string} country empty if none is known
 * @property {string} iso2 empty if none is known
 * @property {number} latitude degrees north
 * @property {number} longitude degrees east
 * @property {number} height metres above the WGS-84 ellipsoid
 * @property {number[]} leaders by metric: a system's index, or TIE
 * @property {(number | null)[][]} figures by metric, then system; null where there is none
 * @property {number[][]} beside by system: the figures beside those of the metrics
 * @property {number | null} together the median PDOP of all systems together; null if there is none
 * @property {number[]} [maskDegrees] as that of ReportData, if the site has a mask of its own
 * @property {{name: string, distance: number, zone: Zone}} [city] the nearest one if it is near; the distance
 *     is in kilometres
 * @property {string} timeline see decodeTimeline
 * @property {GoodWindow[]} [windows] the best first, if windows were asked for
 * @property {WithoutWindow} [noWindow] why there are none, if there are none
 *
 * A time zone, with the milliseconds that it is ahead of UTC from the start and from each change on.
 * @typedef {{name: string, offsets: [from: number, offset: number][]}} Zone
 *
 * @typedef {object} GoodWindow
 * @property {number} begin
 * @property {number} end
 * @property {string} length hours and minutes, rounded down
 * @property {number | null} pdop the median of all together; null if there is no position
 * @property {number} satellites the least number in view of all together
 * @property {{cause: string, satellite: string, failing: WantedCondition[]}} ending what ends it: a kind of PlanWindow.Ending,
 *     the satellite that changes then, empty if there is none, and the condition that holds then
 *
 * @typedef {object} WithoutWindow
 * @property {string} reason a kind of PlanWords.WithoutWindow
 * @property {boolean} needsSystems whether more systems can help
 * @property {{length: string, begin: number, end: number} | null} longest the longest window, which is too short
 *
 * @typedef {object} Wanted
 * @property {WantedCondition[]} conditions none for the least median PDOP
 * @property {string} length for example "1 h 30 min"; empty for any
 * @property {[from: string, to: string, zone: string] | null} hours null for the whole day
 *
 * A condition on all systems together has no system.
 * @typedef {[system: string, figure: string, sign: string, limit: string]} WantedCondition
 *
 * @typedef {[label: string, catalogNumber: number, name: string, system: number, orbit: string]} Satellite
 *
 * @typedef {object} ReportData
 * @property {number} start
 * @property {number} end
 * @property {Zone | null} zone the time zone that was asked for; null for UTC
 * @property {Wanted | null} wanted what a window is, if windows were asked for
 * @property {string} places for example "capitals"
 * @property {boolean} areCapitals
 * @property {number[]} maskDegrees the least elevation that counts: one number, or one for each degree of
 *     azimuth
 * @property {boolean} isSampled whether the figures are of samples; timelines are always exact
 * @property {Record<string, string>} incomplete by language: the missing satellites and old orbits; empty if there are none
 * @property {"fetch" | "import" | "wait" | ""} remedy what helps against old orbits, if some of a plan are old
 * @property {Record<string, [label: string, value: string][]>} facts by language
 * @property {[kind: string, text: string][]} notices what makes the answer uncertain or incomplete, in English
 * @property {[catalogNumber: number, name: string, kind: string, reason: string][]} excluded with the reason in English
 * @property {[key: string, name: string, corners: number, firstCornerDegrees: number][]} systems with the
 *     number of corners of their marks, which is 0 for a circle
 * @property {number[][]} clocks the systems of each receiver clock
 * @property {[name: string, value: string | number | null][]} seriesEnd the last columns of a series, the same in each row
 * @property {Metric[]} metrics
 * @property {string[]} beside the names of the figures beside those of the metrics, without the system
 * @property {Satellite[]} satellites
 * @property {[satellite: number, from: number, to: number][]} outages when satellites do not count because they are
 *     out of service; empty if they count then, too
 * @property {{start: number, piece: number, nodes: number, unitMeters: number, positions: string[]}} tracks see decodeNodes
 * @property {number[][]} land rings: longitude, latitude, ... in hundredths of a degree, each the
 *     difference from the one before
 * @property {number[][]} borders lines in the same format
 * @property {Site[]} sites
 *
 * @typedef {object} Timeline
 * @property {Uint8Array} atStart by satellite: 1 if in view at the window's start
 * @property {Float64Array} times of the rises and sets, in order
 * @property {Uint16Array} satellites which one rises or sets
 */

const TIE = -1;

/** @param {string} base64 */
function bytesOf(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/**
 * Decodes a timeline: one bit for each satellite, set if it is in view at the start; then for each
 * rise or set the milliseconds since the one before and the satellite, as numbers of seven bits per
 * byte.
 *
 * @param {string} base64
 * @returns {Timeline}
 */
function decodeTimeline(base64) {
  const bytes = bytesOf(base64);
  const atStart = new Uint8Array(data().satellites.length);
  for (let j = 0; j < atStart.length; j++) atStart[j] = (bytes[j >> 3] >> (j & 7)) & 1;
  let at = (atStart.length + 7) >> 3;
  const number = () => {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = bytes[at++];
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  };
  const times = [];
  const satellites = [];
  for (let time = data().start; at < bytes.length; ) {
    time += number();
    times.push(time);
    satellites.push(number());
  }
  return { atStart, times: Float64Array.from(times), satellites: Uint16Array.from(satellites) };
}

/**
 * @param {number[]} packed
 * @returns {[number, number][]} longitude and latitude in degrees
 */
function decodeLine(packed) {
  /** @type {[number, number][]} */
  const points = [];
  let longitude = 0;
  let latitude = 0;
  for (let i = 0; i < packed.length; i += 2) {
    longitude += packed[i];
    latitude += packed[i + 1];
    points.push([longitude / 100, latitude / 100]);
  }
  return points;
}

/**
 * Returns the element with an id, which the page must have.
 *
 * @param {string} id
 */
function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** Returns whether the answer is about several systems. */
function isComparing() {
  return data().systems.length > 1;
}

/** Returns whether a satellite does not count because it is out of service. @param {number} satellite @param {number} time */
function isOutOfService(satellite, time) {
  return data().outages.some(([out, from, to]) => out === satellite && from <= time && time < to);
}

/**
 * @param {number} system an index, or TIE
 */
function systemName(system) {
  return words(system === TIE ? "tied" : "system." + data().systems[system][0]);
}

/**
 * Returns the class that gives a system its colour.
 *
 * @param {number} system an index, or TIE
 */
function systemClass(system) {
  return system === TIE ? "tie" : "sys-" + data().systems[system][0];
}
