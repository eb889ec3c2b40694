/** The number of each site, which is part of its address. */
const SITE_NUMBERS = new Map(data().sites.map((site, i) => [site, i]));

/** @param {Site} site */
function siteAddress(site) {
  return "#site=" + SITE_NUMBERS.get(site);
}

/** @param {Site} site */
function openSite(site) {
  history.pushState(null, "", siteAddress(site));
  followAddress();
}

/** Shows the site in the address, or else the overview. */
function followAddress() {
  const number = /^#site=(\d+)$/.exec(location.hash)?.[1];
  const site = number === undefined ? undefined : data().sites[Number(number)];
  const left = store.state.day?.site;
  stop();
  hideTip();
  byId("overview").hidden = Boolean(site);
  byId("site").hidden = !site;
  document.title = `${site ? siteTitle(site) : data().metrics[0].verdict} · Skytally, ${dayText(data().start)}`;
  store.change({ day: site ? dayOf(site) : null });
  if (site) {
    showNeighbours(site);
    byId("sitename").focus({ preventScroll: true });
    window.scrollTo(0, 0);
  } else if (left) {
    mapFocus = left;
    showMap();
    /** @type {HTMLElement | null} */ (document.querySelector("#map [tabindex='0']"))?.focus({ preventScroll: true });
  }
}

/** @param {Site} site */
function showNeighbours(site) {
  const i = /** @type {number} */ (SITE_NUMBERS.get(site));
  for (const [id, other, text] of /** @type {[string, Site | undefined, (name: string) => string][]} */ ([
    ["previous", data().sites[i - 1], (name) => "← " + name],
    ["next", data().sites[i + 1], (name) => name + " →"],
  ])) {
    const link = /** @type {HTMLAnchorElement} */ (byId(id));
    link.hidden = !other;
    if (other) {
      link.href = siteAddress(other);
      link.textContent = text(other.name);
    }
  }
  byId("back").hidden = data().sites.length === 1;
}
