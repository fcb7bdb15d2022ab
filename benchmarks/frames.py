"""How many frames a second the explorer draws while a large graph is dragged about, beside a bare sigma.js page of the same graph.

    python benchmarks/frames.py STORE.db [--rounds N] [--seconds N]

Both pages are of the same size and hold the same nodes and arrows at the same places; the bare one has sigma.js's own arrows and settings.
They are measured in turns, in one Chromium that draws by software. Prints a line for each, their ratio, when the explorer's first picture
was there and when its layout was, and for how much of the time between its page was busy. Exits with 1 where the ratio is below 0.8, the
first picture came after the layout, or the page was kept busy by it.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any, Final

from playwright.sync_api import Browser, Page

from hatch_build import npm
from kg.draw.explore import page
from kg.store import open_store
from tests.browser import started

LEAST: Final = 0.8
"""Of the bare page's frames, how many the explorer has to draw."""
BUSY: Final = 0.5
"""Of the time that the layout takes, how much the page may be busy: one that laid out itself would be all the time."""

_WATCH: Final = """
window.watched = {frames: 0, first: null, settled: null, tasks: []};
{
  let drew = false;
  for (const kind of [WebGLRenderingContext, WebGL2RenderingContext]) {
    const {clear, drawArraysInstanced} = kind.prototype;
    kind.prototype.clear = function (...given) { drew = true; return clear.apply(this, given); };
    if (drawArraysInstanced) kind.prototype.drawArraysInstanced = function (...given) {
      watched.first ??= performance.now();
      return drawArraysInstanced.apply(this, given);
    };
  }
  requestAnimationFrame(function frame() {
    if (drew) watched.frames += 1;
    drew = false;
    requestAnimationFrame(frame);
  });
  new PerformanceObserver((list) => {
    for (const one of list.getEntries()) watched.tasks.push([one.startTime, one.duration]);
  }).observe({entryTypes: ["longtask"]});
  new MutationObserver(() => {
    if (document.querySelector('.stage[aria-busy="false"]')) watched.settled ??= performance.now();
  }).observe(document, {subtree: true, childList: true, attributeFilter: ["aria-busy"]});
}
"""


def opened(browser: Browser, file: Path, width: int, height: int) -> Page:
    """The page, once its graph has its places."""
    made = browser.new_context(viewport={"width": width, "height": height}, reduced_motion="reduce").new_page()
    made.add_init_script(_WATCH)
    made.goto(file.as_uri())
    made.locator('.stage[aria-busy="false"]').wait_for(timeout=300_000)
    made.wait_for_timeout(2_000)
    return made


def frames(made: Page, seconds: float) -> float:
    """Frames drawn in a second while the graph is dragged in circles."""
    box = made.locator(".stage").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] * 0.04
    made.bring_to_front()
    made.mouse.move(x, y)
    made.mouse.down()
    before, began, step = made.evaluate("watched.frames"), time.monotonic(), 0
    while time.monotonic() - began < seconds:
        step += 1
        made.mouse.move(x + 60 * ((step % 40) / 20 - 1), y + (step % 30) * 2)
    drawn, lasted = made.evaluate("watched.frames") - before, time.monotonic() - began
    made.mouse.up()
    made.wait_for_timeout(500)
    return float(drawn) / lasted


def bare(markup: str, script: str) -> str:
    """The bare page with the data of the explorer's."""
    data = markup.split('id="data">')[1].split("</script>")[0]
    return (
        '<!doctype html><meta charset="utf-8"><title>Bare</title><body>'
        f'<script type="application/octet-stream" id="data">{data}</script><script>{script}</script>'
    )


def laid_out(watched: dict[str, Any]) -> tuple[float, float, float]:
    """When the first picture was there, when the layout was, in milliseconds, and for how much of the time between the page was busy."""
    first, settled = float(watched["first"]), float(watched["settled"])
    tasks = [lasted for began, lasted in watched["tasks"] if first < began and began + lasted < settled]
    return first, settled, sum(tasks) / max(settled - first, 1.0)


def main(store: Path, rounds: int, seconds: float) -> int:
    """Measure, print, and give the exit code."""
    with TemporaryDirectory() as folder, started() as browser:
        out = Path(folder)
        npm("exec", "vite", "--", "build", "--config", "benchmarks/vite.config.ts", "--outDir", folder)
        with open_store(store, read_only=True) as read:
            markup = page(read)
        (out / "explorer.html").write_text(markup, encoding="utf-8")
        (out / "bare.html").write_text(bare(markup, (out / "bare.js").read_text(encoding="utf-8")), encoding="utf-8")
        explorer = opened(browser, out / "explorer.html", 1400, 900)
        box = explorer.locator(".stage").bounding_box()
        assert box is not None
        plain = opened(browser, out / "bare.html", round(box["width"]), round(box["height"]))
        rates: dict[str, list[float]] = {"explorer": [], "bare": []}
        for _ in range(rounds):
            rates["bare"].append(frames(plain, seconds))
            rates["explorer"].append(frames(explorer, seconds))
        first, settled, busy = laid_out(explorer.evaluate("watched"))
    ours, theirs = median(rates["explorer"]), median(rates["bare"])
    print(f"bare sigma.js     {theirs:6.1f} frames a second")
    print(f"explorer          {ours:6.1f} frames a second, {ours / theirs:.2f} of it (at least {LEAST})")
    print(f"first picture     {first / 1000:6.1f} s")
    print(f"layout            {settled / 1000:6.1f} s, the page busy for {busy:.0%} of the time between (at most {BUSY:.0%})")
    return 0 if ours >= LEAST * theirs and first < settled and busy <= BUSY else 1


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("store", type=Path)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=3)
    given = parser.parse_args()
    sys.exit(main(given.store, given.rounds, given.seconds))
