// The point that cropping keeps (焦点) of a chosen picture, as a dot on it: dragged, or moved by Ctrl and arrows.

import { svg } from "./scene.js";

const STEP = 0.05;

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

  /** The dot follows the hand. @param {any} block @param {number[]} point */
  drag(block, [x, y]) {
    const image = this.drawn(block);
    if (!image) return; // saved meanwhile as another kind of block
    const [left, top, right, bottom] = image.crop;
    const [x0, y0, width, height] = image.rect;
    this.held = [inside(left + ((x - x0) / width) * (right - left)), inside(top + ((y - y0) / height) * (bottom - top))];
  }

  /** Let go of: written. */
  async write(block) {
    const focus = this.held;
    if (focus) await this.desk.edit({ do: "crop", id: block.id, focus });
    this.held = null;
  }

  step(block, dx, dy) {
    const [x, y] = block.picture.focus;
    return this.desk.edit({ do: "crop", id: block.id, focus: [inside(x + dx * STEP), inside(y + dy * STEP)] });
  }
}
