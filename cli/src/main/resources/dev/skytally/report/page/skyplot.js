const SKY_SIZE = 420;
const SKY_RADIUS = 184;

/** Half the time that a path shows; where the window ends earlier, it shows more of the other half. */
const TRAIL = 1.5 * HOUR;
const TRAIL_STEP = HOUR / 6;
const LABEL_HEIGHT = 11;
const LABEL_WIDTH = 26;

/** The possible places of a label's middle relative to its mark, best first. @type {[number, number][]} */
const LABEL_PLACES = [[0, -13], [0, 13], [20, 0], [-20, 0], [18, -10], [-18, -10], [18, 10], [-18, 10]];

/** The places of the words for N, E, S and W. @type {[string, [number, number]][]} */
const DIRECTIONS = [["N", [0, -SKY_RADIUS - 13]], ["E", [SKY_RADIUS + 13, 0]], ["S", [0, SKY_RADIUS + 13]], ["W", [-SKY_RADIUS - 13, 0]]];

/** Returns the place of a direction: the zenith is in the middle, north is up, east to the right. @param {LookAngles} angles @returns {[number, number]} */
function skyPoint({ azimuth, elevation }) {
  const radius = (SKY_RADIUS * (90 - elevation)) / 90;
  return [radius * Math.sin(azimuth / DEGREES), -radius * Math.cos(azimuth / DEGREES)];
}

/**
 * Draws the circles and directions, once for each site.
 *
 * @param {Site} site
 */
function drawSky(site) {
  const half = SKY_SIZE / 2;
  const svg = d3.create("svg").attr("class", "sky").attr("viewBox", `${-half} ${-half} ${SKY_SIZE} ${SKY_SIZE}`)
    .attr("role", "img").attr("aria-label", words("sky.label"));
  svg.append("circle").attr("class", "dome").attr("r", SKY_RADIUS);
  for (const elevation of [30, 60]) {
    const radius = (SKY_RADIUS * (90 - elevation)) / 90;
    svg.append("circle").attr("class", "ring").attr("r", radius);
    svg.append("text").attr("class", "level").attr("x", 3).attr("y", -radius - 3).text(elevation + "°");
  }
  svg.append("path").attr("class", "ring").attr("d", `M${-SKY_RADIUS},0H${SKY_RADIUS}M0,${-SKY_RADIUS}V${SKY_RADIUS}`);
  const maskDegrees = site.maskDegrees ?? data().maskDegrees;
  const isMasked = maskDegrees.some((elevation) => elevation > 0);
  if (isMasked) {
    const mask = d3.range(360).map((azimuth) => {
      const elevation = maskDegrees[azimuth % maskDegrees.length];
      return skyPoint({ azimuth, elevation: Math.max(0, elevation) });
    });
    const edge = d3.line().curve(d3.curveLinearClosed)(mask);
    const rim = `M${-SKY_RADIUS},0a${SKY_RADIUS},${SKY_RADIUS} 0 1 1 ${2 * SKY_RADIUS},0a${SKY_RADIUS},${SKY_RADIUS} 0 1 1 ${-2 * SKY_RADIUS},0Z`;
    svg.append("path").attr("class", "below").attr("d", rim + edge);
    svg.append("path").attr("class", "mask").attr("d", edge);
  }
  for (const [text, [x, y]] of DIRECTIONS) {
    svg.append("text").attr("class", "direction").attr("x", x).attr("y", y).attr("dy", "0.35em").text(words("compass." + text));
  }
  svg.append("g").attr("class", "trails");
  svg.append("g").attr("class", "satellites");
  byId("skyplot").replaceChildren(/** @type {SVGSVGElement} */ (svg.node()));
  byId("skynote").textContent = [words("sky.paths"), isMasked ? words("sky.mask") : "", data().outages.length > 0 ? words("sky.outages") : ""].join(" ");
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
    const system = data().satellites[satellite][3];
    if (!inView || !systemsShown().includes(system)) return;
    const angles = lookAngles(day.horizon, positionOf(satellite, moment));
    spots.push({ satellite, system, angles, point: skyPoint(angles) });
  });
  return spots.sort((a, b) => b.angles.elevation - a.angles.elevation);
}

/**
 * Returns the points in time of a path, each with its moment.
 *
 * @param {number} from
 * @param {number} to before or after
 */
function trailPoints(from, to) {
  const steps = Math.max(1, Math.ceil(Math.abs(to - from) / TRAIL_STEP));
  return d3.range(steps + 1).map((k) => from + ((to - from) * k) / steps).map((time) => ({ time, moment: momentOf(time) }));
}

/**
 * Returns the path of a satellite, or its part until it reaches the horizon or is out of service.
 *
 * @param {Day} day
 * @param {number} satellite
 * @param {{time: number, moment: Moment}[]} when
 */
function trail(day, satellite, when) {
  const at = (/** @type {Moment} */ moment) => lookAngles(day.horizon, positionOf(satellite, moment));
  let last = at(when[0].moment);
  const points = [skyPoint(last)];
  for (let k = 1; k < when.length; k++) {
    const { time, moment } = when[k];
    if (isOutOfService(satellite, time)) break;
    const next = at(moment);
    if (next.elevation < 0) {
      const before = when[k - 1].time;
      const part = Math.max(0, last.elevation / (last.elevation - next.elevation));
      points.push(skyPoint(at(momentOf(before + part * (time - before)))));
      break;
    }
    points.push(skyPoint(next));
    last = next;
  }
  return d3.line()(points);
}

/** @param {Day} day @param {number} time */
function moveSky(day, time) {
  const spots = spotsAt(day, time);
  const key = (/** @type {any} */ spot) => spot.satellite;
  const svg = d3.select(byId("skyplot"));
  const from = Math.max(data().start, Math.min(time, data().end - TRAIL) - TRAIL);
  const to = Math.min(data().end, from + 2 * TRAIL);
  const [past, coming] = [trailPoints(time, from), trailPoints(time, to)];
  const trails = spots.flatMap((spot) => [
    { spot, isPast: true, line: trail(day, spot.satellite, past) },
    { spot, isPast: false, line: trail(day, spot.satellite, coming) },
  ]);
  svg.select("g.trails").selectAll("path").data(trails).join("path")
    .attr("class", ({ spot, isPast }) => systemClass(spot.system) + (isPast ? " past" : " coming"))
    .attr("d", ({ line }) => line);
  const groups = /** @type {d3.Selection<SVGGElement, Spot, any, any>} */ (svg.select("g.satellites").selectAll("g"))
    .data(spots, key)
    .join((enter) => {
      const group = enter.append("g");
      group.append("path");
      group.append("text").attr("dy", "0.35em");
      return group
        .on("pointerenter", (event, spot) => showTip(event, [[satelliteTitle(spot.satellite)], [anglesText(spot.angles)]]))
        .on("pointerleave", hideTip);
    })
    .attr("class", ({ system }) => systemClass(system))
    .attr("transform", ({ point }) => `translate(${point})`);
  groups.select("path").attr("d", ({ system }) => markPath(system, 5.5));
  const places = labelPlaces(spots);
  groups.select("text").text((spot) => (places.has(spot.satellite) ? data().satellites[spot.satellite][0] : ""))
    .attr("x", (spot) => places.get(spot.satellite)?.[0] ?? 0)
    .attr("y", (spot) => places.get(spot.satellite)?.[1] ?? 0);
  showInView(day, time, spots);
}

/**
 * Returns the place of each label relative to its mark, such that it hides neither a mark nor another
 * label. A satellite without such a place has no label.
 *
 * @param {Spot[]} spots
 * @returns {Map<number, [number, number]>}
 */
function labelPlaces(spots) {
  const places = new Map();
  const marks = [...spots.map(({ point }) => point), ...DIRECTIONS.map(([, point]) => point)];
  /** @type {[number, number][]} */
  const labels = [];
  for (const { satellite, point } of spots) {
    for (const [right, down] of LABEL_PLACES) {
      const [x, y] = [point[0] + right, point[1] + down];
      const isWithin = Math.abs(x) + LABEL_WIDTH / 2 < SKY_SIZE / 2 && Math.abs(y) + LABEL_HEIGHT / 2 < SKY_SIZE / 2;
      const hidesMark = marks.some((mark) => mark !== point && Math.abs(mark[0] - x) < 17 && Math.abs(mark[1] - y) < 10);
      const hidesLabel = labels.some((label) => Math.abs(label[0] - x) < LABEL_WIDTH && Math.abs(label[1] - y) < LABEL_HEIGHT);
      if (isWithin && !hidesMark && !hidesLabel) {
        places.set(satellite, [right, down]);
        labels.push([x, y]);
        break;
      }
    }
  }
  return places;
}

/** @param {LookAngles} angles */
function anglesText({ azimuth, elevation }) {
  return words("sky.angles", decimal(azimuth, 1), decimal(elevation, 1));
}

/** Shows the satellites in view as a table, with the time of each set. @param {Day} day @param {number} time @param {Spot[]} spots */
function showInView(day, time, spots) {
  const body = /** @type {HTMLTableSectionElement} */ (byId("inview").querySelector("tbody"));
  const rows = /** @type {d3.Selection<HTMLTableRowElement, Spot, any, any>} */ (d3.select(body).selectAll("tr"))
    .data(spots, (spot) => /** @type {Spot} */ (spot).satellite)
    .join((enter) => {
      const row = enter.append("tr");
      row.append("th").attr("scope", "row").each(function ({ satellite, system }) {
        this.append(markPicture(system), data().satellites[satellite][0]);
      });
      row.append("td").attr("class", "number azimuth");
      row.append("td").attr("class", "number elevation");
      row.append("td").attr("class", "number sets");
      return row;
    })
    .order()
    .attr("data-satellite", ({ satellite }) => data().satellites[satellite][1]);
  rows.select("td.azimuth").text(({ angles }) => decimal(angles.azimuth, 1) + "°");
  rows.select("td.elevation").text(({ angles }) => decimal(angles.elevation, 1) + "°");
  rows.select("td.sets").text(({ satellite }) => {
    const end = day.passes[satellite].find(([, to]) => time <= to)?.[1] ?? data().end;
    return end === data().end ? "–" : momentText(end);
  });
}
