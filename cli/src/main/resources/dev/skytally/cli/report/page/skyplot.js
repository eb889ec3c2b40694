const SKY_SIZE = 420;
const SKY_RADIUS = 184;
const TRAIL = 1.5 * HOUR;
const TRAIL_STEP = HOUR / 6;

/** The zenith in the middle, the horizon around, north up, east right. @param {LookAngles} angles @returns {[number, number]} */
function skyPoint({ azimuth, elevation }) {
  const radius = (SKY_RADIUS * (90 - elevation)) / 90;
  return [radius * Math.sin(azimuth / DEGREES), -radius * Math.cos(azimuth / DEGREES)];
}

/** The circles and directions, once a site. */
function drawSky() {
  const half = SKY_SIZE / 2;
  const svg = d3.create("svg").attr("class", "sky").attr("viewBox", `${-half} ${-half} ${SKY_SIZE} ${SKY_SIZE}`)
    .attr("role", "img").attr("aria-label", "The satellites in view, as the table below has them; north is up, the zenith in the middle.");
  svg.append("circle").attr("class", "dome").attr("r", SKY_RADIUS);
  for (const elevation of [30, 60]) {
    const radius = (SKY_RADIUS * (90 - elevation)) / 90;
    svg.append("circle").attr("class", "ring").attr("r", radius);
    svg.append("text").attr("class", "level").attr("x", 3).attr("y", -radius - 3).text(elevation + "°");
  }
  svg.append("path").attr("class", "ring").attr("d", `M${-SKY_RADIUS},0H${SKY_RADIUS}M0,${-SKY_RADIUS}V${SKY_RADIUS}`);
  if (DATA.maskDegrees.some((elevation) => elevation > 0)) {
    const mask = d3.range(360).map((azimuth) => {
      const elevation = DATA.maskDegrees[azimuth % DATA.maskDegrees.length];
      return skyPoint({ azimuth, elevation: Math.max(0, elevation) });
    });
    svg.append("path").attr("class", "mask").attr("d", d3.line().curve(d3.curveLinearClosed)(mask));
  }
  for (const [text, x, y] of /** @type {[string, number, number][]} */ ([["N", 0, -1], ["E", 1, 0], ["S", 0, 1], ["W", -1, 0]])) {
    svg.append("text").attr("class", "direction").attr("x", x * (SKY_RADIUS + 13)).attr("y", y * (SKY_RADIUS + 13)).attr("dy", "0.35em").text(text);
  }
  svg.append("g").attr("class", "trails");
  svg.append("g").attr("class", "satellites");
  byId("skyplot").replaceChildren(/** @type {SVGSVGElement} */ (svg.node()));
}

/**
 * @typedef {{satellite: number, system: number, angles: LookAngles, point: [number, number]}} Spot
 *
 * @param {Day} day
 * @param {number} time
 * @returns {Spot[]} highest first
 */
function spotsAt(day, time) {
  const moment = momentOf(time);
  /** @type {Spot[]} */
  const spots = [];
  inViewAt(day, time).forEach((inView, satellite) => {
    const system = DATA.satellites[satellite][3];
    if (!inView || !systemsShown().includes(system)) return;
    const angles = lookAngles(day.horizon, positionOf(satellite, moment));
    spots.push({ satellite, system, angles, point: skyPoint(angles) });
  });
  return spots.sort((a, b) => b.angles.elevation - a.angles.elevation);
}

/** The way of a satellite around a time, within its pass. @param {Day} day @param {number} satellite @param {number} from @param {number} to */
function trail(day, satellite, from, to) {
  const times = d3.range(from, to, TRAIL_STEP);
  return d3.line()([...times, to].map((time) => skyPoint(lookAngles(day.horizon, positionOf(satellite, momentOf(time))))));
}

/** @param {Day} day @param {number} time */
function moveSky(day, time) {
  const spots = spotsAt(day, time);
  const key = (/** @type {any} */ spot) => spot.satellite;
  const svg = d3.select(byId("skyplot"));
  const trails = spots.flatMap((spot) => {
    const pass = day.passes[spot.satellite].find(([from, to]) => from <= time && time <= to);
    if (!pass) return [];
    const [from, to] = [Math.max(pass[0], time - TRAIL), Math.min(pass[1], time + TRAIL)];
    return [
      { spot, isPast: true, line: trail(day, spot.satellite, from, time) },
      { spot, isPast: false, line: trail(day, spot.satellite, time, to) },
    ];
  });
  svg.select("g.trails").selectAll("path").data(trails).join("path")
    .attr("class", ({ spot, isPast }) => systemClass(spot.system) + (isPast ? " past" : " coming"))
    .attr("d", ({ line }) => line);
  const groups = /** @type {d3.Selection<SVGGElement, Spot, any, any>} */ (svg.select("g.satellites").selectAll("g"))
    .data(spots, key)
    .join((enter) => {
      const group = enter.append("g");
      group.append("path");
      group.append("text").attr("y", -9);
      return group
        .on("pointerenter", (event, spot) => showTip(event, [[satelliteTitle(spot.satellite)], [anglesText(spot.angles)]]))
        .on("pointerleave", hideTip);
    })
    .attr("class", ({ system }) => systemClass(system))
    .attr("transform", ({ point }) => `translate(${point})`);
  groups.select("path").attr("d", ({ system }) => markPath(system, 5.5));
  const free = freeLabels(spots);
  groups.select("text").text((spot) => (free.has(spot.satellite) ? DATA.satellites[spot.satellite][0] : ""));
  showInView(day, time, spots);
}

/** The satellites whose labels hide neither a mark nor an earlier label. @param {Spot[]} spots */
function freeLabels(spots) {
  const free = new Set();
  /** @type {[number, number][]} */
  const taken = [];
  for (const { satellite, point: [x, y] } of spots) {
    const label = /** @type {[number, number]} */ ([x, y - 13]);
    const hidesMark = spots.some((other) => other.satellite !== satellite && Math.abs(other.point[0] - x) < 16 && Math.abs(other.point[1] - label[1]) < 10);
    const hidesLabel = taken.some(([otherX, otherY]) => Math.abs(otherX - x) < 26 && Math.abs(otherY - label[1]) < 11);
    if (!hidesMark && !hidesLabel) {
      free.add(satellite);
      taken.push(label);
    }
  }
  return free;
}

/** @param {LookAngles} angles */
function anglesText({ azimuth, elevation }) {
  return `azimuth ${azimuth.toFixed(1)}°, elevation ${elevation.toFixed(1)}°`;
}

/** The same as a table, with the time of each satellite's set. @param {Day} day @param {number} time @param {Spot[]} spots */
function showInView(day, time, spots) {
  const body = /** @type {HTMLTableSectionElement} */ (byId("inview").querySelector("tbody"));
  const rows = /** @type {d3.Selection<HTMLTableRowElement, Spot, any, any>} */ (d3.select(body).selectAll("tr"))
    .data(spots, (spot) => /** @type {Spot} */ (spot).satellite)
    .join((enter) => {
      const row = enter.append("tr");
      row.append("th").attr("scope", "row").each(function ({ satellite, system }) {
        this.append(markPicture(system), DATA.satellites[satellite][0]);
      });
      row.append("td").attr("class", "number azimuth");
      row.append("td").attr("class", "number elevation");
      row.append("td").attr("class", "number sets");
      return row;
    })
    .order()
    .attr("data-satellite", ({ satellite }) => DATA.satellites[satellite][1]);
  rows.select("td.azimuth").text(({ angles }) => angles.azimuth.toFixed(1) + "°");
  rows.select("td.elevation").text(({ angles }) => angles.elevation.toFixed(1) + "°");
  rows.select("td.sets").text(({ satellite }) => {
    const end = day.passes[satellite].find(([, to]) => time <= to)?.[1] ?? DATA.end;
    return end === DATA.end ? "–" : utcText(end);
  });
}
