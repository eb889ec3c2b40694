const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const IS_LONG = DATA.end - DATA.start > DAY;

/**
 * The local clock of a site.
 *
 * @typedef {object} LocalClock
 * @property {string} name for example "Africa/Addis Ababa" or "mean solar time"
 * @property {(time: number) => string} text for example "15:04"
 * @property {(time: number) => number} offset milliseconds ahead of UTC
 * @property {boolean} isCivil whether it shows the civil time and not the mean solar time
 */

/** @param {number} time */
function dayText(time) {
  return new Date(time).toISOString().slice(0, 10);
}

/** @param {number} time */
function clockText(time) {
  return new Date(time).toISOString().slice(11, 16);
}

/** Returns "11:30", with the day if the window is longer than a day. @param {number} time */
function utcText(time) {
  return (IS_LONG ? dayText(time).slice(5) + " " : "") + clockText(time);
}

/** Returns a short text for an axis: the time, or the day at midnight if the window is long. @param {number} time */
function tickText(time) {
  return IS_LONG && time % DAY === 0 ? dayText(time).slice(5) : clockText(time);
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
 * Returns the clock of a site. It shows the civil time if that is certain, because the country has
 * one time or a zone named after the site, or the site is a capital. Otherwise it shows the mean
 * solar time of the longitude.
 *
 * @param {Site} site
 * @returns {LocalClock}
 */
function localClock(site) {
  const zones = site.iso2 ? zonesOf(site.iso2) : [];
  const plain = (/** @type {string} */ text) => text.normalize("NFD").toLowerCase().replace(/[^a-z]/g, "");
  const named = zones.find((zone) => plain(zone.split("/").at(-1) ?? "") === plain(site.name));
  const agree = [DATA.start, DATA.end].every((time) => new Set(zones.map((zone) => zoneOffset(zone, time))).size === 1);
  const zone = named ?? (agree ? zones[0] : CAPITAL_ZONES[site.iso2 + " " + site.name]);
  if (zone) {
    const start = zoneOffset(zone, DATA.start);
    const changes = start !== zoneOffset(zone, DATA.end);
    const offset = (/** @type {number} */ time) => (changes ? zoneOffset(zone, time) : start);
    return { name: zone.replaceAll("_", " "), isCivil: true, offset, text: (time) => clockText(time + offset(time)) };
  }
  const solar = Math.round(site.longitude * 4) * 60_000;
  return { name: "mean solar time", isCivil: false, offset: () => solar, text: (time) => clockText(time + solar) };
}

/** Returns "UTC+3", or "UTC+2, at the end UTC+1" if the clocks change within the window. @param {LocalClock} clock */
function clockOffsetText({ offset }) {
  const [start, end] = [offset(DATA.start), offset(DATA.end)];
  return offsetText(start) + (start === end ? "" : ", at the end " + offsetText(end));
}

/** Returns "UTC+3" or "UTC−3:30". @param {number} offset milliseconds */
function offsetText(offset) {
  const minutes = Math.round(Math.abs(offset) / 60_000);
  const rest = minutes % 60;
  return "UTC" + (offset < 0 ? "−" : "+") + Math.floor(minutes / 60) + (rest ? ":" + String(rest).padStart(2, "0") : "");
}
