const MAP_WIDTH = 960;
const MAP_HEIGHT = 440;

const projection = d3.geoEqualEarth().rotate([-11, 0])
  .fitExtent([[4, 4], [MAP_WIDTH - 4, MAP_HEIGHT - 4]], { type: "Sphere" });

const MOST_ZOOM = 48;

/** The current position and zoom of the map. */
let zoomed = d3.zoomIdentity;

/** @type {d3.ZoomBehavior<SVGSVGElement, undefined>} */
const zooming = d3.zoom();

/**
 * Draws sea, land and borders.
 *
 * @param {Picture} svg
 * @param {{land: number[][], borders: number[][]}} lines as in ReportData
 */
function addWorld(svg, { land, borders }) {
  const path = d3.geoPath(projection);
  const world = svg.append("g").attr("class", "world");
  world.append("path").attr("class", "sea").attr("d", path({ type: "Sphere" }));
  world.append("path").attr("class", "graticule").attr("d", path(d3.geoGraticule().step([30, 30])()));
  world.append("path").attr("class", "land").attr("d", path({ type: "Polygon", coordinates: land.map(decodeLine) }));
  world.append("path").attr("class", "borders").attr("d", path({ type: "MultiLineString", coordinates: borders.map(decodeLine) }));
  return world;
}

/**
 * Lets the user enlarge and move the map.
 *
 * @param {Picture} svg
 * @param {d3.Selection<SVGGElement, undefined, null, undefined>} world
 * @param {() => void} draw moves what is on the map, without changing its size
 */
function setUpZoom(svg, world, draw) {
  zooming.scaleExtent([1, MOST_ZOOM])
    .extent([[0, 0], [MAP_WIDTH, MAP_HEIGHT]])
    .translateExtent([[0, 0], [MAP_WIDTH, MAP_HEIGHT]])
    .filter(mayZoom)
    .on("zoom", ({ transform }) => {
      zoomed = transform;
      world.attr("transform", String(zoomed));
      svg.classed("zoomed", zoomed.k > 1);
      draw();
    });
  svg.call(zooming).on("dblclick.zoom", null);
}

/** The wheel zooms with Ctrl; fingers move the map if there are two or the map is enlarged. @param {Event} event */
function mayZoom(event) {
  if (event instanceof WheelEvent) return event.ctrlKey;
  if ("touches" in event) return zoomed.k > 1 || /** @type {TouchEvent} */ (event).touches.length > 1;
  return true;
}
