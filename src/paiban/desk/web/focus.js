// The point that cropping keeps (焦点) of a chosen picture, as a dot on it: dragged, or moved by Ctrl and arrows. While a hand
// pulls it, or an edge, the picture is shown as it will be cropped, out of the whole of it, and what the press would call coarse.

import { draw, svg } from "./scene.js";
import { say } from "./say.js";

const STEP = 0.05;
const POINTS_AN_INCH = 72;

const inside = (value) => Math.max(0, Math.min(1, value));

export class Focus {
  /** @param {import("./view.js").View} view @param {any} desk */
  constructor(view, desk) {
    this.view = view;
    this.desk = desk;
    /** @type {number[] | null} */
    this.held = null;
  }

  /** The picture of a block as it is drawn, where it is one that may be cropped. */
  drawn(block) {
    return block?.picture && this.view.items(block).find((item) => item.t === "image" && item.crop);
  }

  /** The whole picture is fetched when its block is chosen: a hand that pulls waits for nothing. */
  fetch(block) {
    const whole = this.whole(block);
    if (whole) new Image().src = `/picture/${whole}`;
  }

  /** What the whole of a block's picture is fetched by. */
  whole(block) {
    return this.view.page.wholes[this.drawn(block)?.name];
  }

  /** The dot, if the block has one. */
  dot(block) {
    const image = this.drawn(block);
    if (!image) return [];
    const [left, top, right, bottom] = image.crop;
    const [x, y] = this.held ?? block.picture.focus;
    const [x0, y0, width, height] = image.rect;
    const dot = svg("circle", { class: "handle focus", cx: x0 + ((x - left) / (right - left)) * width, cy: y0 + ((y - top) / (bottom - top)) * height, r: 6 / this.view.k });
    dot.dataset.side = "focus";
    return [dot];
  }

  /** The dot follows the hand, and the picture shows how it will be cropped. @param {any} block @param {number[]} point */
  drag(block, [x, y]) {
    const image = this.drawn(block);
    if (!image) return; // saved meanwhile as another kind of block
    const [left, top, right, bottom] = image.crop;
    const [x0, y0, width, height] = image.rect;
    this.held = [inside(left + ((x - x0) / width) * (right - left)), inside(top + ((y - y0) / height) * (bottom - top))];
    const [across, down] = [right - left, bottom - top];
    const start = (kept, focus) => Math.min(Math.max(focus - kept / 2, 0), 1 - kept);
    const [from, above] = [start(across, this.held[0]), start(down, this.held[1])];
    this.show(block, image, [from, above, from + across, above + down]);
    this.view.badges("crop", this.coarse(block, image));
  }

  /** What a block draws, with another part of its picture: drawn once, and moved under its window then. */
  show(block, image, crop) {
    for (const [id, name] of this.view.page.order) {
      const element = id === block.id && this.view.drawn.get(name);
      const { items } = this.view.known.get(name);
      if (!element || !items.includes(image)) continue;
      const there = element.querySelector("svg.crop");
      if (there) there.setAttribute("viewBox", `${crop[0]} ${crop[1]} ${crop[2] - crop[0]} ${crop[3] - crop[1]}`);
      else draw(element, { items: this.cropped(block, items.map((item) => (item === image ? { ...item, crop } : item))) });
    }
  }

  /** Items with the picture of a block cut out of the whole of it. @param {any} block @param {any[]} items */
  cropped(block, items) {
    const whole = this.whole(block);
    return items.map((item) => (whole && item.t === "image" && item.crop ? { ...item, t: "crop", whole } : item));
  }

  /** What is told of a picture that has fewer pixels an inch than the press wants, where it is drawn. */
  coarse(block, { rect, crop: [left, top, right, bottom] }) {
    const { pixels, least } = block.picture;
    if (!pixels) return [];
    const ppi = POINTS_AN_INCH * Math.min(((right - left) * pixels[0]) / rect[2], ((bottom - top) * pixels[1]) / rect[3]);
    return ppi < least ? [{ rect, kind: "over", words: say("coarse", { ppi: Math.floor(ppi), least }) }] : [];
  }

  /** Let go of: written. Where nothing came of that the picture is shown as it was. */
  async write({ block, of }) {
    const focus = this.held;
    const before = this.view.revision;
    if (focus) await this.desk.edit({ do: "crop", id: block.id, focus, revision: of });
    this.let(this.view.revision === before ? block : null);
  }

  /** Nothing is in hand; a block's picture is as it is in the file. */
  let(block) {
    this.held = null;
    this.view.badges("crop", []);
    if (block) for (const [id, name] of this.view.page.order) {
      const element = id === block.id && this.view.drawn.get(name);
      if (element) draw(element, this.view.known.get(name));
    }
  }

  step(id, dx, dy) {
    return this.desk.edit(() => {
      const [x, y] = this.view.block(id)?.picture?.focus ?? [];
      return x !== undefined && { do: "crop", id, focus: [inside(x + dx * STEP), inside(y + dy * STEP)] };
    });
  }
}
