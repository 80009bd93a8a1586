// The list of alerts keeps itself up to date; words to a person say how many letters are left.
// Everything here also works without this script.

const EVERY = 3000; // milliseconds between looks
const CUT_OFF = 15000; // after so long without an answer we say so

const live = document.getElementById("live");
if (live) keepLooking(live);
const saying = document.querySelector("[data-letters]");
if (saying) countLetters(saying);
if (!document.querySelector("[autofocus]")) document.getElementById("problem")?.focus();

function keepLooking(live) {
  const title = document.title;
  const cutOff = document.getElementById("cut-off");
  const said = document.getElementById("said");
  const ring = soundButton(document.getElementById("sound"));
  let known = freeIds(live);
  let tag = "";
  let lastHeard = Date.now();
  show();

  async function look() {
    try {
      const headers = tag ? { "If-None-Match": tag } : {};
      const answer = await fetch(live.dataset.from, { headers, cache: "no-store", redirect: "error", signal: AbortSignal.timeout(EVERY * 3) });
      if (answer.status !== 304 && !answer.ok) throw new Error(answer.status);
      if (answer.status === 200) {
        replace(live, await answer.text());
        tag = answer.headers.get("ETag") ?? "";
        tellNew();
        show();
      }
      lastHeard = Date.now();
      cutOff.hidden = true;
    } catch {
      if (Date.now() - lastHeard > CUT_OFF) sayCutOff();
    }
    setTimeout(look, EVERY);
  }

  function sayCutOff() {
    if (!cutOff.hidden) return;
    const at = new Date(lastHeard).toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
    cutOff.querySelector("span").textContent = ` since ${at}`;
    cutOff.hidden = false;
  }

  function tellNew() {
    const now = freeIds(live);
    const fresh = [...now].filter((id) => !known.has(id));
    known = now;
    if (!fresh.length) return;
    const row = document.getElementById(`a-${fresh[0]}`);
    row?.classList.add("fresh");
    said.textContent = `New alert: ${row?.querySelector(".what a")?.textContent ?? ""}`;
    ring();
  }

  function show() {
    const free = Number(live.querySelector("[data-free]")?.dataset.free ?? 0);
    document.title = free ? `(${free}) ${title}` : title;
  }

  setTimeout(look, EVERY);
}

function freeIds(live) {
  return new Set((live.querySelector("[data-ids]")?.dataset.ids ?? "").split(" ").filter(Boolean));
}

// Whoever was on a button stays on it.
function replace(live, html) {
  const at = live.contains(document.activeElement) ? document.activeElement.id : "";
  live.innerHTML = html;
  if (at) document.getElementById(at)?.focus();
}

// A soft sound, only after someone pressed for it; only that choice is kept in the browser.
function soundButton(button) {
  let context = null;
  const wanted = () => localStorage.getItem("staff-sound") === "on";
  const label = () => {
    button.textContent = wanted() && context ? "Sound is on" : "Turn sound on";
    button.setAttribute("aria-pressed", String(Boolean(wanted() && context)));
  };
  button.hidden = false;
  button.addEventListener("click", () => {
    localStorage.setItem("staff-sound", wanted() && context ? "off" : "on");
    context ??= new AudioContext();
    label();
    if (wanted()) chime(context);
  });
  label();
  return () => wanted() && context && chime(context);
}

function chime(context) {
  [523, 659].forEach((pitch, place) => {
    const start = context.currentTime + place * 0.18;
    const tone = context.createOscillator();
    const loud = context.createGain();
    tone.frequency.value = pitch;
    loud.gain.setValueAtTime(0, start);
    loud.gain.linearRampToValueAtTime(0.12, start + 0.03);
    loud.gain.exponentialRampToValueAtTime(0.001, start + 0.6);
    tone.connect(loud).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.65);
  });
}

// Letters are counted as the phone company counts them: the alphabet comes with the page.
function countLetters(box) {
  const { basic, twice, plain, one, wide } = JSON.parse(box.dataset.letters);
  const left = document.createElement("p");
  left.className = "meta";
  box.after(left);
  const show = () => {
    const words = (box.dataset.begins + box.value.trim()).normalize("NFC");
    const letters = [...words].flatMap((letter) => [...(plain[letter] ?? letter)]);
    const isPlain = letters.every((letter) => basic.includes(letter) || twice.includes(letter));
    const size = (letter) => (isPlain ? 1 + twice.includes(letter) : letter.length);
    const over = letters.reduce((sum, letter) => sum + size(letter), 0) - (isPlain ? one : wide);
    const number = Math.abs(over) === 1 ? "1 letter" : `${Math.abs(over)} letters`;
    left.textContent = over > 0 ? `${number} too long.` : `${number} left.`;
  };
  box.addEventListener("input", show);
  show();
}
