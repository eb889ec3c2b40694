/** @param {string} selector @param {string} value */
function fill(selector, value) {
  const control = /** @type {HTMLInputElement} */ (document.querySelector(selector));
  control.value = value;
  control.dispatchEvent(new Event("change"));
}

/** What the tests ask the planner beyond what a reader sees. */
Object.assign(probe, {
  satellites: () => data().satellites.length,

  link: () => printLink(currentLink()),

  /** @param {string} text */
  printed: (text) => printLink(parseLink(text)),

  /** @param {string} format */
  question: (format) => Object.fromEntries(new URL(questionAddress(link.state, format), location.href).searchParams),

  fill,

  /**
   * Presses a key on a control, or types into it if there is none, once the browser has nothing to
   * do. Returns after how many milliseconds the answer was drawn.
   *
   * @param {string} selector
   * @param {string} value
   * @param {string} key
   */
  async drawnMillis(selector, value, key) {
    await new Promise((resolve) => requestAnimationFrame(() => requestIdleCallback(resolve)));
    const drawn = new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (byId("site").getAttribute("aria-busy") === "true") return;
        observer.disconnect();
        resolve(undefined);
      });
      observer.observe(byId("site"), { attributeFilter: ["aria-busy"] });
    });
    if (key) document.querySelector(selector)?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    else fill(selector, value);
    await drawn;
    if (!isAnswered()) throw new Error("the change has no answer");
    return Number(document.documentElement.dataset.drawnMillis);
  },

  /** Lets the server refuse the next request with a problem, or not answer it. @param {string} kind empty for no answer */
  refuse(kind) {
    const ask = window.fetch;
    window.fetch = async () => {
      window.fetch = ask;
      if (kind === "") throw new TypeError("no server");
      return Response.json({ type: "tag:skytally.dev,2026:" + kind, detail: "in English" }, { status: 503 });
    };
  },

  horizon: () => printHorizon(link.state.horizon),

  /** Goes to another link, as somebody who edits the address. @param {string} link */
  go(link) {
    history.replaceState(null, "", "#" + link);
    window.dispatchEvent(new Event("hashchange"));
  },

  /** Returns what the controls show, by the names in the link. */
  controls() {
    const value = (/** @type {string} */ id) => inputById(id).value;
    const checked = (/** @type {string} */ group) => /** @type {HTMLInputElement[]} */ (all(`#${group} :checked`)).map((box) => box.value).join(",");
    const conditions = all("#conditions .row").map((row) => {
      const [system, figure, limit] = /** @type {HTMLInputElement[]} */ ([...row.querySelectorAll("select, input")]).map((control) => control.value);
      return { figure: (system && system + ".") + figure, limit: Number(plainNumber(limit)) };
    });
    const excluded = all("#chips [aria-pressed=false]").map((chip) => chip.textContent);
    return {
      name: /** @type {Element} */ (document.querySelector("#sitename")).textContent, exclude: excluded.join(","),
      elevations: checked("elevations"), theme: document.documentElement.style.colorScheme,
      date: value("date"), days: value("days"), timezone: value("zone"), mask: value("mask"), systems: checked("systems"),
      status: value("status"), usable: String(inputById("usable").checked), need: printConditions(conditions), for: value("length"),
      from: value("from"), to: value("to"), show: checked("shown"), leaders: checked("leaders"), dop: checked("dilutions"),
      language: value("language"), time: value("time"),
      hidden: [...store.state.hidden].join(","),
    };
  },

  /** Returns the texts in an element of a chart that overlap another one or leave the chart. @param {string} selector */
  crowded(selector) {
    const texts = all(selector + " text");
    const boxes = texts.map((text) => text.getBoundingClientRect());
    const chart = /** @type {Element} */ (texts[0].closest("svg")).getBoundingClientRect();
    const overlap = (/** @type {DOMRect} */ a, /** @type {DOMRect} */ b) =>
      a !== b && Math.abs(a.y - b.y) < 2 && a.left < b.right && b.left < a.right;
    const isCrowded = (/** @type {DOMRect} */ box) => box.left < chart.left || box.right > chart.right || boxes.some((other) => overlap(box, other));
    return texts.filter((_, i) => isCrowded(boxes[i])).map((text) => text.textContent);
  },

  /** Returns the choices in lists that are wider than their list. @param {string} selector */
  cutChoices(selector) {
    const lists = /** @type {HTMLSelectElement[]} */ (all(selector));
    return lists.flatMap((list) => [...list.options].map((option) => {
      const wide = /** @type {HTMLSelectElement} */ (list.cloneNode());
      wide.append(option.cloneNode(true));
      wide.style.flex = "none";
      list.before(wide);
      const isCut = wide.offsetWidth > list.offsetWidth + 1;
      wide.remove();
      return isCut ? option.text : "";
    })).filter(Boolean);
  },

  /** Returns the number of satellites of the first system on the map at a place. @param {number} latitude @param {number} longitude */
  countAt(latitude, longitude) {
    const counts = data().systems.map(newCounts);
    raiseCounts(counts, now(), link.state.mask);
    return counts[0][Math.floor((latitude + 90) / LEADER_STEP) * LEADER_COLUMNS + Math.floor((longitude + 180) / LEADER_STEP)];
  },

  /** Returns the key of the system that leads at a place on the map. @param {number} latitude @param {number} longitude */
  leaderAt(latitude, longitude) {
    const counts = data().systems.map(newCounts);
    raiseCounts(counts, now(), link.state.mask);
    const row = Math.floor((latitude + 90) / LEADER_STEP);
    const column = Math.floor((longitude + 180) / LEADER_STEP);
    const leader = leadersOf(counts)[row * LEADER_COLUMNS + column];
    return leader === TIE ? "tie" : data().systems[leader][0];
  },
});
