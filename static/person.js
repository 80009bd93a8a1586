// What a page can do beyond pressing and sending: come in one journey over the air, speak, record,
// and keep picks on a way aside. Every page works without this file.

const page = document.documentElement;
let left = new AbortController(); // what listens and waits on a page ends when it is left

function arrive() {
  const form = document.querySelector("form.question");
  letBeHeard(document);
  if (page.dataset.sound === "always" && !comesQuietly()) speakAtOnce(form);
  for (const link of document.querySelectorAll("a.aside")) keepPicks(link, form);
  for (const one of document.forms) sendOnce(one);
  openAtTheQuestion();
  giveWayWhenIdle();
  keepQuietTime();
  lookAgain();
  for (const input of document.querySelectorAll(".file input")) showWhatIsChosen(input);
  const place = document.querySelector(".record");
  if (place && navigator.mediaDevices && window.MediaRecorder) offerToRecord(place);
}

// From one page to the next --------------------------------------------------------------

const NEXT_PAGE = "application/vnd.checkin.next-page+html"; // also in channels/tablet/going.py
let shown = location.pathname + location.search;

// A hand that shakes may press twice: the second press of the same page says nothing new.
function sendOnce(one) {
  one.addEventListener("submit", (event) => {
    if (one.dataset.sent) return event.preventDefault();
    one.dataset.sent = "yes";
    if (event.submitter?.hasAttribute("formaction")) one.action = event.submitter.formAction;
    if (!new URL(one.action).pathname.startsWith("/tablet/check-in/")) return;
    event.preventDefault();
    send(one, event.submitter);
  });
}

addEventListener("pageshow", () => {
  for (const one of document.forms) delete one.dataset.sent;
});

// The next page comes in the answer to what was pressed. Where that fails, the browser sends it:
// what was taken already is not taken twice, as the page says which question it answers.
async function send(one, button) {
  const said = new FormData(one);
  if (button?.name) said.append(button.name, button.value);
  const files = [...said.values()].some((value) => value instanceof File && value.size);
  try {
    const answer = await fetch(one.action, {
      method: "POST",
      headers: { Accept: NEXT_PAGE },
      body: files ? said : new URLSearchParams([...said].filter(([, value]) => !(value instanceof File))),
    });
    if (!answer.headers.get("Content-Type")?.startsWith("text/html")) throw new Error("no page");
    const place = new URL(answer.headers.get("Content-Location") ?? answer.url, location.href);
    show(new DOMParser().parseFromString(await answer.text(), "text/html"), place);
  } catch {
    sendAsBrowsersDo(one, button);
  }
}

function sendAsBrowsersDo(one, button) {
  if (button?.name) {
    const pressed = document.createElement("input");
    pressed.type = "hidden";
    pressed.name = button.name;
    pressed.value = button.value;
    one.append(pressed);
  }
  HTMLFormElement.prototype.submit.call(one);
}

function show(fresh, place) {
  if (linked(fresh) !== linked(document)) return location.assign(place); // our files changed
  left.abort();
  left = new AbortController();
  turn += 1;
  hush();
  const address = place.pathname + place.search;
  history[address === location.pathname + location.search ? "replaceState" : "pushState"](null, "", address);
  shown = address;
  for (const { name, value } of fresh.documentElement.attributes) page.setAttribute(name, value);
  document.title = fresh.title;
  document.body.replaceWith(document.adoptNode(fresh.body));
  if (place.hash) location.replace(place.hash);
  else scrollTo(0, 0);
  tellWhereWeAre();
  arrive();
}

const linked = (of) => [...of.querySelectorAll("head [href], head [src]")].map((one) => one.outerHTML).join();

// In a talk the page opens at its foot: a question taller than the screen, at its beginning.
function openAtTheQuestion() {
  const [top, main] = document.querySelectorAll(".in-talk > .top, .in-talk > main");
  top?.parentElement.scrollBy(0, main.getBoundingClientRect().top - top.getBoundingClientRect().bottom);
}

// A screen reader goes on from the question, and says it.
function tellWhereWeAre() {
  const words = document.querySelector("h1");
  if (!words) return;
  words.tabIndex = -1;
  words.focus({ preventScroll: true });
}

// Back and forward: the page of that address, as it stands now. (More is an address on one page.)
addEventListener("popstate", () => {
  if (location.pathname + location.search !== shown) location.reload();
});

// Sound --------------------------------------------------------------------------------

const player = new Audio();
let turn = 0; // each press of Listen is a turn; an older one ends when a newer one begins

const heardHere = () =>
  [...document.querySelectorAll("main [data-sound], .read-out [data-sound]")].filter((words) => words.offsetParent !== null);

const saidIn = (link) => [...link.closest("li").querySelectorAll("[data-sound]")];

function letBeHeard(within) {
  for (const link of within.querySelectorAll(".listen")) pressable(link, () => say(heardHere(), link));
  for (const link of within.querySelectorAll(".hear")) pressable(link, () => say(saidIn(link), link));
  for (const link of within.querySelectorAll(".play")) pressable(link, () => play(link));
}

function wordsOf(element) {
  if (!element.dataset.parted) {
    const parts = element.textContent.split(/(\s+)/).map((part) => {
      if (!part.trim()) return document.createTextNode(part);
      const word = document.createElement("span");
      word.textContent = part;
      return word;
    });
    element.replaceChildren(...parts);
    element.dataset.parted = "yes";
  }
  return [...element.children];
}

async function timesOf(sound) {
  try {
    const answer = await fetch(sound.replace(".mp3", ".json"));
    return answer.ok ? await answer.json() : [];
  } catch {
    return []; // no light on the words, but still the sound
  }
}

function lightUp(element, times) {
  const words = wordsOf(element);
  const at = player.currentTime * 1000;
  words.forEach((word, n) => {
    const [, start, end] = times[n] ?? [];
    word.classList.toggle("spoken-word", start <= at && at < end);
  });
}

function unlight() {
  for (const word of document.querySelectorAll(".spoken-word")) word.classList.remove("spoken-word");
}

function played(source) {
  return new Promise((done) => {
    player.onended = player.onerror = done;
    player.onpause = done;
    player.src = source;
    player.play().catch(done);
  });
}

async function say(elements, button) {
  const mine = ++turn;
  hush();
  button?.classList.add("playing");
  for (const element of elements) {
    const times = timesOf(element.dataset.sound);
    const ended = played(element.dataset.sound);
    const marks = await times;
    const follow = () => {
      if (mine !== turn || player.paused) return;
      lightUp(element, marks);
      requestAnimationFrame(follow);
    };
    if (marks.length) follow();
    await ended;
    if (mine !== turn) return;
    unlight();
  }
  hush();
}

function hush() {
  player.onended = player.onerror = player.onpause = null;
  player.pause();
  unlight();
  for (const one of document.querySelectorAll(".playing")) one.classList.remove("playing");
}

function pressable(link, press) {
  link.setAttribute("role", "button");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    if (link.classList.contains("playing")) {
      turn += 1;
      hush();
    } else press();
  });
  link.addEventListener("keydown", (event) => {
    if (event.key !== " ") return;
    event.preventDefault();
    link.click();
  });
}

async function play(link) {
  const mine = ++turn;
  hush();
  link.classList.add("playing");
  await played(link.href);
  if (mine === turn) hush();
}

function speakAtOnce(form) {
  say(heardHere(), document.querySelector(".listen"));
  form?.addEventListener("change", (event) => {
    const words = event.target.closest(".answer")?.querySelector("[data-sound]");
    if (words && event.target.checked) say([words]);
  });
}

// While a page is open -------------------------------------------------------------------

// What is picked and not yet sent goes along to Help and back: as places in the list only.
function keepPicks(link, form) {
  link.addEventListener("click", () => {
    const boxes = [...(form?.querySelectorAll("input[name=choice]") ?? [])];
    const kept = boxes.flatMap((box, place) => (box.checked ? [place] : [])).join("-");
    if (kept) link.search = new URLSearchParams({ kept });
  });
}

// The page of one person gives way to the photos when nobody touches it; a question never does.
function giveWayWhenIdle() {
  const idle = document.body.dataset.idle;
  if (!idle) return;
  let waits;
  const again = () => {
    clearTimeout(waits);
    waits = setTimeout(() => location.replace(idle), 120_000);
  };
  const { signal } = left;
  for (const touch of ["pointerdown", "keydown", "scroll"]) addEventListener(touch, again, { passive: true, signal });
  signal.addEventListener("abort", () => clearTimeout(waits));
  again();
}

// Quiet time. The clock shrinks a little at a time: by minutes, where no motion is wanted. When quiet time
// begins an open page says nothing more, and My page goes on by itself, then and at its end, without a word.
function keepQuietTime() {
  const { quietIn, quietLeft } = page.dataset;
  if (!quietIn && !quietLeft) return;
  const [opened, still] = [Date.now(), matchMedia("(prefers-reduced-motion: reduce)").matches];
  const looking = setInterval(() => {
    const passed = (Date.now() - opened) / 1000;
    if (quietLeft) showLeft(Number(quietLeft) - passed, still ? 60 : 1);
    if (passed < Number(quietLeft || quietIn)) return;
    clearInterval(looking);
    if (quietIn) nothingMoreIsSaid();
    goOnQuietly();
  }, 5000);
  left.signal.addEventListener("abort", () => clearInterval(looking));
}

function showLeft(seconds, step) {
  const part = document.querySelector(".timer .left");
  if (!part) return;
  const [lasts, shows] = [part.getAttribute("pathLength"), Math.max(0, Math.ceil(seconds / step) * step)];
  part.setAttribute("stroke-dasharray", `${shows} ${lasts}`);
  part.setAttribute("stroke-dashoffset", shows - lasts);
}

function nothingMoreIsSaid() {
  turn += 1;
  hush();
  page.dataset.sound = "never";
  for (const one of document.querySelectorAll("[data-sound]:not(html)")) delete one.dataset.sound;
  for (const one of document.querySelectorAll(".listen, .hear")) one.remove();
}

function goOnQuietly() {
  const { goesOn } = document.body.dataset;
  if (!goesOn) return;
  sessionStorage.setItem("quietly", "yes");
  location.replace(goesOn);
}

function comesQuietly() {
  const quietly = sessionStorage.getItem("quietly");
  sessionStorage.removeItem("quietly");
  return Boolean(quietly);
}

// Who has it may change: say so as soon as it does, and leave all else on the page as it is.
function lookAgain() {
  const seconds = Number(document.body.dataset.lookAgain);
  if (!seconds) return;
  document.querySelector("main").setAttribute("aria-live", "polite");
  const looking = setInterval(async () => {
    const answer = await fetch(location.href).catch(() => null);
    if (!answer?.ok) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (!fresh.body.dataset.lookAgain) return location.reload();
    const changed = ["main", ".ways-out"].map((part) => putAnew(part, fresh));
    if (changed[0] && fresh.documentElement.dataset.sound === "always") say(heardHere(), document.querySelector(".listen"));
  }, seconds * 1000);
  left.signal.addEventListener("abort", () => clearInterval(looking));
}

// Puts in what this part of the page says now, where it says something else; whoever is at a button stays there.
function putAnew(part, fresh) {
  const [old, now] = [document, fresh].map((one) => one.querySelector(part));
  if (!old || !now || old.textContent.trim() === now.textContent.trim()) return false;
  const at = old.contains(document.activeElement) ? document.activeElement.textContent.trim() : null;
  old.replaceChildren(...[...now.childNodes].map((one) => document.adoptNode(one)));
  letBeHeard(old);
  for (const one of old.querySelectorAll("form")) sendOnce(one);
  if (at !== null) [...old.querySelectorAll("a, button")].find((one) => one.textContent.trim() === at)?.focus();
  return true;
}

// Files and recordings -------------------------------------------------------------------

function showWhatIsChosen(input) {
  const chosen = input.parentElement.querySelector("[data-chosen]");
  input.addEventListener("change", () => {
    input.parentElement.classList.toggle("picked", input.files.length > 0);
    if (input.files.length) chosen.textContent = "It is ready. Press Keep it.";
  });
}

function offerToRecord(around) {
  const input = around.querySelector("input");
  const words = around.querySelector(".words > span");
  const chosen = around.querySelector("[data-chosen]");
  let recorder = null;

  // The microphone opens at a tap and shuts at the next: nothing has to be held down.
  input.addEventListener("click", async (event) => {
    if (around.dataset.refused) return; // then a file can be picked instead
    event.preventDefault();
    if (recorder) return recorder.stop();
    try {
      recorder = await begin();
    } catch {
      around.dataset.refused = "yes";
      chosen.textContent = "The microphone is off. You can pick a sound instead.";
    }
  });

  async function begin() {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const parts = [];
    const started = new MediaRecorder(stream);
    const since = Date.now();
    const clock = setInterval(() => {
      const passed = Math.round((Date.now() - since) / 1000);
      chosen.textContent = passed < 180 ? `${passed} seconds` : "Still listening.";
    }, 500);
    started.ondataavailable = (event) => parts.push(event.data);
    started.onstop = () => {
      clearInterval(clock);
      for (const track of stream.getTracks()) track.stop();
      recorder = null;
      ready(new Blob(parts, { type: started.mimeType }));
    };
    started.start(1000);
    around.querySelector(".answer").classList.add("picked");
    words.textContent = "Tap to stop";
    return started;
  }

  function ready(sound) {
    const files = new DataTransfer();
    files.items.add(new File([sound], "sound", { type: sound.type }));
    input.files = files.files;
    words.textContent = "Record again";
    chosen.textContent = "It is ready. Press Keep it.";
    let hear = around.parentElement.querySelector(".hear-first");
    if (!hear) {
      hear = document.createElement("audio");
      hear.className = "hear-first";
      hear.controls = true;
      around.after(hear);
    }
    hear.src = URL.createObjectURL(sound);
  }
}

arrive();
