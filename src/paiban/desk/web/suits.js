// Where the block in hand would fit: every such place is tinted as soon as it is taken up, so that a hand need not look
// for one. With Shift the block takes the tinted place under the hand, size and legs and all; a key goes from one to the next.

import { say } from "./say.js";

export class Suits {
  /** @param {import("./view.js").View} view @param {any} desk */
  constructor(view, desk) {
    this.view = view;
    this.desk = desk;
    this.id = "";
    this.places = [];
  }

  /** Where a block fits, asked once. @param {any} block */
  ask(block) {
    if (this.id !== block.id) {
      this.id = block.id;
      this.asking = this.asked(block);
    }
    return this.asking;
  }

  async asked(block) {
    const answer = await this.desk.ask("suits", { id: block.id });
    if (this.id !== block.id || !answer.free) return this.places;
    const own = JSON.stringify(block.place);
    this.places = [...answer.free, ...answer.swaps].filter((each) => JSON.stringify(each.place) !== own);
    if (this.shown) this.draw();
    document.dispatchEvent(new CustomEvent("suits", { detail: this.places }));
    return this.places;
  }

  show() {
    this.shown = true;
    this.draw();
  }

  draw() {
    const boxes = this.places.map(({ id, place }) => this.view.box(id ? "suits swap" : "suits", this.view.rect(place)));
    this.view.layers.get("suits").replaceChildren(...boxes);
    this.view.badges("suits", this.places.filter((each) => each.id).map((each) => ({ rect: this.view.rect(each.place), kind: "good", words: say("suitsswap") })));
  }

  hide() {
    this.shown = false;
    this.id = "";
    this.places = [];
    this.view.layers.get("suits").replaceChildren();
    this.view.badges("suits", []);
  }

  /** The tinted place at a point of the page that changes the block's size least. @param {number[]} point @param {number[]} from */
  at([x, y], from) {
    const cells = from[2] * from[3];
    const under = this.places.filter(({ place }) => {
      const [left, top, width, height] = this.view.rect(place);
      return x >= left && x <= left + width && y >= top && y <= top + height;
    });
    const off = ({ place }) => Math.abs(place[2] * place[3] - cells) + Math.abs(place[2] - from[2]) * 10;
    return under.sort((a, b) => off(a) - off(b))[0];
  }
}
