const PNG_SCALE = 2;
const CAPTION_HEIGHT = 68;

/**
 * Paints a chart as a picture. The page's policy allows no picture but from the server, so this paints
 * each shape, rather than letting the browser read the chart as a picture.
 *
 * @param {SVGSVGElement} svg
 * @returns {HTMLCanvasElement}
 */
function painted(svg) {
  const box = svg.getBoundingClientRect();
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(PNG_SCALE * box.width);
  canvas.height = Math.ceil(PNG_SCALE * (box.height + CAPTION_HEIGHT));
  const pen = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  pen.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
  pen.fillRect(0, 0, canvas.width, canvas.height);
  for (const shape of /** @type {NodeListOf<SVGGraphicsElement>} */ (svg.querySelectorAll("path, rect, line, circle, text"))) {
    paint(pen, shape);
  }
  paintCaption(pen, svg);
  return canvas;
}

/**
 * Paints below a chart what it shows, where and when, and whose its marks and lines are.
 *
 * @param {CanvasRenderingContext2D} pen
 * @param {SVGSVGElement} svg
 */
function paintCaption(pen, svg) {
  const { color, fontFamily } = getComputedStyle(document.body);
  pen.setTransform(PNG_SCALE, 0, 0, PNG_SCALE, 0, PNG_SCALE * svg.getBoundingClientRect().height);
  pen.globalAlpha = 1;
  pen.font = `13px ${fontFamily}`;
  pen.fillStyle = color;
  pen.fillText(svg.classList.contains("sky") ? words("sky") + " · " + secondText(now()) : svg.getAttribute("aria-label") ?? "", 10, 16);
  pen.fillText(placeName(/** @type {Link} */ (answered)) + " · " + byId("window").textContent, 10, 36);
  let x = 10;
  const add = (/** @type {Path2D} */ mark, /** @type {string} */ markColor, /** @type {string} */ name) => {
    const outline = new Path2D();
    outline.addPath(mark, new DOMMatrix([1, 0, 0, 1, x + 7, 52]));
    pen.fillStyle = markColor;
    pen.fill(outline);
    pen.fillStyle = color;
    pen.fillText(name, x + 20, 56);
    x += 20 + pen.measureText(name).width + 16;
  };
  for (const system of systemsShown().filter((of) => svg.querySelector("." + systemClass(of)))) {
    const picture = document.body.appendChild(/** @type {SVGSVGElement} */ (markPicture(system)));
    add(new Path2D(markPath(system, 6)), getComputedStyle(/** @type {Element} */ (picture.firstChild)).fill, systemName(system));
    picture.remove();
  }
  if (svg.querySelector(".together")) {
    const line = new Path2D();
    line.rect(-7, -1.5, 14, 3);
    add(line, color, words("together"));
  }
}

/** @param {CanvasRenderingContext2D} pen @param {SVGGraphicsElement} shape */
function paint(pen, shape) {
  const matrix = shape.getCTM();
  const style = getComputedStyle(shape);
  if (!matrix || style.display === "none") return;
  const { a, b, c, d, e, f } = matrix;
  pen.setTransform(PNG_SCALE * a, PNG_SCALE * b, PNG_SCALE * c, PNG_SCALE * d, PNG_SCALE * e, PNG_SCALE * f);
  pen.globalAlpha = Number(style.opacity);
  pen.lineWidth = parseFloat(style.strokeWidth);
  pen.lineJoin = /** @type {CanvasLineJoin} */ (style.strokeLinejoin);
  pen.lineCap = /** @type {CanvasLineCap} */ (style.strokeLinecap);
  pen.setLineDash(style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[ ,]+/).map(parseFloat));
  pen.strokeStyle = style.stroke;
  pen.fillStyle = style.fill;
  if (shape instanceof SVGTextElement) {
    paintText(pen, shape, style);
    return;
  }
  const outline = outlineOf(shape);
  const rule = style.fillRule === "evenodd" ? "evenodd" : "nonzero";
  if (style.fill !== "none") pen.fill(outline, rule);
  if (style.stroke !== "none") pen.stroke(outline);
}

/** @param {SVGGraphicsElement} shape */
function outlineOf(shape) {
  const number = (/** @type {string} */ name) => Number(shape.getAttribute(name));
  if (shape instanceof SVGPathElement) return new Path2D(shape.getAttribute("d") ?? "");
  const outline = new Path2D();
  if (shape instanceof SVGRectElement) {
    outline.rect(number("x"), number("y"), number("width"), number("height"));
  } else if (shape instanceof SVGCircleElement) {
    outline.arc(number("cx"), number("cy"), number("r"), 0, 2 * Math.PI);
  } else {
    outline.moveTo(number("x1"), number("y1"));
    outline.lineTo(number("x2"), number("y2"));
  }
  return outline;
}

/** @param {CanvasRenderingContext2D} pen @param {SVGTextElement} text @param {CSSStyleDeclaration} style */
function paintText(pen, text, style) {
  const content = text.textContent ?? "";
  if (content === "") return;
  const place = text.getStartPositionOfChar(0);
  pen.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  if (style.stroke !== "none") pen.strokeText(content, place.x, place.y);
  pen.fillText(content, place.x, place.y);
}

/** Saves a chart as PNG. @param {SVGSVGElement} svg @param {string} name */
function savePng(svg, name) {
  painted(svg).toBlob((picture) => {
    if (picture) downloadBlob(picture, name + ".png");
  });
}

/** Offers each chart as PNG, beside its title. */
function setUpExport() {
  for (const [chart, title] of [["skyplot", "sky"], ["countchart", "inview"], ["dopchart", "dop"], ["elevationchart", "elevation"], ["bars", "passes"]]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "png";
    button.dataset.words = "export.png";
    button.dataset.chart = chart;
    button.addEventListener("click", () => {
      const place = placeOfFile(/** @type {Link} */ (answered));
      document.querySelectorAll(`#${chart} svg:is(.chart, .sky)`).forEach((svg, i) =>
        savePng(/** @type {SVGSVGElement} */ (svg), fileName(dayText(data().start), place, chart + (i === 0 ? "" : i + 1))));
    });
    const heading = /** @type {HTMLElement} */ (document.querySelector(`h2[data-words="${title}"]`));
    heading.id ||= title + "title";
    button.setAttribute("aria-describedby", heading.id);
    if (heading.parentElement?.classList.contains("titlebar")) {
      heading.parentElement.append(button);
    } else {
      const bar = document.createElement("div");
      bar.className = "titlebar";
      heading.replaceWith(bar);
      bar.append(heading, button);
    }
  }
  byId("series").addEventListener("click", () => downloadAddress(seriesAddress(link.state), fileName(dayAsked(), placeOfFile(link.state), "series") + ".csv"));
  byId("print").addEventListener("click", () => window.print());
  byId("copy").addEventListener("click", async () => {
    writeAddress();
    await navigator.clipboard?.writeText(location.href);
    byId("copied").textContent = words(navigator.clipboard ? "export.copied" : "export.address");
  });
}
