const MAP_WIDTH = 960;
const MAP_HEIGHT = 440;

const projection = d3.geoEqualEarth().rotate([-11, 0])
  .fitExtent([[4, 4], [MAP_WIDTH - 4, MAP_HEIGHT - 4]], { type: "Sphere" });

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
