/** The controls of the planner, as in its address. @type {Store<Link>} */
const link = new Store(parseLink(location.hash.slice(1)));

/** @param {string} id */
function inputById(id) {
  return /** @type {HTMLInputElement} */ (byId(id));
}

/** Returns the day that is asked for, as "2026-10-05"; the server knows which day is today. */
function dayAsked() {
  return link.state.date || (store.state.data ? dayText(data().start) : "");
}

/** @param {number} days */
function moveDate(days) {
  link.change({ date: new Date(Date.parse(dayAsked()) + days * DAY).toISOString().slice(0, 10) });
}

/**
 * Lets a control change a part of the link; what the part may not hold changes nothing but shows a problem.
 *
 * @param {string} id
 * @param {keyof Link} part
 */
function bind(id, part) {
  const control = inputById(id);
  const read = () => {
    const text = control.type === "checkbox" ? String(control.checked) : control.value;
    const plain = control.inputMode === "decimal" ? plainNumber(text) : text;
    const parsed = control.validity.badInput ? undefined : text.trim() === "" && part === "minutes" ? 0 : CONTROLS[part].parse(plain);
    if (parsed === undefined) {
      control.setAttribute("aria-invalid", "true");
      showWrong(CONTROLS[part].name, text);
      return;
    }
    if (control.hasAttribute("aria-invalid")) {
      showNoProblem();
      showControls();
    }
    link.change({ [part]: parsed });
  };
  control.addEventListener(control.type === "range" ? "input" : "change", read);
}

/**
 * Adds a box for each item of a list.
 *
 * @param {string} id of the group
 * @param {"systems" | "shown"} part
 * @param {string[]} items
 */
function addBoxes(id, part, items) {
  for (const item of items) {
    const label = byId(id).appendChild(document.createElement("label"));
    const box = label.appendChild(document.createElement("input"));
    box.type = "checkbox";
    box.value = item;
    label.append(document.createElement("span"));
    box.addEventListener("change", () => {
      const chosen = items.filter((one) => (one === item ? box.checked : link.state[part].includes(one)));
      if (part === "systems" && chosen.length === 0) box.checked = true;
      else link.change({ [part]: chosen });
    });
  }
}

/**
 * Lets the arrow keys change the number in a field by one, or by the step of the field, as in a field for
 * numbers. What is no number, or would be below 0, stays.
 *
 * @param {KeyboardEvent} event
 */
function stepNumber(event) {
  const [field, way] = [event.target, { ArrowUp: 1, ArrowDown: -1 }[event.key]];
  if (!way || !(field instanceof HTMLInputElement) || field.inputMode !== "decimal" || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const next = round6(Number(plainNumber(field.value) || 0) + way * Number(field.dataset.step ?? 1));
  if (!(next >= 0)) return;
  field.value = writtenNumber(next);
  field.dispatchEvent(new Event("change"));
}

/** On a small screen, most controls wait to be opened. */
const SMALL_PLANNER = matchMedia("(max-width: 860px)");

function setUpControls() {
  for (const group of /** @type {NodeListOf<HTMLDetailsElement>} */ (document.querySelectorAll(".group"))) group.open = !SMALL_PLANNER.matches;
  byId("controls").addEventListener("submit", (event) => event.preventDefault());
  byId("controls").addEventListener("keydown", stepNumber);
  for (const zone of ["UTC", ...Intl.supportedValuesOf("timeZone")]) byId("zones").append(new Option(zone));
  for (let days = 1; days <= MOST_DAYS; days++) byId("days").append(new Option(String(days)));
  for (const status of STATUSES) byId("status").append(new Option("", status));
  for (const [id, part] of /** @type {[string, keyof Link][]} */ ([
    ["date", "date"], ["days", "days"], ["zone", "zone"], ["mask", "mask"], ["maskslider", "mask"], ["status", "status"],
    ["usable", "usable"], ["length", "minutes"], ["from", "from"], ["to", "to"], ["language", "language"],
  ])) bind(id, part);
  addBoxes("systems", "systems", SYSTEMS);
  addBoxes("shown", "shown", PARTS);
  for (const which of ["none", "now", "day"]) {
    addChoice("leaders", which, link.state.leaders === which, [document.createElement("span")], () => link.change({ leaders: which }));
  }
  byId("earlier").addEventListener("click", () => moveDate(-1));
  byId("later").addEventListener("click", () => moveDate(1));
  byId("localzone").addEventListener("click", () => chooseLocalZone().catch(showNoServer));
  byId("addcondition").addEventListener("click", () => {
    const { conditions } = link.state;
    link.change({ conditions: [...conditions, conditions.length === 0 ? { figure: "satellites", limit: 8 } : { figure: "pdop", limit: 2 }] });
  });
  byId("theme").addEventListener("click", () => link.change({ theme: isDark() ? "light" : "dark" }));
}

/** Writes the words of the controls in the language of the page. */
function showControlWords() {
  for (const option of /** @type {NodeListOf<HTMLOptionElement>} */ (document.querySelectorAll("#status option"))) {
    option.textContent = words("status." + option.value);
  }
  for (const [group, prefix] of [["systems", "system."], ["shown", "show."], ["leaders", "leaders.show."]]) {
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (byId(group).querySelectorAll("input"))) {
      /** @type {HTMLElement} */ (box.nextElementSibling).textContent = words(prefix + box.value);
    }
  }
  for (const svg of byId("map").querySelectorAll("svg")) svg.setAttribute("aria-label", words("place.map"));
  showTheme();
  showConditions();
}

/** Lets the controls show the link. */
function showControls() {
  const { state } = link;
  if (byId("conditions").querySelector("[aria-invalid]")) showConditions();
  for (const control of document.querySelectorAll("[aria-invalid]")) control.removeAttribute("aria-invalid");
  inputById("date").value = dayAsked();
  inputById("days").value = String(state.days);
  inputById("zone").value = state.zone;
  inputById("mask").value = writtenNumber(state.mask);
  inputById("maskslider").value = String(state.mask);
  inputById("status").value = state.status;
  inputById("usable").checked = state.usable;
  inputById("length").value = state.minutes ? writtenNumber(state.minutes) : "";
  inputById("from").value = state.from;
  inputById("to").value = state.to;
  inputById("language").value = document.documentElement.lang;
  for (const [group, chosen] of /** @type {[string, string[]][]} */ ([["systems", state.systems], ["shown", state.shown], ["leaders", [state.leaders]]])) {
    for (const box of /** @type {NodeListOf<HTMLInputElement>} */ (byId(group).querySelectorAll("input"))) box.checked = chosen.includes(box.value);
  }
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-part]"))) {
    part.classList.toggle("off", !state.shown.includes(part.dataset.part ?? ""));
  }
  showFiles();
}

/** Offers the windows as files, if the answer to the question has any. */
function showFiles() {
  const { state } = link;
  const haveWindows = isAnswered() && data().sites[0].windows?.length;
  for (const format of ["csv", "ics"]) {
    const file = /** @type {HTMLAnchorElement} */ (byId(format));
    if (haveWindows) file.href = questionAddress(state, format);
    else file.removeAttribute("href");
    file.role = haveWindows ? null : "link";
    file.ariaDisabled = haveWindows ? null : "true";
    file.download = fileName(dayAsked(), placeOfFile(state), "windows") + "." + format;
  }
}

/** Shows each condition as a figure and its limit. */
function showConditions() {
  const { conditions } = link.state;
  const change = (/** @type {number} */ i, /** @type {Condition[]} */ ...by) =>
    link.change({ conditions: [...conditions.slice(0, i), ...by, ...conditions.slice(i + 1)] });
  const focused = [...byId("conditions").querySelectorAll("select, input")].findIndex((control) => control === document.activeElement);
  byId("conditions").replaceChildren(...conditions.map((condition, i) => {
    const row = document.createElement("div");
    row.className = "row";
    const [figure, system = ""] = condition.figure.split(".").reverse();
    const choose = (/** @type {string} */ label, /** @type {[string, string][]} */ options, /** @type {string} */ chosen) => {
      const select = row.appendChild(document.createElement("select"));
      select.setAttribute("aria-label", label);
      for (const [value, text] of options) select.append(new Option(text, value, false, value === chosen));
      return select;
    };
    const systems = choose(words("system"), [["", words("conditions.all")], ...SYSTEMS.map((key) => /** @type {[string, string]} */ ([key.toLowerCase(), words("system." + key)]))], system);
    const figures = choose(words("conditions.figure"), FIGURES.map((key) => [key, words("condition." + key)]), figure);
    const sign = row.appendChild(document.createElement("span"));
    const showSign = () => (sign.textContent = figures.value === "satellites" ? "≥" : "≤");
    showSign();
    const limit = row.appendChild(document.createElement("input"));
    limit.inputMode = "decimal";
    limit.autocomplete = "off";
    limit.dataset.step = figure === "satellites" ? "1" : "0.1";
    limit.value = writtenNumber(condition.limit);
    limit.setAttribute("aria-label", words("conditions.limit"));
    const read = () => {
      const wanted = (systems.value && systems.value + ".") + figures.value;
      const [, sign, number] = /** @type {RegExpExecArray} */ (new RegExp(`^ *(${COMPARISON}|)(.*)`).exec(limit.value));
      const parsed = parseCondition(`${wanted} ${sign || signOf(wanted)} ${plainNumber(number)}`);
      if (parsed) {
        change(i, parsed);
        return;
      }
      showSign();
      limit.setAttribute("aria-invalid", "true");
      showProblem(() => words("wrong.need", conditionsText([wantedCondition(wanted, limit.value)]).trim()));
    };
    for (const control of [systems, figures, limit]) control.addEventListener("change", read);
    const remove = row.appendChild(document.createElement("button"));
    remove.type = "button";
    remove.textContent = "×";
    remove.setAttribute("aria-label", words("conditions.remove"));
    remove.addEventListener("click", () => {
      change(i);
      byId("addcondition").focus();
    });
    return row;
  }));
  if (focused >= 0) /** @type {HTMLElement | undefined} */ (byId("conditions").querySelectorAll("select, input")[focused])?.focus();
}

/** Offers each satellite of the answer, if there is one, and those that are excluded. */
function showChips() {
  const counted = store.state.data?.satellites ?? [];
  const labels = d3.sort(new Set([...counted.map(([label]) => label), ...link.state.exclude]));
  d3.select(byId("chips")).selectAll("button").data(labels, (label) => /** @type {string} */ (label))
    .join((enter) => enter.append("button").attr("type", "button").attr("data-satellite", String).text(String).on("click", (_, label) => {
      const { exclude } = link.state;
      link.change({ exclude: exclude.includes(label) ? exclude.filter((one) => one !== label) : d3.sort([...exclude, label]) });
    }))
    .order()
    .attr("aria-pressed", (label) => String(!link.state.exclude.includes(label)));
}

function isDark() {
  return link.state.theme ? link.state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function showTheme() {
  document.documentElement.style.colorScheme = link.state.theme;
  byId("theme").textContent = words(isDark() ? "theme.light" : "theme.dark");
}
