"""What can be measured on a page. Each measure returns what is wrong with it; nothing, if all is well."""

from typing import Any

from playwright.sync_api import Page

Rect = dict[str, float]

ANSWERS = ".answer:not(.told)"
CONTROLS = ".control"
TARGETS = f"{ANSWERS}, {CONTROLS}"

_RECTS = """(selector) => [...document.querySelectorAll(selector)]
  .filter((one) => one.offsetParent !== null)
  .map((one) => {
    const {x, y, width, height} = one.getBoundingClientRect();
    return {name: (one.innerText ?? "").trim().replace(/\\s+/g, " "), x, y, width, height};
  })"""


def dress(page: Page, css: str) -> None:
    """Add a style of the test's own, past the rule that pages may hold none."""
    page.evaluate(
        """(css) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(css);
          document.adoptedStyleSheets.push(sheet);
        }""",
        css,
    )


def rects(page: Page, selector: str) -> list[dict[str, Any]]:
    """Return where each thing that is shown stands."""
    found: list[dict[str, Any]] = page.evaluate(_RECTS, selector)
    return found


def too_small(page: Page, selector: str, width: float, height: float) -> list[str]:
    """Name what is smaller than this."""
    return [
        f"{one['name']}: {one['width']:.0f} x {one['height']:.0f}"
        for one in rects(page, selector)
        if one["width"] < width - 0.5 or one["height"] < height - 0.5
    ]


def too_near(page: Page, selector: str, gap: float) -> list[str]:
    """Name pairs with less than this between them."""
    found = rects(page, selector)
    return [
        f"{one['name']} / {other['name']}: {_between(one, other):.0f}"
        for number, one in enumerate(found)
        for other in found[number + 1 :]
        if _between(one, other) < gap - 0.5
    ]


def _between(one: dict[str, Any], other: dict[str, Any]) -> float:
    across = max(other["x"] - one["x"] - one["width"], one["x"] - other["x"] - other["width"])
    down = max(other["y"] - one["y"] - one["height"], one["y"] - other["y"] - other["height"])
    return max(float(across), float(down))


def wider_than_screen(page: Page) -> list[str]:
    """Name what sticks out at the side."""
    found: list[str] = page.evaluate(
        """() => [...document.querySelectorAll("body *")]
          .filter((one) => one.offsetParent !== null && !one.closest(".unseen, svg"))
          .filter((one) => one.getBoundingClientRect().right > innerWidth + 0.5)
          .map((one) => one.tagName + " " + one.className)"""
    )
    wide: bool = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return found + (["the page"] if wide else [])


def hidden_below(page: Page) -> float:
    """Return how many pixels of the page one must scroll to see."""
    return float(page.evaluate("document.documentElement.scrollHeight - innerHeight"))


def _takes_a_press(page: Page) -> None:
    """Wait until a page that has just come takes one: nothing lies before it any more."""
    page.evaluate(
        """() => Promise.all(document.getAnimations()
          .filter((one) => one.animationName === "just-come").map((one) => one.finished))"""
    )


def out_of_view(page: Page, selector: str) -> list[str]:
    """Name what is not wholly on the screen as it is, or lies behind something else."""
    _takes_a_press(page)
    found: list[str] = page.evaluate(
        """(selector) => [...document.querySelectorAll(selector)]
          .filter((one) => one.offsetParent !== null)
          .filter((one) => {
            const {x, y, width, height, bottom} = one.getBoundingClientRect();
            const inside = [y + 1, bottom - 1].map((at) => document.elementFromPoint(x + width / 2, at));
            return y < 0 || bottom > innerHeight + 0.5 || !inside.every((it) => one.contains(it));
          })
          .map((one) => `${one.innerText.trim()} ${JSON.stringify(one.getBoundingClientRect())}`)""",
        selector,
    )
    return found


_TEXTS = """(wanted) => {
  const faults = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let text; (text = walk.nextNode()); ) {
    const one = text.parentElement;
    if (!text.data.trim() || !one.offsetParent || one.closest(".unseen, svg, [aria-hidden]")) continue;
    const style = getComputedStyle(one);
    const fault = FAULT(style, one, text);
    if (fault) faults.push(`${text.data.trim()}: ${fault}`);
  }
  return faults;
}"""


def _texts(page: Page, fault: str) -> list[str]:
    found: list[str] = page.evaluate(_TEXTS.replace("FAULT", f"({fault})"))
    return found


def small_print(page: Page, least: float) -> list[str]:
    """Name words smaller than this many pixels."""
    return _texts(
        page,
        f"(style) => parseFloat(style.fontSize) < {least} ? style.fontSize : ''",
    )


def hard_to_read(page: Page) -> list[str]:
    """Name words set tight, slanted, justified, in capitals, or underlined without being a link."""
    return _texts(
        page,
        """(style, one) => {
          const faults = [];
          const size = parseFloat(style.fontSize);
          const line = style.lineHeight === "normal" ? 1.2 * size : parseFloat(style.lineHeight);
          if (line < 1.5 * size - 0.1 && !one.closest(".face")) faults.push("lines too near");
          if (style.fontStyle !== "normal") faults.push("slanted");
          if (style.textAlign === "justify") faults.push("justified");
          if (style.textTransform !== "none") faults.push("changed letters");
          if (one.innerText.length > 3 && one.innerText === one.innerText.toUpperCase()
              && /[A-Z]{4}/.test(one.innerText)) faults.push("capitals");
          if (style.textDecorationLine.includes("underline") && !one.closest("a")) {
            faults.push("underlined");
          }
          return faults.join(", ");
        }""",
    )


def long_lines(page: Page, most: int = 60) -> list[str]:
    """Name lines of more than this many letters."""
    return _texts(
        page,
        f"""(style, one, text) => {{
          const range = document.createRange();
          range.selectNodeContents(text);
          const lines = new Set([...range.getClientRects()].map((r) => Math.round(r.top))).size;
          const letters = text.data.trim().length / Math.max(lines, 1);
          return letters > {most} ? `${{letters}} letters` : "";
        }}""",
    )


def cut_off(page: Page) -> list[str]:
    """Name targets whose words do not fit into them."""
    found: list[str] = page.evaluate(
        """(targets) => [...document.querySelectorAll(targets)]
          .filter((one) => one.offsetParent !== null)
          .filter((one) => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
          .map((one) => `${one.innerText.trim()} ${one.scrollWidth}>${one.clientWidth}`
            + ` ${one.scrollHeight}>${one.clientHeight}`)""",
        f"{TARGETS}, h1",
    )
    return found


def ring(page: Page) -> dict[str, Any]:
    """Return the ring round what has the focus, and whether anything covers its middle."""
    _takes_a_press(page)
    found: dict[str, Any] = page.evaluate(
        """() => {
          const has = document.activeElement;
          const target = has.closest(".answer") ?? has;
          const style = getComputedStyle(target);
          target.scrollIntoView({block: "nearest"});
          const box = target.getBoundingClientRect();
          const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
          return {
            name: (target.innerText || has.ariaLabel || has.name || has.tagName).trim().replace(/\\s+/g, " "),
            width: parseFloat(style.outlineWidth), line: style.outlineStyle,
            outer: style.outlineColor, inner: style.boxShadow,
            covered: !(target === top || target.contains(top)),
            page: has === document.body,
          };
        }"""
    )
    return found


def faint_words(page: Page, least: float = 7) -> list[str]:
    """Name words with less contrast to what is behind them than this (WCAG 2 luminance)."""
    return _texts(
        page,
        f"""(style, one) => {{
          const rgb = (colour) => (colour.match(/[\\d.]+/g) ?? []).map(Number);
          const part = (v) => (v /= 255) <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4;
          const light = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
          let behind = one;
          while (behind && (rgb(getComputedStyle(behind).backgroundColor)[3] ?? 1) === 0) {{
            behind = behind.parentElement;
          }}
          const back = light(behind ? rgb(getComputedStyle(behind).backgroundColor) : [255, 255, 255]);
          const front = light(rgb(style.color));
          const ratio = (Math.max(back, front) + 0.05) / (Math.min(back, front) + 0.05);
          return ratio < {least} ? ratio.toFixed(2) : "";
        }}""",
    )
