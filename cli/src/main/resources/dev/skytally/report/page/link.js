/**
 * The address of the planner. It holds every control, with the names of the server's parameters.
 * Both functions are pure: parseLink(printLink(link)) equals the link.
 *
 * @typedef {object} Condition
 * @property {string} figure for example "satellites" or "gps.pdop"
 * @property {number} limit the least number of satellites, or the greatest dilution
 *
 * @typedef {object} Link
 * @property {string} name of the place; empty if it has none
 * @property {number} latitude degrees north
 * @property {number} longitude degrees east
 * @property {number} height metres above the ellipsoid
 * @property {string} date "2026-10-05"; empty for today
 * @property {number} days
 * @property {string} zone
 * @property {number} mask degrees
 * @property {[azimuth: number, elevation: number][]} horizon degrees, by azimuth; empty for the mask alone
 * @property {string[]} systems
 * @property {string[]} exclude satellites, by PRN, or by catalogue number if they have none
 * @property {number | null} maxAge how many days element sets may be away; null for the server's default
 * @property {string} status
 * @property {boolean} usable
 * @property {Condition[]} conditions
 * @property {number} minutes the length of a window; 0 for the server's default
 * @property {string} from of the hours of a day, "08:00"; empty for the whole day
 * @property {string} to
 * @property {string[]} shown parts of the page
 * @property {string} leaders "now", "day" or "none"
 * @property {keyof Dilution} dilution
 * @property {string} risen
 * @property {string[]} hidden
 * @property {number | null} time minutes since the start of the plan; null for the present or the best window
 * @property {string} language
 * @property {string} theme "light", "dark", or empty for that of the system
 */

const SYSTEMS = ["GPS", "BDS", "GAL", "GLO", "QZS", "NAVIC"];
const STATUSES = ["operational", "transmitting", "all"];
const FIGURES = ["satellites", "gdop", "pdop", "hdop", "vdop", "tdop"];
const PARTS = ["windows", "sky", "count", "dop", "elevation", "bars", "figures"];
const LANGUAGES = ["en", "zh", "es", "fr", "de", "ru"];
const MOST_DAYS = 7;

/** @type {Readonly<Link>} */
const USUAL = {
  name: "London", latitude: 51.509, longitude: -0.126, height: 0, date: "", days: 1, zone: "UTC", mask: 10, horizon: [],
  systems: ["GPS", "BDS", "GAL", "GLO"], exclude: [], maxAge: null, status: "operational", usable: false,
  conditions: [], minutes: 0, from: "", to: "", shown: PARTS, leaders: "none",
  dilution: "pdop", risen: "", hidden: [], time: null, language: "", theme: "",
};

const LONGITUDE = numberControl("longitude", -180, 360);
const MINUTES = numberControl("for", 0, 24 * 60);

/**
 * How each control is written and read; what cannot be read is undefined.
 *
 * @type {{[K in keyof Link]: {name: string, print: (value: Link[K]) => string, parse: (text: string) => Link[K] | undefined}}}
 */
const CONTROLS = {
  name: textControl("name", /^[^\p{Cc}]{0,80}$/u),
  latitude: numberControl("latitude", -90, 90),
  longitude: { ...LONGITUDE, parse: parseLongitude },
  height: numberControl("height", -10_000, 100_000),
  date: { name: "date", print: String, parse: (text) => (isDate(text) || text === "" ? text : undefined) },
  days: wholeControl("days", 1, MOST_DAYS),
  zone: { name: "timezone", print: String, parse: (text) => (isZone(text) ? text : undefined) },
  mask: numberControl("mask", 0, 89),
  horizon: { name: "horizon", print: printHorizon, parse: parseHorizon },
  systems: systemsControl("systems", 1),
  exclude: listControl("exclude", (satellite) => (/^([a-z]\d{2}|\d{1,9})$/i.test(satellite) ? satellite.toUpperCase() : undefined)),
  maxAge: optionalControl(wholeControl("max-age", 1, 2 ** 31 - 1)),
  status: textControl("status", new RegExp(`^(${STATUSES.join("|")})$`)),
  usable: { name: "usable", print: String, parse: (text) => (text === "true" || text === "false" ? text === "true" : undefined) },
  conditions: { name: "need", print: printConditions, parse: parseConditions },
  minutes: { ...MINUTES, parse: parseMinutes },
  from: textControl("from", /^([01]\d|2[0-3]):[0-5]\d$|^$/),
  to: textControl("to", /^([01]\d|2[0-3]):[0-5]\d$|^$/),
  shown: listControl("show", (part) => PARTS.find((known) => known === part)),
  leaders: textControl("leaders", /^(now|day|none)$/),
  dilution: { name: "dop", print: String, parse: (text) => DILUTIONS.find((kind) => kind === text) },
  risen: textControl("elevations", new RegExp(`^(${SYSTEMS.join("|")}|)$`)),
  hidden: systemsControl("hidden", 0),
  time: optionalControl(wholeControl("time", 0, MOST_DAYS * 25 * 60)),
  language: textControl("language", new RegExp(`^(${LANGUAGES.join("|")}|)$`)),
  theme: textControl("theme", /^(light|dark|)$/),
};

/** Returns whether a text is a day that exists, as "2026-10-05". @param {string} text */
function isDate(text) {
  const time = /^\d{4}-\d\d-\d\d$/.test(text) ? Date.parse(text) : NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Returns whether the server knows a time zone: a name that the browser knows, too, or an offset. @param {string} text */
function isZone(text) {
  if (/^(local|z|(utc|gmt|ut)?([+-]\d{1,2}(:?\d\d)?)?)$/i.test(text)) return text !== "";
  try {
    new Intl.DateTimeFormat("en", { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

/** @param {string} name @param {RegExp} pattern */
function textControl(name, pattern) {
  return {
    name,
    print: (/** @type {string} */ value) => value,
    parse: (/** @type {string} */ text) => (pattern.test(text) ? text : undefined),
  };
}

/** @param {string} name @param {number} least @param {number} greatest */
function numberControl(name, least, greatest) {
  return {
    name,
    print: String,
    parse: (/** @type {string} */ text) => {
      const plain = text.replace("−", "-");
      const value = /^ *[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)? *$/i.test(plain) ? Number(plain) : NaN;
      return value >= least && value <= greatest ? value : undefined;
    },
  };
}

/** @param {string} name @param {number} least @param {number} greatest */
function wholeControl(name, least, greatest) {
  const control = numberControl(name, least, greatest);
  return { ...control, parse: (/** @type {string} */ text) => (/^\d+$/.test(text) ? control.parse(text) : undefined) };
}

/** Allows no number, too. @param {ReturnType<typeof numberControl>} control */
function optionalControl({ name, parse }) {
  return {
    name,
    print: (/** @type {number | null} */ value) => String(value ?? ""),
    parse: (/** @type {string} */ text) => (text === "" ? null : parse(text)),
  };
}

/** Reads a longitude up to 360 degrees east, as the server does, and returns it from -180 to 180. @param {string} text */
function parseLongitude(text) {
  const east = LONGITUDE.parse(text);
  return east !== undefined && east > 180 ? round6(east - 360) : east;
}

/**
 * Reads a number of minutes, or a length as the command does, such as "1h30m", "1:30", "1,5 hours" or "90 minutes".
 * A comma before three digits may separate thousands, unless it follows a 0.
 *
 * @param {string} text
 */
function parseMinutes(text) {
  const plain = text.replace(/(?<=\b0),(?=\d)|,(?=\d)(?!\d{3}(?!\d))/g, ".");
  const [, hours, minutes = "0"] = /^ *(\d+):([0-5]\d) *$/.exec(plain) ?? /^ *(\d+(?:\.\d+)?) *h(?:ours?)? *(?:([0-5]?\d) *(?:m(?:in(?:ute)?s?)?)?)? *$/i.exec(plain) ?? [];
  const whole = hours ? String(Math.round(60_000 * Number(hours)) / 1000 + Number(minutes)) : plain.replace(/ *m(?:in(?:ute)?s?)? *$/i, "");
  return MINUTES.parse(whole);
}

/** @param {string} name @param {(item: string) => string | undefined} read @param {number} [fewest] items */
function listControl(name, read, fewest = 0) {
  return {
    name,
    print: (/** @type {string[]} */ items) => items.join(","),
    parse: (/** @type {string} */ text) => {
      const given = text.trim() === "" ? [] : text.split(",");
      const items = given.flatMap((item) => read(item.trim()) ?? []);
      const areDifferent = new Set(items).size === given.length;
      return items.length >= fewest && areDifferent ? items : undefined;
    },
  };
}

/** Systems in any case, as in the command. @param {string} name @param {number} fewest */
function systemsControl(name, fewest) {
  return listControl(name, (system) => SYSTEMS.find((known) => known === system.toUpperCase()), fewest);
}

/** @param {[number, number][]} points */
function printHorizon(points) {
  return points.map(([azimuth, elevation]) => azimuth + ":" + elevation).join(",");
}

/** Reads points in any order, as the server does. @param {string} text @returns {[number, number][] | undefined} */
function parseHorizon(text) {
  if (text.trim() === "") return [];
  const points = text.split(",").map((point) => /** @type {[number, number]} */ (/^[^:]*\d[^:]*:[^:]*\d[^:]*$/.test(point) ? point.split(":").map(Number) : [NaN, NaN]));
  const isPoint = (/** @type {[number, number]} */ [azimuth, elevation]) => azimuth >= 0 && azimuth < 360 && elevation > -90 && elevation < 90;
  const areDifferent = new Set(points.map(([azimuth]) => azimuth)).size === points.length;
  return points.every(isPoint) && areDifferent ? d3.sort(points, ([azimuth]) => azimuth) : undefined;
}

/** @param {string} figure */
function signOf(figure) {
  return figure.endsWith("satellites") ? ">=" : "<=";
}

/** Returns a condition as an answer has it. @param {string} figure @param {string} limit @returns {WantedCondition} */
function wantedCondition(figure, limit) {
  const [name, system = ""] = figure.split(".").reverse();
  return [system.toUpperCase(), name, signOf(figure), limit];
}

/** @param {Condition[]} conditions */
function printConditions(conditions) {
  return conditions.map(({ figure, limit }) => `${figure} ${signOf(figure)} ${limit}`).join(", ");
}

/** A sign of a condition. A dilution is hardly ever equal to its limit, so < is the same as ≤. */
const COMPARISON = "[<>]=?|[≤≥]";

const CONDITION = new RegExp(`^(?:all\\.)?((?:(?:${SYSTEMS.join("|")})\\.)?(?:${FIGURES.join("|")})) *(${COMPARISON}) *(\\d+(?:\\.\\d+)?)$`, "i");

/** Returns each condition of a text as it is written. @param {string} text */
function writtenConditions(text) {
  return text.split(",").map((one) => one.trim()).filter(Boolean);
}

/** Reads a condition as the server does. @param {string} text @returns {Condition | undefined} */
function parseCondition(text) {
  const [, name = "", sign = "", number = ""] = CONDITION.exec(text.trim()) ?? [];
  const figure = name.toLowerCase();
  const isCount = figure.endsWith("satellites");
  const limit = Number(number) + (isCount && sign === ">" ? 1 : 0);
  const isLimit = isCount ? /[>≥]/.test(sign) && Number.isInteger(limit) : /[<≤]/.test(sign) && limit > 0;
  return isLimit ? { figure, limit } : undefined;
}

/** Reads the conditions that the page can show. @param {string} text */
function parseConditions(text) {
  return writtenConditions(text).flatMap((one) => parseCondition(one) ?? []);
}

/** Returns whether a condition is about all systems, or about one of those that are asked for. @param {Condition} condition @param {string[]} systems */
function isAboutSome({ figure }, systems) {
  return !figure.includes(".") || systems.some((system) => figure.startsWith(system.toLowerCase() + "."));
}

/** Returns the conditions of a link that the page leaves out, as they are written. @param {URLSearchParams} parameters */
function wrongConditions(parameters) {
  const systems = CONTROLS.systems.parse(parameters.get("systems") ?? "") ?? USUAL.systems;
  return writtenConditions(parameters.get("need") ?? "").filter((one) => {
    const read = parseCondition(one);
    return !read || !isAboutSome(read, systems);
  });
}

/** The parts of the place, which make sense only together. @type {(keyof Link)[]} */
const PLACE = ["name", "latitude", "longitude"];

/** Returns what follows "#" in the address: the controls that are not as usual. @param {Link} link */
function printLink(link) {
  const parameters = new URLSearchParams();
  const isElsewhere = link.height !== USUAL.height || PLACE.some((key) => link[key] !== USUAL[key]);
  for (const [key, { name, print }] of Object.entries(CONTROLS)) {
    const write = /** @type {(value: unknown) => string} */ (print);
    const text = write(link[/** @type {keyof Link} */ (key)]);
    const isPlace = isElsewhere && PLACE.includes(/** @type {keyof Link} */ (key));
    if (isPlace || text !== write(USUAL[/** @type {keyof Link} */ (key)])) parameters.set(name, text);
  }
  return parameters.toString();
}

/** Returns the names and values of what a text has and no control can show. @param {string} text @returns {[name: string, value: string][]} */
function unreadable(text) {
  const parameters = new URLSearchParams(text);
  const read = new Map(Object.values(CONTROLS).map(({ name, parse }) => [name, parse]));
  const sought = nameWithoutPlace(text);
  /** @type {[name: string, value: string][]} */
  const wrong = [...parameters].filter(([name, value]) => read.get(name)?.(value) === undefined && !(name === "site" && value === sought));
  const conditions = wrongConditions(parameters);
  if (conditions.length > 0) wrong.push(["need", conditions.join(", ")]);
  const given = ["latitude", "longitude"].filter((name) => parameters.has(name)).length;
  if (given === 2 || (given === 0 && !parameters.has("height"))) return wrong;
  return [...wrong, [sought ? "height" : "latitude, longitude", ""]];
}

/** Returns the name, or the site as in the API, of a text that gives no coordinates; empty if there is none. @param {string} text */
function nameWithoutPlace(text) {
  const parameters = new URLSearchParams(text);
  return parameters.has("latitude") || parameters.has("longitude") ? "" : CONTROLS.name.parse(parameters.get("name") ?? parameters.get("site") ?? "") ?? "";
}

/** Returns the controls; those that the text lacks or that are wrong are as usual. @param {string} text @returns {Link} */
function parseLink(text) {
  const parameters = new URLSearchParams(text);
  const controls = Object.entries(CONTROLS).map(([key, { name, parse }]) => {
    const given = parameters.get(name);
    return [key, (given === null ? undefined : parse(given)) ?? USUAL[/** @type {keyof Link} */ (key)]];
  });
  const link = Object.fromEntries(controls);
  const right = link.conditions.filter((/** @type {Condition} */ condition) => isAboutSome(condition, link.systems));
  if (right.length < link.conditions.length) link.conditions = right;
  const isPlace = ["latitude", "longitude"].every((name) => CONTROLS[/** @type {"latitude" | "longitude"} */ (name)].parse(parameters.get(name) ?? "") !== undefined);
  return isPlace ? { ...link, name: CONTROLS.name.parse(parameters.get("name") ?? "") ?? "" } : { ...link, name: USUAL.name, latitude: USUAL.latitude, longitude: USUAL.longitude, height: USUAL.height };
}
