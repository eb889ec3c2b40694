const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A place this near to the middle of a city needs no distance from it. */
const CITY_KILOMETERS = 10;

/** Returns whether the window is longer than a day. */
function isLong() {
  return data().end - data().start > DAY;
}

/**
 * The clock beside the main one, which shows the zone that was asked for, or else UTC.
 *
 * @typedef {object} LocalClock
 * @property {string} name for example "Africa/Addis Ababa" or "mean solar time"
 * @property {string} label a short name for axes
 * @property {(time: number) => string} text for example "15:04"
 * @property {(time: number) => string} day for example "10-05"
 * @property {string} note what the page says about the clocks
 */

/** Returns by how many milliseconds a time zone is ahead of UTC. @param {Zone | null} zone @param {number} time */
function offsetAt(zone, time) {
  return zone?.offsets.filter(([from]) => from <= time).at(-1)?.[1] ?? 0;
}

/** Returns by how many milliseconds the main clock is ahead of UTC. @param {number} time */
function mainOffset(time) {
  return offsetAt(data().zone, time);
}

/** Returns when the main clock shows a time, first if it does so twice; undefined if it skips the time. @param {number} wall */
function instantOf(wall) {
  const offsets = data().zone?.offsets ?? [[0, 0]];
  return offsets.map(([, offset]) => wall - offset).find((time) => mainOffset(time) === wall - time);
}

/** Returns the time of the main clock as "2020-11-25T15:04:00.000". @param {number} time */
function wallText(time) {
  return new Date(time + mainOffset(time)).toISOString().slice(0, -1);
}

/** @param {number} time */
function dayText(time) {
  return wallText(time).slice(0, 10);
}

/**
 * Returns "11:30:07.000", with the day if the window is longer than a day. If not, a midnight at its end
 * is "24:00:00.000".
 *
 * @param {number} time
 */
function timeOfWindow(time) {
  const text = wallText(time);
  if (isLong()) return text.slice(5).replace("T", " ");
  return time === data().end && text.slice(11, 19) === "00:00:00" ? "24:00:00.000" : text.slice(11);
}

/** Returns "11:30", with the day if the window is longer than a day. @param {number} time */
function momentText(time) {
  return timeOfWindow(time).slice(0, -":00.000".length);
}

/** Returns "11:30:07 UTC", with the day if the window is longer than a day. @param {number} time */
function secondText(time) {
  return timeOfWindow(time).slice(0, -".000".length) + " " + zoneText(time);
}

/** Returns "UTC" or "UTC+3". @param {number} time */
function zoneText(time) {
  return data().zone ? offsetText(mainOffset(time)) : "UTC";
}

/** Returns a short name of the main clock for axes: "Buenos Aires", "UTC+3" or "UTC". */
function zoneLabel() {
  const { zone } = data();
  if (!zone) return "UTC";
  return /^[+-]/.test(zone.name) ? zoneText(data().start) : zone.name.slice(zone.name.lastIndexOf("/") + 1).replaceAll("_", " ");
}

/** Returns "11:30 UTC". @param {number} time */
function stampText(time) {
  return momentText(time) + " " + zoneText(time);
}

/** Returns a short text for an axis: the time, or the day at midnight if the window is long. @param {number} time */
function tickText(time) {
  const text = wallText(time);
  return isLong() && text.slice(11, 16) === "00:00" ? text.slice(5, 10) : text.slice(11, 16);
}

/** Returns a time for a file: "2020-11-25T15:04:00.000+03:00", with Z in UTC. @param {number} time */
function isoText(time) {
  if (!data().zone) return wallText(time) + "Z";
  const minutes = Math.abs(mainOffset(time)) / 60_000;
  const pad = (/** @type {number} */ part) => String(Math.floor(part)).padStart(2, "0");
  return wallText(time) + (mainOffset(time) < 0 ? "-" : "+") + pad(minutes / 60) + ":" + pad(minutes % 60);
}

/**
 * Returns the clock beside the main one. It shows UTC if a zone was asked for, or else the time of the
 * place.
 *
 * @param {Site} site
 * @returns {LocalClock}
 */
function localClock(site) {
  const { zone } = data();
  return zone
    ? { name: "UTC", label: "UTC", text: clockText, day: dateText, note: words("time.zone", zone.name, offsetsText(mainOffset)) }
    : placeClock(site);
}

/**
 * Returns the clock of a place: the civil time of the nearest city, or else the mean solar time of the
 * longitude.
 *
 * @param {Site} site
 * @returns {LocalClock}
 */
function placeClock({ city, longitude }) {
  if (city) {
    const offset = (/** @type {number} */ time) => offsetAt(city.zone, time);
    const name = city.zone.name.replaceAll("_", " ");
    const isInCity = city.distance < CITY_KILOMETERS;
    const note = words(isInCity ? "time.local" : "time.city", city.name, name, offsetsText(offset), city.distance);
    return { name, label: words("axis.local"), text: (time) => clockText(time + offset(time)), day: (time) => dateText(time + offset(time)), note };
  }
  const solar = Math.round(longitude * 4) * 60_000;
  const note = words("time.solar", offsetText(solar));
  return { name: words("time.mean"), label: words("axis.solar"), text: (time) => clockText(time + solar), day: (time) => dateText(time + solar), note };
}

/** Returns "15:04" in UTC. @param {number} time */
function clockText(time) {
  return new Date(time).toISOString().slice(11, 16);
}

/** Returns "10-05" in UTC. @param {number} time */
function dateText(time) {
  return new Date(time).toISOString().slice(5, 10);
}

/** Returns "UTC+3", or "UTC+2, at the end UTC+1" if the clocks change within the window. @param {(time: number) => number} offset */
function offsetsText(offset) {
  const [start, end] = [offset(data().start), offset(data().end)];
  return start === end ? offsetText(start) : words("time.changes", offsetText(start), offsetText(end));
}

/** Returns "UTC+3" or "UTC−3:30". @param {number} offset milliseconds */
function offsetText(offset) {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const rest = minutes % 60;
  return "UTC" + (offset < 0 ? "−" : "+") + Math.floor(minutes / 60) + (rest ? ":" + String(rest).padStart(2, "0") : "");
}
