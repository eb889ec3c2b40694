/**
 * A place that the server knows, or coordinates that it can read, without a country.
 *
 * @typedef {{name: string, country: string, latitude_deg: number, longitude_deg: number, height_m?: number, timezone: string}} KnownPlace
 */

/** The places in the list below the search. @type {KnownPlace[]} */
let foundPlaces = [];

/** The place in the list that Enter chooses; -1 for none. */
let foundAt = -1;

/** Returns the name of a place, or else its coordinates. @param {Link} link */
function placeName({ name, latitude, longitude }) {
  const separator = decimal(0.5, 1).includes(",") ? "; " : ", ";
  return name || [latitude, longitude].map((degrees) => decimal(degrees, 4)).join(separator);
}

/** Returns a place for the name of a file, for example "London" or "13.53S 71.97W". @param {Link} link */
function placeOfFile({ name, latitude, longitude }) {
  return name || `${Math.abs(latitude)}${latitude < 0 ? "S" : "N"} ${Math.abs(longitude)}${longitude < 0 ? "W" : "E"}`;
}

/** Chooses a place by its position, without a name and height. @param {number} latitude @param {number} longitude */
function choosePosition(latitude, longitude) {
  link.change({ name: "", latitude: round4(latitude), longitude: round4(longitude), height: 0 });
}

/** Rounds to a tenth of a metre. A smaller number would be printed with an exponent. @param {number} degrees */
function round6(degrees) {
  return Math.round(degrees * 1e6) / 1e6;
}

/** @param {number} degrees */
function round4(degrees) {
  return Math.round(degrees * 1e4) / 1e4;
}

/** @param {KnownPlace} place */
function choosePlace(place) {
  hideFound();
  /** @type {HTMLInputElement} */ (byId("find")).value = "";
  const { name, country, latitude_deg: latitude, longitude_deg: east, height_m: height = 0 } = place;
  link.change({ name: country && name, latitude: round6(latitude), longitude: round6(east > 180 ? east - 360 : east), height });
}

function hideFound() {
  foundPlaces = [];
  showFound();
}

/** Returns the name of a country in the language of the page. @param {string} code */
function countryName(code) {
  return new Intl.DisplayNames([document.documentElement.lang], { type: "region" }).of(code) ?? code;
}

/** Returns a place with its country, if it has one. @param {KnownPlace} place */
function placeTitle({ name, country }) {
  return country ? `${name}, ${countryName(country)}` : name;
}

/** Returns the titles of places, with the coordinates of those that share one. @param {KnownPlace[]} places */
function distinctTitles(places) {
  const titles = places.map(placeTitle);
  return titles.map((title, i) => (titles.indexOf(title) === titles.lastIndexOf(title) ? title : `${title} (${positionText(places[i].latitude_deg, places[i].longitude_deg, 1)})`));
}

function showFound() {
  const list = byId("found");
  const input = byId("find");
  list.hidden = foundPlaces.length === 0;
  input.setAttribute("aria-expanded", String(!list.hidden));
  foundAt = -1;
  const titles = distinctTitles(foundPlaces);
  list.replaceChildren(...foundPlaces.map((place, i) => {
    const item = document.createElement("li");
    item.id = "found" + i;
    item.setAttribute("role", "option");
    item.setAttribute("aria-selected", "false");
    item.textContent = titles[i];
    item.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      choosePlace(place);
    });
    return item;
  }));
  input.removeAttribute("aria-activedescendant");
}

/** @param {number} step */
function moveInFound(step) {
  foundAt = (foundAt + step + foundPlaces.length) % foundPlaces.length;
  [...byId("found").children].forEach((item, i) => item.setAttribute("aria-selected", String(i === foundAt)));
  byId("find").setAttribute("aria-activedescendant", "found" + foundAt);
}

/** How long the search waits for another letter, in milliseconds. */
const TYPING_PAUSE = 150;

let typingTimer = 0;

/** Asks the server for places by name or coordinates, while the user types. @param {string} text */
async function findPlaces(text) {
  const isWanted = () => /** @type {HTMLInputElement} */ (byId("find")).value === text;
  if (text.trim().length < 2) {
    hideFound();
    return;
  }
  const found = await placesNamed(text);
  if (!isWanted()) return;
  foundPlaces = found;
  showFound();
}

/** Returns the places that the server knows by a name or coordinates, the most probable first. @param {string} text @returns {Promise<KnownPlace[]>} */
async function placesNamed(text) {
  const response = await fetch("/v1/places?" + new URLSearchParams({ name: text, format: "json" }));
  if (response.status >= 500) throw new Error("The server is busy.");
  return response.ok ? (await response.json()).places : [];
}

/** Chooses the place that is marked in the list, or the first one. */
async function chooseFound() {
  const { value } = /** @type {HTMLInputElement} */ (byId("find"));
  clearTimeout(typingTimer);
  if (foundAt < 0) {
    try {
      await findPlaces(value);
    } catch {
      hideFound();
      showNoServer();
      return;
    }
  }
  const place = foundPlaces[Math.max(0, foundAt)];
  if (place) choosePlace(place);
  showProblem(() => (place ? "" : words("place.nothing", value)));
}

function setUpPlace() {
  const input = /** @type {HTMLInputElement} */ (byId("find"));
  input.addEventListener("input", () => {
    clearTimeout(typingTimer);
    typingTimer = setTimeout(() => findPlaces(input.value).catch(hideFound), TYPING_PAUSE);
  });
  input.addEventListener("blur", hideFound);
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && foundPlaces.length > 0) {
      event.preventDefault();
      moveInFound(step);
    } else if (event.key === "Escape") {
      hideFound();
    } else if (event.key === "Enter") {
      event.preventDefault();
      chooseFound();
    }
  });
  byId("here").addEventListener("click", () =>
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        showNoProblem();
        choosePosition(coords.latitude, coords.longitude);
      },
      () => showProblem(() => words("place.unknown")),
    ),
  );
}

/** The zone of the place is that of the nearest city. */
async function chooseLocalZone() {
  const { latitude, longitude } = link.state;
  const response = await fetch("/v1/places?" + new URLSearchParams({ near: `${latitude},${longitude}`, format: "json" }));
  if (!response.ok) return;
  const { timezone } = (await response.json()).places[0];
  if (latitude === link.state.latitude && longitude === link.state.longitude) link.change({ zone: timezone });
}

/** Draws the map on which a press chooses the place. @param {{land: number[][], borders: number[][]}} lines */
function drawPlaces(lines) {
  const svg = /** @type {Picture} */ (d3.create("svg"));
  svg.attr("viewBox", `0 0 ${MAP_WIDTH} ${MAP_HEIGHT}`).attr("role", "application").attr("tabindex", 0);
  const world = addWorld(svg, lines);
  svg.append("path").attr("class", "site");
  setUpZoom(svg, world, () => {
    const { x, y, k } = zoomed;
    byId("raster").style.transform = `translate(${(100 * x) / MAP_WIDTH}%, ${(100 * y) / MAP_HEIGHT}%) scale(${k})`;
    showPlace();
  });
  for (const [id, factor] of /** @type {[string, number][]} */ ([["zoomin", 2], ["zoomout", 0.5]])) {
    byId(id).addEventListener("click", () => zooming.scaleBy(svg, factor, placeOnMap()));
  }
  svg.on("click", (event) => {
    const place = projection.invert?.(zoomed.invert(d3.pointer(event, svg.node())));
    if (place && Math.abs(place[1]) <= 90) choosePosition(place[1], ((place[0] + 540) % 360) - 180);
  });
  svg.on("keydown", (/** @type {KeyboardEvent} */ event) => {
    const way = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [1, 0], ArrowDown: [-1, 0] }[event.key];
    if (!way) return;
    event.preventDefault();
    const step = event.shiftKey ? 0.1 : 1;
    const { latitude, longitude } = link.state;
    choosePosition(Math.max(-90, Math.min(90, latitude + step * way[0])), ((longitude + step * way[1] + 540) % 360) - 180);
  });
  byId("map").prepend(/** @type {SVGSVGElement} */ (svg.node()));
}

/** Returns where the place is on the map, however much it is enlarged. @returns {[number, number]} */
function placeOnMap() {
  const { latitude, longitude } = link.state;
  return zoomed.apply(/** @type {[number, number]} */ (projection([longitude, latitude])));
}

/** Moves the mark on the map to the place. */
function showPlace() {
  d3.select(byId("map")).select("path.site").attr("transform", `translate(${placeOnMap()})`)
    .attr("d", d3.symbol(d3.symbolStar, 160)());
}
