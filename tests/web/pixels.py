"""What a screenshot shows: its colours, counted by the browser that took it."""

from __future__ import annotations

from base64 import b64encode
from dataclasses import dataclass

from playwright.sync_api import Locator

_COUNT = """async ([png, colours, near]) => {
  const image = new Image();
  image.src = "data:image/png;base64," + png;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), {width: image.width, height: image.height});
  const context = canvas.getContext("2d");
  context.drawImage(image, 0, 0);
  const {data} = context.getImageData(0, 0, image.width, image.height);
  return colours.map((colour) => {
    const [r, g, b] = [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
    let [many, x, y] = [0, 0, 0];
    const dots = [];
    for (let k = 0; k < data.length; k += 4) {
      if (Math.abs(data[k] - r) + Math.abs(data[k + 1] - g) + Math.abs(data[k + 2] - b) > near) continue;
      dots.push([(k / 4) % image.width, Math.floor(k / 4 / image.width)]);
      many += 1; x += (k / 4) % image.width; y += Math.floor(k / 4 / image.width);
    }
    return [many, x / many || 0, y / many || 0, dots.filter((_, n) => n % Math.ceil(dots.length / 9) === 0)];
  });
}"""


@dataclass(frozen=True)
class Spot:
    """Of a colour, how many dots there are, where their middle is in the picture, and some of them."""

    many: int
    x: float
    y: float
    some: tuple[tuple[int, int], ...]


def spots(shown: Locator, *colours: str, near: int = 24) -> list[Spot]:
    """The dots of some colours ("#rrggbb") in what is shown; `near` is how much red, green and blue may differ together."""
    blank = shown.page.context.new_page()
    found = blank.evaluate(_COUNT, [b64encode(shown.screenshot(animations="disabled")).decode(), list(colours), near])
    blank.close()
    return [Spot(int(many), x, y, tuple((at[0], at[1]) for at in some)) for many, x, y, some in found]
