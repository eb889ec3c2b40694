const LEAST_RADIUS = 3;
const GREATEST_RADIUS = 9;

/** The land is too coarse for a greater zoom at once. */
const MOST_FILLING_ZOOM = 12;

/** Sites that fill only a part of the world are those of a region. */
const REGION_ZOOM = 2;

/** So few sites that their names have room on a map that is not enlarged. */
const FEW_SITES = 20;

/** The site whose mark gets the focus by Tab. @type {Site} */
let mapFocus = data().sites[0];

/** Draws the land and borders, once. */
function drawWorld() {
  const svg = /** @type {Picture} */ (d3.create("svg"));
  svg.attr("viewBox", `0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`)
    .attr("role", "group")
    .attr("aria-label", `Map of ${data().sites.length} ${data().places}. Arrow keys move to the nearest one in that direction, Page Down to the next one in the table, Enter opens it.`);
  const world = addWorld(svg, data());
  svg.append("g").attr("class", "marks");
  svg.append("g").attr("class", "names").attr("aria-hidden", "true");
  byId("map").prepend(/** @type {SVGSVGElement} */ (svg.node()));
  setUpZoom(svg, world, () => {
    placeMarks();
    hideTip();
  });
  const places = data().sites.map(placeOf);
  if (fillingZoom(extentsOf(places)) > REGION_ZOOM) zoomTo(svg, places, 1);
  byId("zoomin").addEventListener("click", () => zoomIn(svg));
  byId("zoomout").addEventListener("click", () => zooming.scaleBy(svg, 0.5));
}

/** @returns {d3.Selection<SVGPathElement, Site, any, any>} */
function marks() {
  return d3.select(byId("map")).selectAll("g.marks path");
}

/**
 * Enlarges the map twice towards the marks in view that the filters leave, or until they fill it.
 *
 * @param {Picture} svg
 */
function zoomIn(svg) {
  const shown = sitesShown().map(placeOf);
  const inView = shown.filter((place) => isWithinMap(zoomed.apply(place)));
  const places = inView.length > 0 ? inView : shown;
  if (places.length > 0) zoomTo(svg, places, 2 * zoomed.k);
}

/** Returns the least and the greatest place to the right, then down. @param {[number, number][]} places */
function extentsOf(places) {
  return [0, 1].map((axis) => /** @type {[number, number]} */ (d3.extent(places, (place) => place[axis])));
}

/** Returns the zoom with which places fill the map. @param {[number, number][]} extents */
function fillingZoom([[left, right], [top, bottom]]) {
  return 0.8 * Math.min(MAP_WIDTH / Math.max(right - left, 1), MAP_HEIGHT / Math.max(bottom - top, 1));
}

/** Enlarges the map until places fill it, but at least to a scale. @param {Picture} svg @param {[number, number][]} places @param {number} least */
function zoomTo(svg, places, least) {
  const extents = extentsOf(places);
  const filling = fillingZoom(extents);
  const scale = Math.min(MOST_ZOOM, Math.max(least, Math.min(filling, MOST_FILLING_ZOOM)));
  const [x, y] = scale <= filling
    ? extents.map(([from, to]) => (from + to) / 2)
    : [0, 1].map((axis) => /** @type {number} */ (d3.median(places, (place) => place[axis])));
  svg.call(zooming.scaleTo, scale).call(zooming.translateTo, x, y);
}

/** @param {[number, number]} place */
function isWithinMap([x, y]) {
  return x >= 0 && x <= MAP_WIDTH && y >= 0 && y <= MAP_HEIGHT;
}

/** Moves the marks with the map, without changing their size, and names those that have room. */
function placeMarks() {
  marks().attr("transform", (site) => `translate(${zoomed.apply(placeOf(site))})`);
  placeNames();
}

/** The widths of names with letters of size 1. @type {Map<Site, number>} */
const nameWidths = new Map();

/** @param {Site} site @param {number} size of the letters */
function nameWidth(site, size) {
  let width = nameWidths.get(site);
  if (width === undefined) {
    const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement("canvas").getContext("2d"));
    pen.font = "100px " + getComputedStyle(document.body).fontFamily;
    width = pen.measureText(site.name).width / 100;
    nameWidths.set(site, width);
  }
  return width * size;
}

/** Names the marks of an enlarged map, or of a few sites, without hiding a mark or another name. */
function placeNames() {
  const hasNames = zoomed.k > 1 || data().sites.length <= FEW_SITES;
  const size = 12 * Math.max(1, MAP_WIDTH / (byId("map").clientWidth || MAP_WIDTH));
  const places = (hasNames ? sitesShown() : []).map((site) => ({ site, point: zoomed.apply(placeOf(site)) }))
    .filter(({ point }) => isWithinMap(point));
  /** @type {{site: Site, x: number, y: number, anchor: string, left: number, right: number}[]} */
  const names = [];
  for (const { site, point } of places) {
    const width = nameWidth(site, size);
    const [near, y] = [0.9 * size, point[1] + 0.35 * size];
    for (const [anchor, x, left] of /** @type {[string, number, number][]} */ ([
      ["start", point[0] + near, point[0] + near],
      ["end", point[0] - near, point[0] - near - width],
    ])) {
      const right = left + width;
      const isFree = isWithinMap([left, y - size]) && isWithinMap([right, y])
        && names.every((name) => name.right < left || name.left > right || Math.abs(name.y - y) > size)
        && places.every((other) => other.site === site || other.point[0] < left || other.point[0] > right || Math.abs(other.point[1] - point[1]) > 0.8 * size);
      if (isFree) {
        names.push({ site, x, y, anchor, left, right });
        break;
      }
    }
  }
  d3.select(byId("map")).select("g.names").attr("font-size", size).selectAll("text").data(names).join("text")
    .attr("x", ({ x }) => x).attr("y", ({ y }) => y).attr("text-anchor", ({ anchor }) => anchor).text(({ site }) => site.name);
}

/** Dims the marks that the filters exclude. */
function dimMarks() {
  const shown = new Set(sitesShown());
  marks().classed("dimmed", (site) => !shown.has(site));
  placeNames();
}

/** Moves an enlarged map so that a site is visible. @param {Site} site */
function bringIntoView(site) {
  if (!isWithinMap(zoomed.apply(placeOf(site)))) {
    const svg = /** @type {d3.Selection<SVGSVGElement, undefined, any, any>} */ (d3.select(byId("map")).select("svg"));
    zooming.translateTo(svg, ...placeOf(site));
  }
}

/** @param {Site} site */
function placeOf(site) {
  return /** @type {[number, number]} */ (projection([site.longitude, site.latitude]));
}

/** Returns the scale of radii, by which the area of a mark grows with its margin. */
function radiusScale() {
  const greatest = Math.max(...data().sites.map((site) => marginOf(site) ?? 0));
  const onSmallScreen = Math.max(1, Math.min(1.5, MAP_WIDTH / byId("map").clientWidth));
  const scale = d3.scaleSqrt([0, greatest || 1], [LEAST_RADIUS * onSmallScreen, GREATEST_RADIUS * onSmallScreen]);
  return { greatest, radius: (/** @type {number | null} */ margin) => scale(margin ?? 0) };
}

/** Draws the marks by the metric, greatest first, so that none hides another. */
function showMap() {
  const { greatest, radius } = radiusScale();
  const sites = [...data().sites].sort((a, b) => (marginOf(b) ?? 0) - (marginOf(a) ?? 0));
  d3.select(byId("map")).select("g.marks").selectAll("path")
    .data(sites, (site) => SITE_NUMBERS.get(/** @type {Site} */ (site)) ?? -1)
    .join((enter) =>
      enter.append("path")
        .attr("role", "link")
        .on("pointerenter", (event, site) => showTip(event, tipOf(site)))
        .on("pointerleave", hideTip)
        .on("focus", (event, site) => {
          mapFocus = site;
          bringIntoView(site);
          showTip(event, tipOf(site));
        })
        .on("blur", hideTip)
        .on("click", (_, site) => openSite(site))
        .on("keydown", mapKey),
    )
    .attr("class", (site) => "site " + systemClass(isComparing() ? site.leaders[overview.state.metric] : 0))
    .attr("d", (site) => markPath(isComparing() ? site.leaders[overview.state.metric] : 0, radius(marginOf(site))))
    .attr("tabindex", (site) => (site === mapFocus ? 0 : -1))
    .attr("aria-label", (site) => siteTitle(site) + ": " + tipOf(site).slice(1).map((row) => row.join(" ")).join(", "))
    .order();
  placeMarks();
  dimMarks();
  byId("mapnote").textContent = isComparing()
    ? `The size of a mark shows how far the leader is ahead, up to ${marginText(greatest)}. Choose a mark to open its day.`
    : `The size of a mark shows the figure, up to ${figureText(greatest, overview.state.metric)}. Choose a mark to open its day.`;
}

/**
 * Returns the lines about a site: its name, then each system's figure.
 *
 * @param {Site} site
 * @returns {string[][]}
 */
function tipOf(site) {
  const leader = site.leaders[overview.state.metric];
  const rows = site.figures[overview.state.metric].map((figure, i) => [data().systems[i][1], figureText(figure, overview.state.metric)]);
  if (isComparing()) rows.push([leader === TIE ? "tied" : systemName(leader) + " leads", ""]);
  return [[siteTitle(site)], ...rows];
}

/** @type {Record<string, [number, number]>} */
const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/**
 * Returns the nearest site in a direction.
 *
 * @param {Site} from
 * @param {[number, number]} direction to the right and down
 */
function neighbour(from, [right, down]) {
  const [x, y] = placeOf(from);
  /** @type {Site | undefined} */
  let nearest;
  let least = Infinity;
  for (const site of data().sites) {
    const dx = placeOf(site)[0] - x;
    const dy = placeOf(site)[1] - y;
    const along = dx * right + dy * down;
    const across = Math.abs(dx * down) + Math.abs(dy * right);
    if (along > 0 && along + 2 * across < least) {
      least = along + 2 * across;
      nearest = site;
    }
  }
  return nearest;
}

/** Returns the site to which a key leads, if it is a key of the map. @param {string} key @param {Site} from */
function siteByKey(key, from) {
  if (key in WAYS) return neighbour(from, WAYS[key]);
  const step = { PageUp: -1, PageDown: 1 }[key];
  if (step === undefined) return undefined;
  const shown = sitesShown();
  return shown[shown.indexOf(from) + step];
}

/** @param {KeyboardEvent} event @param {Site} from */
function mapKey(event, from) {
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    openSite(from);
    return;
  }
  const to = siteByKey(event.key, from);
  if (to) {
    event.preventDefault();
    mapFocus = to;
    marks().attr("tabindex", (site) => (site === mapFocus ? 0 : -1))
      .filter((site) => site === mapFocus).node()?.focus();
  }
}
