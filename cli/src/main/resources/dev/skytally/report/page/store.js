/**
 * The state of a page. Only {@link Store.change} changes it, which then calls the functions that
 * follow a changed part.
 *
 * @template {object} S
 */
class Store {
  /** @param {S} state */
  constructor(state) {
    /** @type {Readonly<S>} */
    this.state = state;
    /** @type {{parts: (keyof S)[], draw: () => void}[]} */
    this.followers = [];
  }

  /**
   * Calls a function after each change of some parts, in the order of these calls.
   *
   * @param {(keyof S)[]} parts
   * @param {() => void} draw
   */
  follow(parts, draw) {
    this.followers.push({ parts, draw });
  }

  /** @param {Partial<S>} changes */
  change(changes) {
    const before = this.state;
    this.state = { ...before, ...changes };
    const isChanged = (/** @type {keyof S} */ part) => part in changes && changes[part] !== before[part];
    for (const { parts, draw } of this.followers) if (parts.some(isChanged)) draw();
  }
}

/**
 * What the parts of a page share.
 *
 * @typedef {object} State
 * @property {ReportData | null} data null until the page has an answer
 * @property {Day | null} day the site that is open
 * @property {number} time the moment that is shown
 * @property {keyof Dilution} dilution the dilution of precision that is drawn
 * @property {string} risen the key of the system whose elevations are drawn; empty for the first
 * @property {ReadonlySet<string>} hidden the keys of systems that are not drawn
 * @property {Record<string, string>} words by key, in the language of the page
 */

/** Returns the data in an element of the page, if it has this element. @param {string} id */
function embedded(id) {
  const element = document.getElementById(id);
  return element && JSON.parse(element.textContent ?? "");
}

/** @type {Store<State>} */
const store = new Store({
  data: embedded("data"),
  day: null,
  time: -Infinity,
  dilution: "pdop",
  risen: "",
  hidden: new Set(),
  words: embedded("words") ?? {},
});

/** Returns the answer that the page shows. */
function data() {
  return /** @type {ReportData} */ (store.state.data);
}
