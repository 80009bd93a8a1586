// The phones look for news every second. Without this, the page has a link that does.

const EVERY = 1000;

function freshen(part, fresh) {
  const now = [...fresh.children];
  now.forEach((child, place) => {
    const old = part.children[place];
    if (!old) part.append(child);
    else if (!old.isEqualNode(child)) old.replaceWith(child);
  });
  while (part.children.length > now.length) part.lastElementChild.remove();
}

function toTheEnd(texts) {
  texts.scrollTop = texts.scrollHeight;
}

function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const atEnd = [...document.querySelectorAll(".texts")].filter(
    (texts) => texts.scrollTop + texts.clientHeight >= texts.scrollHeight - 8,
  );
  for (const part of document.querySelectorAll("[data-live]")) {
    const fresh = page.getElementById(part.id);
    if (fresh) freshen(part, fresh);
  }
  atEnd.forEach(toTheEnd);
}

async function look() {
  const answer = await fetch(location.pathname, { cache: "no-store" });
  if (answer.ok) show(await answer.text());
}

async function lookForEver() {
  try {
    if (!document.hidden) await look();
  } catch {
    // The demo was stopped, or starts again: look later.
  }
  setTimeout(lookForEver, EVERY);
}

// A press changes the phones in place, so that nothing jumps.
document.addEventListener("submit", async (press) => {
  press.preventDefault();
  const answer = await fetch(press.target.action, {
    method: "POST",
    body: new FormData(press.target, press.submitter),
  });
  if (!answer.ok) return location.reload();
  press.target.reset();
  show(await answer.text());
});

document.querySelectorAll(".texts").forEach(toTheEnd);
setTimeout(lookForEver, EVERY);
