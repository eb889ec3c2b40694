/** Whether the server is asked. */
let isAsking = false;

/** Whether a control was changed since the last question. */
let isStale = false;

/** The parts of the link that change the answer of the server. @type {(keyof Link)[]} */
const ASKED = ["latitude", "longitude", "height", "date", "days", "zone", "mask", "horizon", "systems", "exclude", "maxAge", "status", "usable", "conditions", "minutes", "from", "to"];

/** The link that the shown answer is about. @type {Link | null} */
let answered = null;

/** Returns whether the shown answer is to what the controls ask. */
function isAnswered() {
  return answered !== null && ASKED.every((part) => link.state[part] === answered?.[part]);
}

/** Whether a question that was changed by hand in the address waits for its answer. */
let isFromAddress = false;

/** The parts of the link that could not be read, until they are shown. */
let misread = unreadable(location.hash.slice(1));

/** The excluded satellites that do not exist on the day, until they are shown. @type {string[]} */
let unknownSatellites = [];

/** A name in the link that has no coordinates, until the server was asked for them. */
let sought = nameWithoutPlace(location.hash.slice(1));

/** How long until a name is sought again, in milliseconds. */
const SEEKING_PAUSE = 2000;

/** What the page says about such a name, until it is shown. */
let aboutSought = () => "";

/** What the page says in each language if the server does not give it the words. @type {Record<string, string>} */
const WITHOUT_WORDS = {
  en: "The server does not answer. Reload this page when it does.",
  zh: "服务器没有响应。待其恢复后请重新加载本页。",
  es: "El servidor no responde. Vuelva a cargar esta página cuando responda.",
  fr: "Le serveur ne répond pas. Rechargez cette page quand il répondra.",
  de: "Der Server antwortet nicht. Laden Sie diese Seite neu, sobald er antwortet.",
  ru: "Сервер не отвечает. Обновите страницу, когда он ответит.",
};

/** How long the address may lag behind the controls, in milliseconds. */
const ADDRESS_LAG = 250;

/**
 * Asks the server for what the controls show. Changes during a question are asked together after its
 * answer, so that a stroke on the horizon does not fill the server's queue.
 */
async function ask() {
  isStale = true;
  if (isAsking) return;
  isAsking = true;
  byId("site").setAttribute("aria-busy", "true");
  try {
    while (isStale) {
      if (sought) await findSought().catch(() => setTimeout(ask, SEEKING_PAUSE));
      isStale = false;
      await askOnce();
    }
  } finally {
    isAsking = false;
    byId("site").setAttribute("aria-busy", "false");
  }
}

/** Chooses the place of a name in the link, if the server knows one. */
async function findSought() {
  const name = sought;
  const found = await placesNamed(name);
  if (name !== sought) return;
  sought = "";
  if (found.length === 0) {
    aboutSought = () => words("problem.placeless", name);
    return;
  }
  choosePlace(found[0]);
  const isSame = (/** @type {KnownPlace} */ place) => place.name.localeCompare(name, undefined, { sensitivity: "base" }) === 0;
  aboutSought = () => (isSame(found[0]) && found.filter(isSame).length === 1 ? "" : words("problem.found", name, distinctTitles(found)[0]));
}

let laterTimer = 0;

async function askOnce() {
  const began = performance.now();
  const [asked, isOfAddress] = [link.state, isFromAddress];
  const answer = await fetch(questionAddress(asked, "page"))
    .then(async (response) => ({ isGood: response.ok, later: response.headers.get("Retry-After"), content: await response.json() }))
    .catch(() => null);
  const unknown = answer?.isGood === false && wrongExclusion(answer.content);
  if (unknown) {
    unknownSatellites.push(unknown);
    link.change({ exclude: link.state.exclude.filter((satellite) => satellite !== unknown) });
    return;
  }
  if (answer?.isGood) showAnswer(answer.content, asked, isOfAddress);
  const [unread, left, gap, aboutName] = [misread, unknownSatellites, horizonGap, aboutSought];
  misread = [];
  unknownSatellites = [];
  horizonGap = null;
  aboutSought = () => "";
  showProblem(() => {
    const ofAnswer = answer === null ? words("problem.server") : answer.isGood ? gapText(gap) : wordsOfProblem(answer.content);
    const kept = !answer?.isGood && answered ? words("problem.kept", placeName(answered), windowText()) : "";
    const ofExclusion = left.length > 0 ? words("problem.exclude", left.join(", ")) : "";
    return [wordsOfMisread(unread), ofExclusion, aboutName(), ofAnswer, kept].filter(Boolean).join(" ");
  });
  clearTimeout(laterTimer);
  if (answer?.later) laterTimer = setTimeout(ask, 1000 * Number(answer.later));
  document.documentElement.dataset.drawnMillis = String(Math.round(performance.now() - began));
}

/** @param {ReportData} answer @param {Link} asked @param {boolean} isOfAddress whether the address was changed by hand */
function showAnswer(answer, asked, isOfAddress) {
  const time = timeIn(answer, asked, isOfAddress);
  answered = asked;
  if (isOfAddress) isFromAddress = false;
  answer.sites[0].name = placeName(asked);
  byId("site").hidden = byId("how").hidden = false;
  store.change({ data: answer, day: null, time });
  store.change({ day: dayOf(answer.sites[0]) });
}

/**
 * Returns the moment to show in an answer: the same instant as before if only the time zone differs, or
 * else the same time since the start.
 *
 * @param {ReportData} answer
 * @param {Link} asked
 * @param {boolean} isOfAddress
 */
function timeIn(answer, asked, isOfAddress) {
  const before = store.state.data;
  if (!before) return answer.start + firstMinute(answer) * 60_000;
  const isSameButZone = !isOfAddress && ASKED.every((part) => part === "zone" || asked[part] === answered?.[part]);
  return isSameButZone ? Math.max(answer.start, Math.min(answer.end, now())) : answer.start + now() - before.start;
}

/**
 * Returns the minute that a link shows, or the present one if the answer is about it, or else the first
 * whole one of the best window.
 *
 * @param {ReportData} answer
 */
function firstMinute({ start, end, sites }) {
  const isPresent = Date.now() >= start && Date.now() < end;
  const begin = sites[0].windows?.[0]?.begin ?? start;
  return link.state.time ?? (isPresent ? Math.floor((Date.now() - start) / 60_000) : Math.ceil((begin - start) / 60_000));
}

/** Returns everything that the page shows, as a link. */
function currentLink() {
  const { data: answer, dilution, risen, hidden } = store.state;
  return { ...link.state, dilution, risen, hidden: [...hidden], time: answer ? Math.round((now() - answer.start) / 60_000) : link.state.time };
}

function writeAddress() {
  if (sought) return;
  history.replaceState(null, "", "#" + printLink(currentLink()));
}

let addressTimer = 0;

function writeAddressSoon() {
  clearTimeout(addressTimer);
  addressTimer = setTimeout(writeAddress, ADDRESS_LAG);
}

/** Shows what the address holds, if it was changed by hand. */
function readAddress() {
  const read = parseLink(location.hash.slice(1));
  misread = unreadable(location.hash.slice(1));
  const name = nameWithoutPlace(location.hash.slice(1));
  sought = name;
  const { dilution, risen, hidden } = read;
  const isOther = ASKED.some((part) => read[part] !== link.state[part]);
  isFromAddress ||= isOther;
  link.change(read);
  sought = name;
  // An answer also shows what could not be read, and removes the problem of the address before.
  if (sought || (!isOther && (misread.length > 0 || !byId("problem").hidden))) ask();
  store.change({ dilution, risen, hidden: new Set(hidden) });
  if (store.state.data) setTime(data().start + firstMinute(data()) * 60_000);
}

/** Returns the language of the link, or else the first of the browser's that the page speaks. */
function languageWanted() {
  const spoken = navigator.languages.map((tag) => tag.slice(0, 2));
  return link.state.language || (spoken.find((tag) => LANGUAGES.includes(tag)) ?? "en");
}

async function loadWords() {
  const language = languageWanted();
  const response = await fetch(`/words_${language}.json`);
  const loaded = await response.json();
  if (language !== languageWanted()) return;
  document.documentElement.lang = language;
  store.change({ words: loaded });
}

/** Writes everything in the language of the page. */
function showAllWords() {
  showWords();
  showControlWords();
  showHorizonWords();
  showControls();
  showPlaying();
  showProblemWords();
  drawLeadersSoon();
  if (!answered) {
    byId("sitename").textContent = placeName(link.state);
  } else {
    showPlanDefinition();
    data().sites[0].name = placeName(answered);
    // The names of its clock are words.
    store.change({ day: dayOf(data().sites[0]) });
  }
}

/** Returns the window of the answer in the language of the page. */
function windowText() {
  const { start, end, zone } = data();
  const text = (/** @type {number} */ time) => wallText(time).slice(0, 16).replace("T", " ");
  const first = zoneText(start) === zoneText(end) ? text(start) : text(start) + " " + zoneText(start);
  const name = zone && !/^[+-]/.test(zone.name) ? ` (${zone.name})` : "";
  return `${words("from.to", first, text(end))} ${zoneText(end)}${name}`;
}

/** Shows how the plan was computed, and its window and the time of its place in the language of the page. */
function showPlanDefinition() {
  showDefinition();
  byId("window").textContent = windowText();
  byId("zonenote").textContent = placeClock(data().sites[0]).note;
}

async function start() {
  const [land] = await Promise.all([fetch("/land.json").then((response) => response.json()), loadWords()]);
  drawPlaces(land);
  setUpLeaders();
  setUpHorizon();
  showAllWords();
  showPlace();
  showChips();
  document.body.classList.remove("loading");
  store.follow(["words"], showAllWords);
  await ask();
  document.documentElement.dataset.readyMillis = String(Math.round(performance.now()));
}

for (const [code, name] of [["en", "English"], ["zh", "中文"], ["es", "Español"], ["fr", "Français"], ["de", "Deutsch"], ["ru", "Русский"]]) {
  byId("language").append(new Option(name, code));
}
store.change({ dilution: link.state.dilution, risen: link.state.risen, hidden: new Set(link.state.hidden) });
byId("how").hidden = true;
setUpSkipLink();
setUpScrolling();
setUpControls();
setUpPlace();
setUpSite();
setUpExport();
link.follow(ASKED, ask);
link.follow(["horizon", "mask"], drawHorizon);
link.follow(["latitude", "longitude"], showPlace);
// The user chose a place instead.
link.follow(["latitude", "longitude"], () => (sought = ""));
link.follow(["conditions"], showConditions);
link.follow(["exclude"], showChips);
link.follow(["theme"], showTheme);
link.follow(["theme"], drawLeadersSoon);
link.follow(["language"], () => loadWords().catch(showNoServer));
link.follow(/** @type {(keyof Link)[]} */ (Object.keys(CONTROLS)), showControls);
link.follow(/** @type {(keyof Link)[]} */ (Object.keys(CONTROLS)), writeAddressSoon);
store.follow(["dilution", "risen", "hidden", "time"], writeAddressSoon);
store.follow(["data"], showPlanDefinition);
store.follow(["data"], showControls);
store.follow(["data"], showChips);
store.follow(["data"], () => (document.title = `${data().sites[0].name} · Skytally, ${dayText(data().start)}`));
window.addEventListener("hashchange", readAddress);
start().catch(() => {
  document.body.classList.remove("loading");
  showProblem(() => WITHOUT_WORDS[languageWanted()]);
});
