// The page on the screen: its blocks, each an SVG of its own, zoom and pan, and what lies over it.
// Lengths of the page are points; `k` is how many pixels of the screen one is.

import { draw, loadFaces, pagePicture, svg } from "./scene.js";
import { fitWords, say } from "./say.js";

const REST = 140; // ms without a gesture before the page gets its real size
const LEAST = 0.12;
const MOST = 12;

/** Whether one place holds another. @type {(one: number[], other: number[]) => boolean} */
export const holds = ([x, y, width, height], [left, top, across, down]) => left >= x && top >= y && left + across <= x + width && top + down <= y + height;
/** Whether two places share any of the page. @type {(one: number[], other: number[]) => boolean} */
const meets = ([x, y, width, height], [left, top, across, down]) => x < left + across && left < x + width && y < top + down && top < y + height;

/** What two rectangles share. @param {number[]} one @param {number[]} other */
export function shared([x, y, width, height], [left, top, across, down]) {
  const x0 = Math.max(x, left), y0 = Math.max(y, top);
  return [x0, y0, Math.max(0, Math.min(x + width, left + across) - x0), Math.max(0, Math.min(y + height, top + down) - y0)];
}

export class View {
  constructor() {
    this.stage = /** @type {HTMLElement} */ (document.getElementById("stage"));
    this.sheet = /** @type {HTMLElement} */ (document.getElementById("sheet"));
    this.paper = /** @type {HTMLElement} */ (document.getElementById("paper"));
    this.blocks = /** @type {HTMLElement} */ (document.getElementById("blocks"));
    this.over = svg("svg", { id: "over", "aria-hidden": "true" });
    this.paper.append(this.over);
    this.layers = new Map(["overlays", "since", "found", "editing", "suits", "marks", "locks", "hands"].map((name) => [name, this.over.appendChild(svg("g"))]));
    this.revision = "";
    this.pages = [];
    this.number = "";
    this.known = new Map();
    /** @type {Map<string, any>} */
    this.drawn = new Map();
    this.shown = new Set(JSON.parse(localStorage.getItem("paiban.overlays") ?? '["fit"]'));
    this.k = 0;
    this.real = 0;
    this.fitted = false; // the whole page is shown, also when the window gets another size
    new ResizeObserver(() => this.fitted && this.fitWhole()).observe(this.stage);
  }

  get page() {
    return this.pages.find((page) => page.number === this.number) ?? this.pages[0];
  }

  block(id) {
    return this.page?.blocks.find((block) => block.id === id);
  }

  /** The rectangle of a place of the grid. @param {number[]} place */
  rect([column, row, columns, rows]) {
    const { columns: edges, rows: tops } = this.page.grid;
    const last = Math.min(column + columns, edges.length) - 1;
    const x = edges[Math.min(column, edges.length - 1)][0];
    const y = tops[Math.min(row, tops.length - 1)];
    return [x, y, edges[Math.max(last, 0)][1] - x, tops[Math.min(row + rows, tops.length - 1)] - y];
  }

  /** Keep the blocks that a message brings: they are not sent again. @param {any} message */
  keep(message) {
    for (const [name, data] of Object.entries(message.blocks)) this.known.set(name, data);
  }

  /** Take a message and show it. @param {any} message */
  async take(message, preview = false) {
    this.keep(message);
    const first = !this.pages.length;
    this.pages = message.pages;
    if (!preview) this.revision = message.revision;
    if (!this.pages.length) return;
    if (!this.pages.some((page) => page.number === this.number)) this.number = this.pages[0].number;
    await loadFaces(new Set(this.pages.flatMap((page) => Object.values(page.faces))));
    this.blocks.classList.toggle("stale", message.stale && !preview);
    if (first) this.fitWhole();
    this.render();
  }

  /** Show another page. @param {string} number */
  turn(number) {
    this.number = number;
    this.render();
  }

  render() {
    const page = this.page;
    if (!page) return;
    const fresh = new Map();
    for (const [id, name] of page.order) {
      const key = fresh.has(name) ? `${name}+` : name;
      let element = this.drawn.get(key);
      if (!element || fresh.has(key)) {
        element = svg("svg");
        element.dataset.block = id;
        draw(element, this.known.get(name));
        element.rect = this.known.get(name).rect ?? [0, 0, ...page.size];
        this.settle(element);
      }
      fresh.set(key, element);
    }
    for (const [key, element] of this.drawn) if (fresh.get(key) !== element) element.remove();
    let at = this.blocks.firstElementChild; // what has gone is gone by now: else all behind it would be put in anew
    for (const element of fresh.values()) {
      if (element === at) at = at.nextElementSibling;
      else this.blocks.insertBefore(element, at);
    }
    this.drawn = fresh;
    for (const element of fresh.values()) this.release(element);
    this.resize();
    this.overlays();
    document.dispatchEvent(new CustomEvent("drawn"));
  }

  /** A lock in the upper left corner of blocks that are locked (锁定). @param {any[]} blocks */
  locks(blocks) {
    const scale = parseFloat(getComputedStyle(document.documentElement).fontSize) / 14 / this.k;
    this.layers.get("locks").replaceChildren(...blocks.map((block) => {
      const [x, y] = this.rect(block.place);
      const lock = svg("g", { class: "lock", transform: `translate(${x} ${y}) scale(${scale})` });
      lock.dataset.block = block.id;
      lock.append(svg("rect", { class: "plate", width: 20, height: 20 }), svg("path", { class: "shackle", d: "M6.5 9.5 V7 a3.5 3.5 0 0 1 7 0 V9.5" }),
        svg("rect", { class: "body", x: 4.5, y: 9, width: 11, height: 7.5, rx: 1 }));
      return lock;
    }));
  }

  /** Where a block's element stands: on whole pixels, its content moved so that it keeps its place. */
  settle(element) {
    const [x, y, width, height] = element.rect;
    const k = this.real;
    const left = Math.floor(x * k), top = Math.floor(y * k);
    const right = Math.ceil((x + width) * k), bottom = Math.ceil((y + height) * k);
    element.setAttribute("viewBox", `${left / k} ${top / k} ${(right - left) / k} ${(bottom - top) / k}`);
    element.setAttribute("width", right - left);
    element.setAttribute("height", bottom - top);
    element.style.left = `${left}px`;
    element.style.top = `${top}px`;
  }

  /** The elements of a block. @param {string} id */
  elements(id) {
    return [...this.drawn.values()].filter((element) => element.dataset.block === id);
  }

  release(element) {
    element.classList.remove("moving");
    element.style.transform = "";
  }

  resize() {
    const page = this.page;
    const [width, height] = page.size;
    this.sheet.style.width = `${width * this.k}px`;
    this.sheet.style.height = `${height * this.k}px`;
    this.paper.style.width = `${width * this.real}px`;
    this.paper.style.height = `${height * this.real}px`;
    this.paper.style.transform = this.k === this.real ? "" : `scale(${this.k / this.real})`;
    this.over.setAttribute("viewBox", `0 0 ${width} ${height}`);
    this.over.setAttribute("width", String(width * this.real));
    this.over.setAttribute("height", String(height * this.real));
  }

  /** Zoom so that what lies under a point of the screen stays there. @param {number} k */
  zoom(k, x = this.stage.clientWidth / 2 + this.stage.getBoundingClientRect().left, y = this.stage.clientHeight / 2 + this.stage.getBoundingClientRect().top) {
    const before = this.point(x, y);
    this.fitted = false;
    this.k = Math.min(MOST, Math.max(LEAST, k));
    this.resize();
    const box = this.paper.getBoundingClientRect();
    this.stage.scrollLeft += box.left + before[0] * this.k - x;
    this.stage.scrollTop += box.top + before[1] * this.k - y;
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.rest(), REST);
  }

  rest() {
    if (this.real === this.k) return;
    this.real = this.k;
    for (const element of this.drawn.values()) this.settle(element);
    this.resize();
    this.overlays();
    document.dispatchEvent(new CustomEvent("drawn"));
  }

  fitWhole() {
    this.fitted = true;
    const [width, height] = this.page.size;
    const box = this.stage.getBoundingClientRect();
    this.k = this.real = Math.min((box.width - 56) / width, (box.height - 56) / height);
    for (const element of this.drawn.values()) this.settle(element);
    this.resize();
    this.stage.scrollLeft = this.sheet.offsetLeft - (box.width - width * this.k) / 2;
    this.stage.scrollTop = this.sheet.offsetTop - (box.height - height * this.k) / 2;
    this.overlays();
    document.dispatchEvent(new CustomEvent("drawn"));
  }

  /** The point of the page under a point of the screen. @param {number} x @param {number} y */
  point(x, y) {
    const box = this.paper.getBoundingClientRect();
    return [(x - box.left) / this.k, (y - box.top) / this.k];
  }

  /** The smallest block at a point of the page. @param {number[]} point */
  blockAt([x, y]) {
    const inside = (this.page?.blocks ?? []).filter((block) => {
      if (!block.place) return false;
      const [left, top, width, height] = this.rect(block.place);
      return x >= left && x <= left + width && y >= top && y <= top + height;
    });
    return inside.sort((a, b) => a.place[2] * a.place[3] - b.place[2] * b.place[3])[0];
  }

  /** What a block draws. @param {any} block */
  items(block) {
    return this.page.order.filter(([id]) => id === block.id).flatMap(([, name]) => this.known.get(name).items);
  }

  /** The lines of a block's type. @param {any} block */
  lines(block) {
    return this.items(block).filter((item) => item.t === "line" && item.runs.length);
  }

  /** What a line of type takes of the page: left, top, width, height. @param {any} line */
  lineBox(line) {
    const size = Math.max(...line.runs.map((run) => run.s));
    const [left, base, advance] = line.box;
    return line.v ? [left - size / 2, base, size, advance] : [left, base - size * 0.88, advance, size];
  }

  /** The line of a block's type at a point of the page. @param {any} block @param {number[]} point */
  lineAt(block, [x, y]) {
    const off = (line) => {
      const [left, top, width, height] = this.lineBox(line);
      return Math.hypot(Math.max(left - x, 0, x - left - width), Math.max(top - y, 0, y - top - height));
    };
    return this.lines(block).reduce((best, line) => (!best || off(line) < off(best) ? line : best), undefined);
  }

  /** The line of type that sets the copy at a line and column of the file, counted from the block's first line. */
  lineOf(block, line, column) {
    const before = this.lines(block).filter((each) => each.at[0] < line || (each.at[0] === line && each.at[1] <= column));
    return before.reduce((best, each) => (!best || each.at[0] > best.at[0] || (each.at[0] === best.at[0] && each.at[1] > best.at[1]) ? each : best), undefined);
  }

  /** What would lie on stories that it does not belong to, with blocks moved: each with the story, the place that both have, and
   * how many of its lines that hides. @param {any[]} moves */
  covering(moves = []) {
    const to = new Map(moves.map(({ id, place }) => [id, place]));
    const placed = (this.page?.blocks ?? []).filter((block) => block.place).map((block) => ({ block, place: to.get(block.id) ?? block.place }));
    const found = [];
    for (const { block, place } of placed.filter((each) => !each.block.hosts && !each.block.upon)) {
      for (const { block: other, place: under } of placed.filter((each) => each.block.hosts && meets(place, each.place))) {
        if (other.host === block.id || (block.host === other.id && holds(under, place))) continue;
        const rect = this.rect(place), [dx, dy] = [0, 1].map((axis) => this.rect(under)[axis] - this.rect(other.place)[axis]);
        const hidden = this.lines(other).filter((line) => {
          const [left, top, width, height] = this.lineBox(line);
          return meets(rect, [left + dx, top + dy, width, height]);
        });
        found.push({ block, other, place, under, rect: shared(rect, this.rect(under)), lines: hidden.length });
      }
    }
    return found;
  }

  /** A rectangle as large as the stage shows it whole, with so many pixels around it. @param {number[]} rect @param {number} room */
  show([x, y, width, height], room) {
    const stage = this.stage.getBoundingClientRect();
    this.fitted = false;
    this.k = Math.min(MOST, (stage.width - 2 * room) / width, (stage.height - 2 * room) / height);
    this.rest();
    const box = this.paper.getBoundingClientRect();
    this.stage.scrollLeft += box.left + (x + width / 2) * this.k - stage.left - stage.width / 2;
    this.stage.scrollTop += box.top + (y + height / 2) * this.k - stage.top - stage.height / 2;
  }

  /** Bring a rectangle into view, only where it is out of it. @param {number[]} rect */
  reveal([x, y, width, height]) {
    const box = this.paper.getBoundingClientRect();
    const stage = this.stage.getBoundingClientRect();
    const left = box.left + x * this.k, top = box.top + y * this.k;
    const right = left + Math.min(width * this.k, stage.width), bottom = top + Math.min(height * this.k, stage.height);
    if (left < stage.left || right > stage.right) this.stage.scrollLeft += left - stage.left - 40;
    if (top < stage.top || bottom > stage.bottom) this.stage.scrollTop += top - stage.top - 40;
  }

  toggle(name) {
    if (!this.shown.delete(name)) this.shown.add(name);
    localStorage.setItem("paiban.overlays", JSON.stringify([...this.shown]));
    this.overlays();
  }

  overlays() {
    const page = this.page;
    if (!page) return;
    this.paper.classList.toggle("newsprint", this.shown.has("newsprint"));
    this.ink();
    const made = [];
    const [, top, , height] = page.area;
    if (this.shown.has("grid")) {
      for (const [x0, x1] of page.grid.columns) made.push(svg("rect", { class: "column", x: x0, y: top, width: x1 - x0, height }));
    }
    if (this.shown.has("baselines")) {
      const [left, , width] = page.area;
      for (const y of page.baselines) made.push(svg("line", { class: "baseline", x1: left, x2: left + width, y1: y, y2: y }));
    }
    for (const block of page.blocks) {
      if (!block.place) continue;
      const rect = this.rect(block.place);
      if (!block.set) made.push(this.box("unset", rect));
      if (this.shown.has("frames")) made.push(this.box("frame", rect));
      if (this.shown.has("fit") && fitWords(block.fit).kind === "over") {
        const y = rect[1] + rect[3];
        made.push(svg("line", { class: "over-line", x1: rect[0], x2: rect[0] + rect[2], y1: y, y2: y }));
      }
    }
    const holes = this.shown.has("fit") ? page.holes.map((place) => ({ rect: this.rect(place), kind: "short", words: say("hole", { columns: place[2], rows: place[3] }) })) : [];
    made.push(...holes.map(({ rect }) => this.box("hole", rect)));
    const covering = this.covering();
    made.push(...covering.map(({ rect }) => this.box("meets", rect)));
    for (const element of this.drawn.values()) element.classList.toggle("covering", covering.some(({ block }) => block.id === element.dataset.block));
    this.layers.get("overlays").replaceChildren(...made);
    this.badges("covering", covering.map(({ rect: [x, y, width, height], lines }) => ({ rect: [x, y + height, width, 0], kind: "over", words: say("covering", { lines }) })));
    this.badges("holes", holes.map(({ rect: [x, y, width, height], ...told }) => ({ rect: [x, y + height / 2, width, 0], ...told }))); // clear of those of blocks
    this.badges("fit", this.shown.has("fit") ? page.blocks.filter((block) => block.place && !["good"].includes(fitWords(block.fit).kind)).map((block) => ({ rect: this.rect(block.place), ...fitWords(block.fit) })) : []);
  }

  /** How much ink lies where, from the file for the press, fetched anew for each state of the page. */
  ink() {
    const shown = this.shown.has("ink");
    const address = `/ink/${this.pages.indexOf(this.page)}?of=${this.revision}`;
    const before = /** @type {HTMLImageElement | null} */ (document.getElementById("ink"));
    if (shown && before?.getAttribute("src") === address) return;
    before?.remove();
    if (shown) this.paper.insertBefore(Object.assign(document.createElement("img"), { id: "ink", src: address, alt: "" }), this.over);
  }

  /** A rectangle of what lies over the page. @param {string} kind @param {number[]} rect */
  box(kind, [x, y, width, height]) {
    return svg("rect", { class: kind, x, y, width, height });
  }

  /** The lines of type that copy of a block is set in, from a line of it on, over so many lines. */
  outline(block, first, lines) {
    const inside = this.lines(block).filter((line) => line.at[0] >= first && line.at[0] < first + lines);
    this.layers.get("editing").replaceChildren(...inside.map((line) => this.box("editing", this.lineBox(line))));
  }

  /** Another page held over this one, where it lies; none takes it away. @param {SVGElement | null} picture */
  peek(picture) {
    document.getElementById("peek")?.remove();
    if (!picture) return;
    const sheet = document.createElement("div");
    sheet.id = "peek";
    const box = this.paper.getBoundingClientRect();
    Object.assign(sheet.style, { left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px` });
    sheet.append(picture);
    document.body.append(sheet);
  }

  /** Small labels at the top right of rectangles, one set a name. @param {string} name @param {any[]} all */
  badges(name, all) {
    for (const old of this.paper.querySelectorAll(`.badge[data-of="${name}"]`)) old.remove();
    for (const { rect, kind, words } of all) {
      const badge = document.createElement("div");
      badge.className = `badge ${kind}`;
      badge.dataset.of = name;
      badge.textContent = words;
      badge.style.right = `${(this.page.size[0] - rect[0] - rect[2]) * this.real}px`;
      badge.style.top = `${rect[1] * this.real}px`;
      this.paper.append(badge);
    }
  }

  /** Pictures of all pages, and what to do with the one that is chosen. @param {(number: string) => void} choose */
  overview(choose) {
    return this.pages.map((page) => {
      const button = document.createElement("button");
      if (page === this.page) button.setAttribute("aria-current", "page");
      button.append(pagePicture(page, (name) => this.known.get(name)), ` ${page.number} ${page.title}`);
      button.onclick = () => choose(page.number);
      return button;
    });
  }
}
