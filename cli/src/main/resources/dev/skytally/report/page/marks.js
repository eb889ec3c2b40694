/**
 * Returns the outline of a system's mark, with the area of a circle of a radius. Each system has its
 * own shape, so that colour is not needed.
 *
 * @param {number} system an index, or TIE
 * @param {number} radius
 */
function markPath(system, radius) {
  const path = d3.path();
  if (system === TIE) {
    const reach = 0.8 * radius;
    path.moveTo(-reach, -reach);
    path.lineTo(reach, reach);
    path.moveTo(-reach, reach);
    path.lineTo(reach, -reach);
    return path.toString();
  }
  const [, , corners, firstCornerDegrees] = data().systems[system];
  if (corners === 0) {
    path.arc(0, 0, radius, 0, 2 * Math.PI);
    return path.toString();
  }
  const corner = radius * Math.sqrt((2 * Math.PI) / (corners * Math.sin((2 * Math.PI) / corners)));
  for (let i = 0; i < corners; i++) {
    const angle = firstCornerDegrees / DEGREES + (2 * Math.PI * i) / corners;
    const point = /** @type {const} */ ([corner * Math.cos(angle), corner * Math.sin(angle)]);
    if (i === 0) path.moveTo(...point);
    else path.lineTo(...point);
  }
  path.closePath();
  return path.toString();
}

/** By the class of a system. @type {Map<string, SVGSVGElement>} */
const pictures = new Map();

/**
 * Returns a system's mark as a picture.
 *
 * @param {number} system an index, or TIE
 */
function markPicture(system) {
  let picture = pictures.get(systemClass(system));
  if (!picture) {
    const svg = d3.create("svg").attr("class", "mark " + systemClass(system))
      .attr("viewBox", "-8 -8 16 16").attr("aria-hidden", "true");
    svg.append("path").attr("d", markPath(system, 6));
    picture = /** @type {SVGSVGElement} */ (svg.node());
    pictures.set(systemClass(system), picture);
  }
  return picture.cloneNode(true);
}

/**
 * Adds a button that belongs to a group. One button of each group is chosen.
 *
 * @param {string} group the element that holds them
 * @param {string} value
 * @param {boolean} isChosen
 * @param {(Node | string)[]} label
 * @param {() => void} choose
 */
function addChoice(group, value, isChosen, label, choose) {
  const choice = byId(group).appendChild(document.createElement("label"));
  const radio = choice.appendChild(document.createElement("input"));
  radio.type = "radio";
  radio.name = group;
  radio.value = value;
  radio.checked = isChosen;
  radio.addEventListener("change", choose);
  choice.append(...label);
}
