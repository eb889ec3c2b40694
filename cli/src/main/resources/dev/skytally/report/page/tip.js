/** Shows a tip beside the target of an event. @param {Event} event @param {string[][]} rows the first is the title */
function showTip(event, rows) {
  const tip = byId("tip");
  tip.replaceChildren();
  rows.forEach((row, i) => {
    const line = tip.appendChild(document.createElement(i === 0 ? "strong" : "div"));
    line.dir = "auto";
    for (const text of row) line.appendChild(document.createElement("span")).textContent = text;
  });
  tip.hidden = false;
  const box = /** @type {Element} */ (event.currentTarget).getBoundingClientRect();
  const left = Math.min(box.right + 10, document.documentElement.clientWidth - tip.offsetWidth - 8);
  const below = box.bottom + 8 + tip.offsetHeight < window.innerHeight;
  tip.style.left = Math.max(8, left) + "px";
  tip.style.top = (below ? box.bottom + 8 : Math.max(8, box.top - tip.offsetHeight - 8)) + "px";
}

function hideTip() {
  byId("tip").hidden = true;
}
