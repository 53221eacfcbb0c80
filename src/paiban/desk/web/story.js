// A page for whoever writes one story: all of its copy, the real type in the real measure, how many lines it is over or
// short, and nothing else.

import { say } from "./say.js";

const ROOM = 40; // px around the story

export class Story {
  /** @param {import("./view.js").View} view @param {any} desk @param {string} name the story's id, or words of its headline */
  constructor(view, desk, name) {
    this.view = view;
    this.desk = desk;
    this.name = name;
    document.body.classList.add("story");
    addEventListener("resize", () => this.show(this.find()?.block));
  }

  /** The story, on whichever page it stands. */
  find() {
    for (const page of this.view.pages) {
      const block = page.blocks.find((each) => each.id === this.name) ?? page.blocks.find((each) => each.name.includes(this.name));
      if (block) return { page, block };
    }
    return null;
  }

  /** The story as large as the window holds it. */
  show(block) {
    if (block?.place) this.view.show(this.view.rect(block.place), ROOM);
  }

  /** Show it, its copy open; said where there is none of that name. */
  open() {
    const found = this.find();
    if (!found) {
      this.desk.say("stale", say("nostory", { name: this.name }));
      return;
    }
    if (this.view.number !== found.page.number) this.desk.turn(found.page.number);
    if (this.desk.hands.chosen !== found.block.id) {
      this.desk.hands.choose(found.block.id);
      this.show(found.block);
    }
    const { body } = found.block.parts;
    const line = this.view.lines(found.block).find((each) => each.role === "body") ?? (body && { at: body });
    if (line) this.desk.writeAll(found.block, line);
    else this.desk.editPart(found.block, "body"); // a headline alone, so far
  }
}
