function showDefinition() {
  byId("window").textContent = DATA.facts[0][1];
  const incomplete = byId("incomplete");
  incomplete.textContent = DATA.incomplete;
  incomplete.hidden = DATA.incomplete === "";
  const facts = byId("facts");
  for (const [label, value] of DATA.facts) {
    facts.appendChild(document.createElement("dt")).textContent = label;
    facts.appendChild(document.createElement("dd")).textContent = value;
  }
  const notices = byId("notices");
  notices.hidden = DATA.notices.length === 0;
  for (const notice of DATA.notices) {
    notices.appendChild(document.createElement("li")).textContent = notice;
  }
  const details = byId("excluded");
  details.hidden = DATA.excluded.length === 0;
  /** @type {HTMLElement} */ (details.querySelector("summary")).textContent = "Exclusions and their reasons";
  const table = /** @type {HTMLTableElement} */ (details.querySelector("table"));
  const head = table.createTHead().insertRow();
  for (const title of ["Number", "Name", "Reason"]) {
    const cell = head.appendChild(document.createElement("th"));
    cell.scope = "col";
    cell.textContent = title;
  }
  const body = table.createTBody();
  for (const [catalogNumber, name, reason] of DATA.excluded) {
    const row = body.insertRow();
    for (const text of [catalogNumber ? String(catalogNumber) : "", name, reason]) row.insertCell().textContent = text;
  }
}

/** The theme is that of the system until the user chooses one. */
function setUpTheme() {
  const button = byId("theme");
  const root = document.documentElement;
  let isDark = matchMedia("(prefers-color-scheme: dark)").matches;
  const show = () => (button.textContent = isDark ? "Light theme" : "Dark theme");
  show();
  button.addEventListener("click", () => {
    isDark = !isDark;
    root.style.colorScheme = isDark ? "dark" : "light";
    show();
  });
}

/** Shows a hint above each table that is wider than its place, and a shadow where more of it is. */
function setUpScrolling() {
  for (const scroll of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".scroll"))) {
    const hint = document.createElement("p");
    hint.className = "note hint";
    hint.textContent = "Scroll sideways to see all columns.";
    scroll.before(hint);
    const show = () => {
      const hidden = scroll.scrollWidth - scroll.clientWidth;
      hint.hidden = hidden <= 1;
      scroll.classList.toggle("more", hidden - scroll.scrollLeft > 1);
    };
    scroll.addEventListener("scroll", show);
    const sizes = new ResizeObserver(show);
    for (const element of [scroll, ...scroll.querySelectorAll("table")]) sizes.observe(element);
  }
}

setUpTheme();
setUpScrolling();
showDefinition();
showMetrics();
setUpFilters();
setUpSite();
drawWorld();
showOverview();
if (DATA.sites.length === 1 && !location.hash) location.replace(siteAddress(DATA.sites[0]));
followAddress();
document.documentElement.dataset.readyMillis = String(Math.round(performance.now()));
