// Hands on the page: choose, drag, pull edges, by pointer and by arrow keys. While a hand moves, the server really sets
// the block where the hand is; it is written into the file when the hand lets go.
//
// What hands hold: a pointer `held`, of which something is moved (`drag`) or not yet; the places that are shown, `moves`, as they
// were taken up at the revision `of`; and whether arrows still have them to write, `unwritten`. Whatever else is done with the file,
// with the page or with another block settles that first.

import { at } from "./dom.js";
import { Focus } from "./focus.js";
import { draw, loadFaces, svg } from "./scene.js";
import { fitWords, say } from "./say.js";
import { Suits } from "./suits.js";
import { holds, shared } from "./view.js";
import { Latest } from "./wire.js";

const FAR = 4; // px before a press becomes a drag
const TWICE = 350; // ms in which a second tap is one with the first
const REST = 700; // ms without a key before arrows are written

/** @type {[string, number, number][]} */
const HANDLES = [["n", 0.5, 0], ["s", 0.5, 1], ["w", 0, 0.5], ["e", 1, 0.5], ["nw", 0, 0], ["ne", 1, 0], ["sw", 0, 1], ["se", 1, 1]];

const clamp = (value, low, high) => Math.max(low, Math.min(high, value));
/** How far two fingers are from one another. */
const apart = ([one, other]) => Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);
const same = (one, other) => one.every((value, index) => value === other?.[index]);

export class Hands {
  /** @param {import("./view.js").View} view @param {any} desk */
  constructor(view, desk) {
    this.view = view;
    this.desk = desk;
    this.chosen = "";
    this.hover = "";
    /** @type {any} */
    this.held = null;
    /** @type {any} */
    this.pinch = null;
    this.unwritten = false;
    this.tapped = { id: "", time: 0 };
    this.suits = new Suits(view, desk);
    this.focus = new Focus(view, desk);
    const stage = view.stage;
    stage.addEventListener("pointerdown", (event) => this.down(event));
    stage.addEventListener("pointermove", (event) => this.move(event));
    stage.addEventListener("pointerup", (event) => this.up(event));
    stage.addEventListener("pointercancel", () => this.release());
    stage.addEventListener("pointerleave", () => this.hovered(""));
    stage.addEventListener("touchstart", (event) => this.touched(event), { passive: false });
    stage.addEventListener("touchmove", (event) => this.pinched(event), { passive: false });
    stage.addEventListener("touchend", () => (this.pinch = null));
    stage.addEventListener("dblclick", (event) => this.desk.editAt(view.point(event.clientX, event.clientY)));
    document.addEventListener("drawn", () => this.marks());
    addEventListener("beforeunload", () => this.settle());
  }

  /** Choose a block, `""` for none. @param {string} id */
  choose(id) {
    if (id !== this.chosen) this.settle();
    this.chosen = id;
    this.name = this.view.block(id)?.name;
    this.marks();
    this.focus.fetch(this.view.block(id));
    this.desk.chosen(this.view.block(id));
  }

  /** What is chosen stays chosen: ids that the program makes up go to others when a block comes or goes before them. */
  follow() {
    const now = this.view.block(this.chosen);
    if (!this.chosen || now?.name === this.name) return;
    const same = this.view.page.blocks.filter((block) => block.name === this.name);
    if (same.length === 1) this.chosen = same[0].id;
    else if (now) this.name = now.name;
    this.marks();
  }

  /** Choose the next block of the page, or the one before, in the order of the file. @param {number} by */
  step(by) {
    const placed = this.view.page.blocks.filter((block) => block.place);
    if (!placed.length) return;
    const now = placed.findIndex((block) => block.id === this.chosen);
    const next = placed[now < 0 ? (by > 0 ? 0 : placed.length - 1) : (now + by + placed.length) % placed.length];
    this.choose(next.id);
    this.view.reveal(this.view.rect(next.place));
  }

  hovered(id) {
    if (id === this.hover) return;
    this.hover = id;
    this.marks();
  }

  /** The outlines of what is under the hand and of what is chosen. */
  marks() {
    const made = [];
    const block = this.view.block(this.chosen);
    const under = this.view.block(this.hover);
    if (under?.place && under !== block) made.push(this.view.box("hover", this.view.rect(under.place)));
    if (block?.place && !this.held) {
      const rect = this.view.rect(block.place);
      made.push(this.view.box("chosen", rect));
      if (!block.locked) made.push(...this.handles(rect), ...this.focus.dot(block));
    }
    this.view.layers.get("marks").replaceChildren(...made);
    const told = [under, block].filter((each) => each?.place && !this.held);
    this.view.badges("hover", told.slice(0, 1).map((each) => ({ rect: this.view.rect(each.place), kind: each.set ? fitWords(each.fit).kind : "over", words: each.set ? fitWords(each.fit).words || each.name : `${say("cannotset")} ${each.name}` })));
    this.view.locks(this.view.page?.blocks.filter((each) => each.locked && each.place && (each === under || each === block || this.view.shown.has("frames"))) ?? []);
  }

  /** @param {number[]} rect */
  handles([x, y, width, height]) {
    const size = 9 / this.view.k;
    return HANDLES.map(([side, across, down]) => {
      const left = x + width * across - size / 2, top = y + height * down - size / 2;
      const handle = svg("rect", { class: "handle", x: left, y: top, width: size, height: size });
      handle.dataset.side = side;
      handle.style.cursor = `${side}-resize`;
      return handle;
    });
  }

  /** One finger on the chosen block, or on a handle, takes it, as was seen when it came down; anywhere else it scrolls, and two zoom. */
  touched(event) {
    if (event.touches.length === 2) {
      event.preventDefault();
      this.release();
      this.pinch = { apart: apart(event.touches), k: this.view.k };
      return;
    }
    if (event.touches.length === 1 && this.held && this.held.kind !== "tap") event.preventDefault();
  }

  /** Two fingers go apart or together: what lies between them stays there. */
  pinched(event) {
    if (!this.pinch || event.touches.length !== 2) return;
    event.preventDefault();
    const [one, other] = event.touches;
    this.view.zoom((this.pinch.k * apart(event.touches)) / this.pinch.apart, (one.clientX + other.clientX) / 2, (one.clientY + other.clientY) / 2);
  }

  down(event) {
    if (this.pinch || !event.isPrimary) return;
    if (event.button === 1 || this.desk.space) {
      this.held = { kind: "pan", x: event.clientX, y: event.clientY };
      this.view.stage.setPointerCapture(event.pointerId);
      event.preventDefault();
      return;
    }
    if (event.button !== 0 || this.desk.alone) return;
    this.settle();
    if (at("offer").open) return; // what was settled is being asked about
    const side = event.target.dataset?.side;
    const point = this.view.point(event.clientX, event.clientY);
    const block = side ? this.view.block(this.chosen) : this.view.blockAt(point);
    const held = { kind: "press", side, block, point, touch: event.pointerType === "touch", x: event.clientX, y: event.clientY, of: this.desk.taken() };
    if (held.touch && !side && (!block || block.locked || block.id !== this.chosen)) {
      this.held = { ...held, kind: "tap" };
      return;
    }
    if (!side) this.find(block, point);
    if (!block || block.locked || event.altKey && !side && event.detail > 1) return;
    if (!side) this.suits.ask(block);
    this.held = held;
    this.view.stage.setPointerCapture(event.pointerId);
  }

  /** Choose what is under a point, and find its line in the file. */
  find(block, point) {
    this.choose(block?.id ?? "");
    if (block) this.desk.foundLine(block, this.view.lineAt(block, point));
  }

  move(event) {
    const held = this.held;
    if (!held) {
      const under = this.view.blockAt(this.view.point(event.clientX, event.clientY));
      if (event.buttons === 1 && under?.locked && under.id === this.chosen) this.stays(under);
      this.hovered(under?.id ?? "");
      return;
    }
    if (held.kind === "pan") {
      this.view.stage.scrollLeft -= event.clientX - held.x;
      this.view.stage.scrollTop -= event.clientY - held.y;
      [held.x, held.y] = [event.clientX, event.clientY];
      return;
    }
    const dx = event.clientX - held.x, dy = event.clientY - held.y;
    if (held.side === "focus") {
      this.focus.drag(held.block, this.view.point(event.clientX, event.clientY));
      this.view.layers.get("marks").replaceChildren(...this.focus.dot(held.block));
      return;
    }
    if (held.kind === "tap" || (held.kind === "press" && Math.hypot(dx, dy) < FAR)) return;
    if (held.kind === "press") this.take(held);
    const moves = held.side ? this.pulled(held, dx, dy, event.altKey) : this.dragged(held, event, dx, dy);
    if (!held.side) for (const element of this.inHand(held)) element.style.transform = `translate(${dx}px, ${dy}px)`;
    this.show(moves);
  }

  /** A press becomes a drag. */
  take(held) {
    held.from = this.placeOf(held.block);
    held.kind = "drag";
    this.begin(held.of);
    if (!held.side) this.suits.show();
    for (const element of this.inHand(held)) element.classList.add("moving");
    this.marks();
  }

  /** Where a block stands, or will as soon as what is being written is. */
  placeOf(block) {
    return this.moves?.find(({ id }) => id === block.id)?.place ?? block.place;
  }

  /** What moves with the hand: a block, and what stands inside it. */
  inHand({ block }) {
    return this.along(block, block.place).flatMap(({ id }) => this.view.elements(id));
  }

  /** Take places up, as they are at a revision. @param {Promise<string>} [of] */
  begin(of = this.desk.taken()) {
    this.question?.drop();
    this.asked = null;
    this.of = of;
    const ask = async (moves) => {
      const begun = performance.now();
      const answer = await this.desk.ask("fit", { moves });
      return { ...answer, took: performance.now() - begun };
    };
    this.question = new Latest(ask, (answer, moves) => this.answered(answer, moves));
  }

  /** The place that a block is dragged to; over another block with Alt held, or the middle of one, the two swap. */
  dragged(held, event, dx, dy) {
    const { view } = this;
    const [column, row, columns, rows] = held.from;
    const [x, y] = view.rect(held.from);
    const edges = view.page.grid.columns, tops = view.page.grid.rows;
    const suit = event.shiftKey && this.suits.at(view.point(event.clientX, event.clientY), held.from);
    if (suit) return this.taking(held.block, suit);
    const other = event.altKey ? view.page.blocks.find((each) => each !== held.block && each.place && !each.locked && view.blockAt(view.point(event.clientX, event.clientY)) === each) : null;
    if (other) return [{ id: held.block.id, place: other.place }, { id: other.id, place: held.from }];
    const nearest = (places, value) => places.reduce((best, place, index) => (Math.abs(place - value) < Math.abs(places[best] - value) ? index : best), 0);
    const to = clamp(nearest(edges.map((edge) => edge[0]), x + dx / view.k), 0, edges.length - columns);
    const down = clamp(nearest(tops, y + dy / view.k), 0, tops.length - 1 - rows);
    return this.along(held.block, [to, down, columns, rows]);
  }

  /** A block moved, and with it the blocks that stand inside it. */
  along(block, place) {
    const by = [place[0] - block.place[0], place[1] - block.place[1]];
    const same = place[2] === block.place[2] && place[3] === block.place[3];
    const inside = same ? this.view.page.blocks.filter((each) => each.host === block.id && each.place && holds(block.place, each.place)) : [];
    return [{ id: block.id, place }, ...inside.map((each) => ({ id: each.id, place: [each.place[0] + by[0], each.place[1] + by[1], each.place[2], each.place[3]] }))];
  }

  /** A block moved into a tinted place; where another stands the two change places. */
  taking(block, { id, place, legs }) {
    const [own, ...inside] = this.along(block, place);
    const moves = [{ ...own, legs: legs ?? undefined }, ...inside];
    return id ? [...moves, { id, place: block.place }] : moves;
  }

  /** The place that pulling an edge gives; with Alt the blocks on the other side of the edge come along. */
  pulled(held, dx, dy, seam) {
    const { view } = this;
    const [x, y, width, height] = view.rect(held.from);
    const edges = view.page.grid.columns, tops = view.page.grid.rows;
    let [left, top, right, bottom] = [held.from[0], held.from[1], held.from[0] + held.from[2], held.from[1] + held.from[3]];
    const nearest = (places, value) => places.reduce((best, place, index) => (Math.abs(place - value) < Math.abs(places[best] - value) ? index : best), 0);
    if (held.side.includes("w")) left = clamp(nearest(edges.map((edge) => edge[0]), x + dx / view.k), 0, right - 1);
    if (held.side.includes("e")) right = clamp(nearest(edges.map((edge) => edge[1]), x + width + dx / view.k) + 1, left + 1, edges.length);
    if (held.side.includes("n")) top = clamp(nearest(tops, y + dy / view.k), 0, bottom - 1);
    if (held.side.includes("s")) bottom = clamp(nearest(tops, y + height + dy / view.k), top + 1, tops.length - 1);
    const place = [left, top, right - left, bottom - top];
    return [{ id: held.block.id, place }, ...(seam ? this.seam(held.block, held.from, place) : [])];
  }

  /** The blocks that share the moved edges with a block, with theirs moved as far. */
  seam(block, from, to) {
    const ends = ([column, row, columns, rows]) => [column, row, column + columns, row + rows];
    const [before, after] = [ends(from), ends(to)];
    const moved = [];
    for (const other of this.view.page.blocks) {
      if (other === block || !other.place || other.locked || other.host === block.id) continue;
      const own = ends(other.place);
      const meets = (axis) => Math.min(own[axis + 2], before[axis + 2]) > Math.max(own[axis], before[axis]);
      for (const axis of [0, 1]) {
        if (!meets(1 - axis)) continue;
        if (own[axis] === before[axis + 2]) own[axis] += after[axis + 2] - before[axis + 2];
        else if (own[axis + 2] === before[axis]) own[axis + 2] += after[axis] - before[axis];
      }
      const place = [own[0], own[1], own[2] - own[0], own[3] - own[1]];
      if (!same(place, other.place) && place[2] > 0 && place[3] > 0) moved.push({ id: other.id, place });
    }
    return moved;
  }

  /** Show places that a hand holds blocks at, and ask how they would fit there. */
  show(moves) {
    const key = JSON.stringify(moves);
    if (key === this.asked) return;
    this.asked = key;
    this.moves = moves;
    this.outline({});
    this.question.ask(moves);
  }

  outline(answer) {
    const fits = new Map((answer.fits ?? []).map((fit) => [fit.id, fit]));
    const made = [];
    const badges = [];
    for (const { id, place } of this.moves ?? []) {
      const fit = fits.has(id) && same(fits.get(id).place, place) ? fits.get(id) : null; // of the newest place alone
      const told = fit && !fit.set ? { kind: "over", words: say("cannot") } : fit ? fitWords(fit.fit) : { kind: "", words: "" };
      made.push(this.view.box(`ghost ${told.kind}`, this.view.rect(place)));
      if (told.words) badges.push({ rect: this.view.rect(place), ...told });
      const image = fit?.drawn?.items.find((item) => item.t === "image" && item.crop);
      const block = this.view.block(id);
      if (image && block.picture) badges.push(...this.focus.coarse(block, image));
    }
    for (const [one, other] of answer.overlaps ?? []) {
      const places = [one, other].map((id) => this.moves.find((move) => move.id === id)?.place ?? this.view.block(id)?.place);
      if (places[0] && places[1]) made.push(this.view.box("meets", shared(this.view.rect(places[0]), this.view.rect(places[1]))));
    }
    this.view.layers.get("hands").replaceChildren(...made);
    this.view.badges("hands", badges);
  }

  /** The server set the blocks there: show how they fit, and where an edge was pulled their lines. */
  answered(answer, moves) {
    if (this.unwritten) this.rest();
    if (!answer.fits || !this.moves) return;
    this.outline(answer);
    for (const fit of answer.fits) {
      if (!fit.drawn || (this.held && !this.held.side)) continue; // what is dragged stays as it was taken up
      const [first, ...rest] = this.view.elements(fit.id);
      if (!first) continue;
      for (const element of rest) element.replaceChildren();
      loadFaces(new Set(fit.drawn.items.flatMap((item) => item.runs ?? []).map((run) => run.f)));
      draw(first, { items: this.focus.cropped(this.view.block(fit.id), fit.drawn.items) });
      first.rect = this.view.rect(fit.place);
      this.view.release(first);
      this.view.settle(first);
    }
    document.dispatchEvent(new CustomEvent("tried", { detail: answer }));
  }

  up(event) {
    const held = this.held;
    this.held = null;
    if (held?.side === "focus") this.focus.write(held).then(() => this.marks());
    else if (held?.kind === "drag" && this.moves.some((move) => !same(move.place, this.view.block(move.id)?.place))) this.write();
    else if (held?.kind === "drag") this.cancel();
    else this.pressed(held, event);
    this.marks();
  }

  /** Pressed and let go of at one spot. A finger chooses then, and not when it came down: it might have scrolled. */
  pressed(held, event) {
    if (!held?.touch || Math.hypot(event.clientX - held.x, event.clientY - held.y) > 4 * FAR) return;
    const id = held.block?.id ?? "";
    const again = id && id === this.tapped.id && event.timeStamp - this.tapped.time < TWICE;
    this.tapped = { id: again ? "" : id, time: event.timeStamp };
    if (again) this.desk.editAt(held.point);
    else if (held.kind === "tap") this.find(held.block, held.point);
  }

  /** What arrows hold is written before anything else is done, and what a pointer drags goes back; when all is written. */
  settle() {
    if (this.held && this.held.kind !== "pan") this.release();
    if (this.unwritten) this.write();
    return this.writing;
  }

  /** Write the places that hands hold into the file. */
  write() {
    this.unwritten = false;
    clearTimeout(this.resting);
    this.writing = this.written(this.moves);
    return this.writing;
  }

  /** Have places written. What would lie on a story's copy there may go with the story instead. */
  async written(moves) {
    this.question?.drop();
    const revision = this.of;
    const moved = new Set(moves.map(({ id }) => id));
    const [covering] = this.view.covering(moves).filter(({ block, other }) => moved.has(block.id) || moved.has(other.id)).sort((a, b) => b.lines - a.lines);
    const change = covering ? await this.desk.offer(covering, moves) : { do: "place", moves };
    const answer = change ? await this.desk.put({ ...change, revision }) : {};
    if (this.moves !== moves) return; // hands have gone on meanwhile, and what they do is written next
    this.clear();
    if (!answer.done) this.redraw();
  }

  /** A pointer lets go of what it holds, and nothing comes of it. */
  release() {
    const held = this.held;
    this.held = null;
    if (held?.kind === "drag") return this.cancel();
    this.focus.let(held?.side === "focus" ? held.block : null);
    this.marks();
  }

  cancel() {
    this.held = null;
    this.unwritten = false;
    this.focus.let(null);
    this.question?.drop();
    this.clear();
    this.redraw();
  }

  clear() {
    clearTimeout(this.resting);
    this.moves = this.asked = null;
    this.suits.hide();
    this.view.layers.get("hands").replaceChildren();
    this.view.badges("hands", []);
    this.marks();
  }

  /** The page as it is in the file. */
  redraw() {
    for (const element of this.view.drawn.values()) element.remove();
    this.view.drawn = new Map();
    this.view.render();
  }

  /** Whoever would move a block that is locked is told why it stays. @param {any} block */
  stays(block) {
    this.desk.say("", say("islocked", { name: block.name }));
    return true;
  }

  /** Arrow keys: the chosen block moved, or with Shift its right and lower edge; written when they rest. */
  arrow(dx, dy, pull, seam) {
    const block = this.view.block(this.chosen);
    if (!block?.place) return false;
    if (block.locked) return this.stays(block);
    const [column, row, columns, rows] = this.placeOf(block);
    const [across, down] = [this.view.page.grid.columns.length, this.view.page.grid.rows.length - 1];
    const place = pull
      ? [column, row, clamp(columns + dx, 1, across - column), clamp(rows + dy, 1, down - row)]
      : [clamp(column + dx, 0, across - columns), clamp(row + dy, 0, down - rows), columns, rows];
    this.hold(pull ? [{ id: block.id, place }, ...(seam ? this.seam(block, block.place, place) : [])] : this.along(block, place));
    return true;
  }

  /** Keys hold blocks at places: shown there, and written when they rest. */
  hold(moves) {
    if (!this.unwritten) this.begin();
    this.unwritten = true;
    this.show(moves);
    this.rest();
  }

  /** Written when no key was pressed for a while, and how it fits there has been seen. */
  rest() {
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.unwritten && !this.question.out && this.write(), REST);
  }

  /** The chosen block tried in the next of the places where it would fit. */
  async next() {
    const block = this.view.block(this.chosen);
    if (!block?.place) return;
    if (block.locked) {
      this.stays(block);
      return;
    }
    clearTimeout(this.resting);
    const places = await this.suits.ask(block);
    if (this.chosen !== block.id || this.held) return; // chosen or taken up meanwhile
    this.suits.show();
    const now = places.findIndex((each) => same(each.place, this.placeOf(block)));
    if (places.length) this.hold(this.taking(block, places[(now + 1) % places.length]));
    else if (this.unwritten) this.rest();
  }
}
