// The phones look for news every second. Without this, the page has a link that does.

const EVERY = 1000;

function freshen(part, fresh) {
  const atEnd = part.scrollTop + part.clientHeight >= part.scrollHeight - 8;
  const now = [...fresh.children];
  now.forEach((child, place) => {
    const old = part.children[place];
    if (!old) part.append(child);
    else if (!old.isEqualNode(child)) old.replaceWith(child);
  });
  while (part.children.length > now.length) part.lastElementChild.remove();
  if (atEnd) part.scrollTop = part.scrollHeight;
}

function show(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const part of document.querySelectorAll("[data-live]")) {
    const fresh = page.getElementById(part.id);
    if (fresh) freshen(part, fresh);
  }
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

for (const texts of document.querySelectorAll(".texts")) texts.scrollTop = texts.scrollHeight;
setTimeout(lookForEver, EVERY);
