const HOUR = 3_600_000;
const DAY = 24 * HOUR;

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
 * @property {string} note what the page says about the clocks
 */

/** Returns by how many milliseconds the main clock is ahead of UTC. @param {number} time */
function mainOffset(time) {
  return data().zone?.offsets.filter(([from]) => from <= time).at(-1)?.[1] ?? 0;
}

/** Returns the time of the main clock as "2020-11-25T15:04:00.000". @param {number} time */
function wallText(time) {
  return new Date(time + mainOffset(time)).toISOString().slice(0, -1);
}

/** @param {number} time */
function dayText(time) {
  return wallText(time).slice(0, 10);
}

/** Returns "11:30", with the day if the window is longer than a day. @param {number} time */
function momentText(time) {
  return wallText(time).slice(isLong() ? 5 : 11, 16).replace("T", " ");
}

/** Returns "11:30:07 UTC", with the day if the window is longer than a day. @param {number} time */
function secondText(time) {
  return wallText(time).slice(isLong() ? 5 : 11, 19).replace("T", " ") + " " + zoneText(time);
}

/** Returns "UTC" or "UTC+3". @param {number} time */
function zoneText(time) {
  return data().zone ? offsetText(mainOffset(time)) : "UTC";
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
 * Returns by how many milliseconds a time zone is ahead of UTC.
 *
 * @param {string} zone
 * @param {number} time
 */
function zoneOffset(zone, time) {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone, year: "numeric", month: "numeric", day: "numeric",
    hour: "numeric", minute: "numeric", second: "numeric", hourCycle: "h23",
  }).formatToParts(time);
  /** @type {Record<string, number>} */
  const part = {};
  for (const { type, value } of parts) part[type] = Number(value);
  const local = Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
  return local - Math.floor(time / 1000) * 1000;
}

/**
 * Returns the time zones of a country, as far as the browser knows them.
 *
 * @param {string} iso2
 * @returns {string[]}
 */
function zonesOf(iso2) {
  try {
    const locale = /** @type {{getTimeZones?: () => string[], timeZones?: string[]}} */ (
      /** @type {unknown} */ (new Intl.Locale("und-" + iso2))
    );
    return (locale.getTimeZones ? locale.getTimeZones() : locale.timeZones) ?? [];
  } catch {
    return [];
  }
}

/**
 * The time zones of capitals in countries that have several zones but none named after the capital.
 *
 * @type {Record<string, string>}
 */
const CAPITAL_ZONES = {
  "AU Canberra": "Australia/Sydney",
  "BR Brasília": "America/Sao_Paulo",
  "CA Ottawa": "America/Toronto",
  "CN Beijing": "Asia/Shanghai",
  "EC Quito": "America/Guayaquil",
  "FM Palikir": "Pacific/Pohnpei",
  "NZ Wellington": "Pacific/Auckland",
  "US Washington, D.C.": "America/New_York",
};

/**
 * Returns the clock beside the main one. If a zone was asked for, it shows UTC. Otherwise it shows the
 * civil time of the site if that is certain, because the country has one time or a zone named after
 * the site, or the site is a capital, or else the mean solar time of the longitude.
 *
 * @param {Site} site
 * @returns {LocalClock}
 */
function localClock(site) {
  const clockText = (/** @type {number} */ time) => new Date(time).toISOString().slice(11, 16);
  const main = data().zone;
  if (main) {
    return { name: "UTC", label: "UTC", text: clockText, note: words("time.zone", main.name, offsetsText(mainOffset)) };
  }
  const zones = site.iso2 ? zonesOf(site.iso2) : [];
  const plain = (/** @type {string} */ text) => text.normalize("NFD").toLowerCase().replace(/[^a-z]/g, "");
  const named = zones.find((zone) => plain(zone.split("/").at(-1) ?? "") === plain(site.name));
  const agree = [data().start, data().end].every((time) => new Set(zones.map((zone) => zoneOffset(zone, time))).size === 1);
  const zone = named ?? (agree ? zones[0] : CAPITAL_ZONES[site.iso2 + " " + site.name]);
  if (zone) {
    const start = zoneOffset(zone, data().start);
    const changes = start !== zoneOffset(zone, data().end);
    const offset = (/** @type {number} */ time) => (changes ? zoneOffset(zone, time) : start);
    const name = zone.replaceAll("_", " ");
    const note = words("time.local", name, offsetsText(offset));
    return { name, label: words("axis.local"), text: (time) => clockText(time + offset(time)), note };
  }
  const solar = Math.round(site.longitude * 4) * 60_000;
  const note = words("time.solar", offsetText(solar));
  return { name: words("time.mean"), label: words("axis.solar"), text: (time) => clockText(time + solar), note };
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
