// The desk: everything put together, and what every key does.

import { at, make } from "./dom.js";
import { Drop } from "./drop.js";
import { Hands } from "./hands.js";
import { pressed } from "./keys.js";
import { Marks } from "./marks.js";
import { Panel } from "./panel.js";
import { loadFaces, pagePicture } from "./scene.js";
import { said, say, speak } from "./say.js";
import { Search } from "./search.js";
import { Story } from "./story.js";
import { View, holds } from "./view.js";
import { Wire } from "./wire.js";
import { MARKS, Words } from "./words.js";

const wanted = JSON.parse(/** @type {HTMLMetaElement} */ (document.querySelector('meta[name="paiban"]')).content);
speak(wanted.lang);
document.title = `${say("title")} ${wanted.file.split("/").pop()}`;

/** Lines of the file without the white before them. @param {string} lines */
const flush = (lines) => lines.replace(/^ +/gm, "");

const wire = new Wire(wanted.key);
const view = new View();

const desk = {
  alone: Boolean(wanted.story),
  space: false,
  all: false,
  message: null,
  ask: (what, data) => wire.ask(what, data),

  /** Ask for a change when the one before it is done: each is made for the file as the last one left it. */
  inTurn(ask) {
    const done = (desk.last ?? Promise.resolve()).then(ask, ask);
    desk.last = done;
    return done;
  },

  /** The revision of the file as a hand takes something up: after what was asked for before. */
  taken: () => desk.inTurn(() => desk.message?.revision),

  /** Change the file, when what hands hold is written. @param {any} change what it is, or what tells it from the page as it is then */
  async edit(change) {
    await hands.settle();
    return desk.put(change);
  },

  /** Have a change written; what comes of it is told. It is one of the file as it is, or as it was when it was taken up. */
  async put(change) {
    let sent;
    const answer = await desk.inTurn(async () => {
      sent = typeof change === "function" ? change() : change;
      if (!sent) return {}; // nothing is there by now that could change
      sent = { ...sent, revision: (await sent.revision) ?? desk.message?.revision };
      return wire.ask("edit", sent);
    });
    if (answer.clash) return desk.clashed(sent, answer.clash);
    panel.told(answer, wanted.file);
    return answer;
  },

  closed: () => story?.open(),
  /** What pasting left in the copy is put right in the file; what was done is told at the side. */
  async tidy() {
    drop.report((await desk.change("tidy")).told ?? [], say("tidy"));
  },

  say: (kind, said) => panel.say(kind, said),
  writeAll: (block, line) => words.edit(block, line, true),
  told: (answer) => panel.told(answer, wanted.file),

  /** Ask for what changes the file; what comes of it is told. */
  async change(what, data = {}) {
    await hands.settle();
    const answer = await desk.inTurn(() => wire.ask(what, data));
    panel.told(answer, wanted.file);
    return answer;
  },

  /** The same place was changed elsewhere: both are shown, and whoever sits here says which holds. */
  clashed(change, clash) {
    const dialog = at("clash");
    return new Promise((resolve) => {
      const settle = async (mine) => {
        dialog.close();
        if (!mine) {
          desk.again();
          resolve({ settled: mine === false }); // Esc settles nothing: words go on being typed
          return;
        }
        const answer = await wire.ask("edit", { ...change, mine: true });
        panel.told(answer, wanted.file);
        resolve(answer);
      };
      dialog.replaceChildren(
        make("h2", {}, say("clash")), make("p", {}, say("mine")), make("pre", {}, flush(clash.mine)),
        make("p", {}, say("theirs")), make("pre", {}, flush(clash.theirs)),
        make("div", { className: "row" }, make("button", { id: "mine", onclick: () => settle(true) }, say("keep")),
          make("button", { id: "theirs", onclick: () => settle(false) }, say("leave"))));
      dialog.oncancel = () => settle(null);
      dialog.setAttribute("aria-label", say("clash"));
      dialog.showModal();
    });
  },

  /** Something would lie on a story's copy: it may go with the story, whose copy then gives way to it. What is to be done, nothing
   * where it goes back. */
  offer({ block, other, place, under, lines }, moves) {
    const dialog = at("offer");
    const [column, row] = [0, 1].map((axis) => Math.min(Math.max(place[axis], under[axis]), under[axis] + under[axis + 2] - place[axis + 2]));
    const inside = [column, row, place[2], place[3]];
    const fits = holds(under, inside) && block.joins;
    const told = say(lines ? "covers" : "standsin", { name: block.name, other: other.name, lines });
    const pair = (wrap) => ({ do: "pair", id: block.id, host: other.id, wrap, moves: [...moves.filter(({ id }) => id !== block.id), { id: block.id, place: inside }] });
    const ways = [...(fits ? [["pair_box", pair("box")], ["pair_legs", pair("")]] : []), ["anyway", { do: "place", moves }], ["putback", null]];
    return new Promise((resolve) => {
      const settle = (change) => {
        dialog.close();
        resolve(change);
      };
      dialog.replaceChildren(
        make("h2", {}, told),
        fits ? "" : make("p", {}, say("toolarge", { other: other.name })),
        make("div", { className: "row" }, ...ways.map(([name, change]) => make("button", { id: String(name), onclick: () => settle(change) }, say(String(name))))));
      dialog.oncancel = () => resolve(null);
      dialog.setAttribute("aria-label", told);
      dialog.showModal();
    });
  },

  /** A block goes with a story of its page, or with none. */
  async pair(block, host, wrap = undefined) {
    const inside = block.place && view.block(block.host)?.place && holds(view.block(block.host).place, block.place);
    const answer = await desk.edit(host ? { do: "pair", id: block.id, host, wrap } : { do: "unpair", id: block.id });
    if (answer.done && !host && inside) panel.say("", say("unpaired"));
  },

  /** Copy of a block, by the key that it stands under: edited, a text that shows none of it as a whole, or written where there is
   * none yet. */
  editPart(block, key) {
    const place = block.parts[key];
    return place ? words.edit(block, { at: place }, key === "body" && !block.set) : words.write(block, key);
  },

  /** The first copy of a block that may show none of it: it waits, cannot be set, or has none yet. */
  editAny(block) {
    const keys = ["headline", "caption", ...Object.keys(block.parts)];
    const key = keys.find((each) => block.parts[each]) ?? keys.find((each) => each in block.parts);
    if (key) desk.editPart(block, key);
  },

  /** A cross-head above the paragraph that was clicked last; else above the second of the story, or the only one. */
  async crosshead(block) {
    const body = view.lines(block).filter((line) => line.role === "body");
    const line = body.find((each) => each === desk.clicked) ?? body.find((each) => each.at[0] !== body[0].at[0]) ?? body[0];
    if (line) await words.edit(block, line);
    if (line && words.open) words.crosshead();
  },

  chosen(block) {
    panel.block(block);
    if (block) desk.showLine(block.line);
    else {
      desk.line = 0;
      panel.hint();
    }
  },

  foundLine(block, line) {
    desk.clicked = line;
    if (line) desk.showLine(block.first - 1 + line.at[0]);
  },

  async showLine(line) {
    [desk.line, desk.from, desk.read] = [line, chosen()?.first, desk.message.revision];
    panel.source(await wire.ask("source", { line }), line);
  },

  /** The lines of the file as they are now: those of the block that is chosen go with it. */
  lineAgain() {
    if (!desk.line || desk.read === desk.message.revision) return;
    const first = chosen()?.first;
    desk.showLine(desk.line + (first && desk.from ? first - desk.from : 0));
  },

  editorAddress: (line) => wanted.editor.replace("{file}", encodeURI(wanted.file).replace(/[?#]/g, encodeURIComponent)).replace("{line}", String(line)).replace("{column}", "1"),

  openEditor(line, event) {
    if (!event) /** @type {HTMLElement} */ (document.querySelector("#source a"))?.click();
    return line;
  },

  turn(number) {
    hands.settle();
    at("overview").hidden = true;
    view.turn(number);
    desk.refresh();
  },

  /** Go to what was found. @param {any} found */
  jump(found) {
    if (found.page !== undefined && String(found.page) !== view.number) desk.turn(String(found.page));
    const block = found.block && view.block(found.block);
    if (block) {
      hands.choose(block.id);
      if (block.place) view.reveal(view.rect(block.place));
    }
    if (found.span) desk.showLine(found.span.line);
  },

  /** All that is in hand is written; where nothing is, the file says all of it. */
  save() {
    if (hands.unwritten) hands.settle();
    else if (at("told").className !== "lost") panel.told({ done: true }, wanted.file);
  },

  /** On with the copy of the one story. */
  writeOn() {
    if (words.open) words.field.focus();
    else story.open();
  },

  editAt(point) {
    if (story) return desk.writeOn();
    const block = view.blockAt(point);
    const line = block && view.lineAt(block, point);
    if (line) words.edit(block, line);
    else if (block && (!block.set || block.parts.caption === null)) desk.editAny(block);
  },

  /** A story's columns cut into one leg less or more (破栏). */
  recut: ({ id }, by) => desk.edit(() => {
    const { place, fit } = view.block(id) ?? {};
    return place && fit && { do: "place", moves: [{ id, place, legs: fit.legs + by }] };
  }),

  /** A story made heavier or lighter (分量). */
  weigh: ({ id }, by) => desk.edit(() => {
    const weight = (view.block(id)?.weight ?? NaN) + by;
    return weight >= 1 && weight <= 5 && { do: "weigh", id, weight };
  }),

  /** A block that waits is put into its story, or where it fills a gap of the page best; into one that is a little too small for it,
   * where no other is; else at the foot, which is told. */
  async unshelve(block) {
    const { free = [], held = [], inside = [], close = [] } = await wire.ask("suits", { id: block.id });
    if (held.length) return desk.fill(held[0].id, block.id, held[0].legs);
    const rows = view.page.grid.rows.length - 1;
    const found = inside[0] ?? free[0] ?? close[0];
    const { place, legs } = found ?? { place: [0, Math.max(0, rows - 12), 2, Math.min(12, rows)], legs: null };
    const answer = await desk.edit({ do: "place", moves: [{ id: block.id, place, legs: legs ?? undefined }] });
    hands.choose(block.id);
    if (!found && answer.done) panel.say("stale", say("nogap"));
  },

  /** A block goes to the shelf, and from there out of the file. What it showed lies there still: undo may want it. */
  async away(block) {
    const answer = await desk.edit(() => ({ do: view.block(block.id)?.place ? "shelve" : "remove", id: block.id }));
    if (!answer.left?.length) return;
    const discard = make("button", { onclick: () => desk.change("discard", { files: answer.left }) }, say("discard"));
    panel.say("links", say("leftbehind", { name: block.name, files: answer.left.join("、") }), discard);
  },

  /** A late story takes the room that is held for it. */
  async fill(id, by, legs) {
    hands.choose(by);
    await desk.edit({ do: "fill", id, by, legs: legs ?? undefined });
  },

  /** The page as it is in the file. */
  again() {
    if (desk.message) desk.show({ ...desk.message, blocks: {} });
  },

  /** How many pages were tried while make-ups are searched, and the best of them where there is a better one. */
  async better(answer) {
    if (answer.page) await loadFaces(new Set(Object.values(answer.page.faces)));
    if (!desk.thinking) return;
    if (answer.page) panel.plans({ thinking: true, ...answer });
    else panel.thinks(answer.tried);
  },

  step: (number) => desk.change("step", { number }),

  /** Have other make-ups of the page searched, with ``all`` of all that waits; a click on one takes it. */
  async plan(all = false) {
    [desk.thinking, desk.all, desk.began] = [true, all, Date.now()];
    panel.plans({ thinking: true });
    await hands.settle();
    const answer = await wire.ask("search", { page: view.page.number, all });
    if (!answer.stopped) desk.thinking = false;
    if (answer.stopped) return;
    if (!answer.plans) {
      panel.noPlans();
      return panel.told(answer, wanted.file);
    }
    await loadFaces(new Set((answer.plans ?? []).flatMap((plan) => plan.pages).flatMap((page) => Object.values(page.faces))));
    panel.plans(answer);
  },

  /** A make-up kept by its name and not written: a try. */
  tryPlan: (number, words) => desk.change("try", { number, words }),

  /** The page that is shown, as it is in a version or a try. */
  async peek(of) {
    desk.peeked = of;
    const { page, blocks } = of ? await wire.ask("look", { of, page: view.page.number }) : {};
    if (desk.peeked !== of) return; // pointed at another meanwhile
    if (page) await loadFaces(new Set(Object.values(page.faces)));
    view.peek(page ? pagePicture(page, (name) => blocks[name]) : null);
  },

  async takePlan(number) {
    await desk.change("take", { number });
    panel.noPlans();
  },

  stop() {
    desk.thinking = false;
    wire.ask("stop");
    panel.noPlans();
  },

  async show(message) {
    desk.message = message;
    await view.take(message);
    desk.refresh();
  },

  /** The side as the page is now. */
  refresh() {
    const message = desk.message;
    panel.tabs(message.findings);
    panel.state(message);
    panel.findings(message.findings);
    panel.history(message.history);
    if (!view.page) return;
    hands.follow();
    desk.lineAgain();
    if (!hands.moves) hands.suits.hide(); // counted for the page as it was
    panel.shelf();
    at("invite").hidden = Boolean(view.page.blocks.length);
    panel.copy();
    panel.block(view.block(hands.chosen));
    search.look();
    marks.show(message.said);
    for (const [name, key] of [["undo", "Ctrl Z"], ["redo", "Ctrl Y"]]) {
      const button = at(`do-${name}`), [label] = message[name];
      button.disabled = !label;
      button.title = `${label ? say("turned", { what: say(name), label: said(label) }) : say(name)}  ${key}`;
    }
    document.documentElement.dataset.revision = message.revision;
  },

  overview() {
    const all = at("overview");
    all.hidden = !all.hidden;
    if (!all.hidden) all.replaceChildren(...view.overview((number) => desk.turn(number)));
  },

  page(step) {
    const numbers = view.pages.map((page) => page.number);
    const next = numbers[numbers.indexOf(view.page.number) + step];
    if (next) desk.turn(next);
  },

  help() {
    const dialog = at("help");
    const told = (group) => KEYS.filter((each) => each.group === group).flatMap(({ sign, words }) => [make("dt", {}, make("kbd", {}, sign)), make("dd", {}, say(words))]);
    const groups = ["g_see", "g_move", "g_words", "g_work", "g_out"];
    dialog.replaceChildren(make("h2", {}, say("help")), make("div", {}, ...groups.map((group) => make("section", {}, make("h3", {}, say(group)), make("dl", {}, ...told(group))))));
    dialog.setAttribute("aria-label", say("help"));
    dialog.showModal();
  },

  /** Let go of what is in hand; else put away what lies over the page; else choose nothing. */
  leave() {
    if (hands.moves || hands.held) hands.cancel();
    else if (!at("overview").hidden) at("overview").hidden = true;
    else if (!at("plans").hidden) desk.stop();
    else if (!at("versions").hidden) desk.versions();
    else hands.choose("");
  },
};

const hands = new Hands(view, desk);
const panel = new Panel(view, desk);
const words = new Words(view, desk);
const search = new Search(view, desk);
const marks = new Marks(view, desk);
const drop = new Drop(view, desk);
const story = wanted.story ? new Story(view, desk, wanted.story) : null;
desk.hands = hands;

const chosen = () => view.block(hands.chosen);
const toggled = (name) => () => {
  view.toggle(name);
  hands.marks();
  document.querySelector(`[data-toggle="${name}"]`)?.setAttribute("aria-pressed", String(view.shown.has(name)));
};
const shown = (...ids) => () => ids.forEach((id) => (at(id).hidden = !at(id).hidden));
desk.versions = () => {
  shown("versions", "history")();
  if (at("versions").hidden) view.stage.focus({ preventScroll: true });
  else marks.name();
};
const signed = () => desk.change("say", { what: "sign", page: view.page.number });
const noted = () => marks.begin(chosen(), view.lines(chosen()).includes(desk.clicked) ? desk.clicked : null);
const ctrl = (event) => event.ctrlKey || event.metaKey;

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The arrows with what is held beside them. @param {string} held */
const arrows = (held) => Object.keys(ARROWS).map((arrow) => held + arrow);

/** Keys by their names, each with the group in which the help tells of it; of those with one name the first that may act does. In a field
 * only what holds anywhere acts, for whoever writes one story only what is theirs. @type {any[]} */
const KEYS = [
  { group: "g_work", sign: "Ctrl Z", words: "undo", keys: ["Ctrl z"], act: () => desk.change("undo") },
  { group: "g_work", sign: "Ctrl Y", words: "redo", keys: ["Ctrl y", "Ctrl Shift z"], act: () => desk.change("redo") },
  { group: "g_words", sign: "Ctrl F", words: "find", anywhere: true, keys: ["Ctrl f"], act: () => search.open() },
  { group: "g_words", sign: "Ctrl S", words: "k_write", anywhere: true, alone: true, keys: ["Ctrl s"], act: () => desk.save() },
  { group: "g_words", sign: "↵", words: "k_words", alone: true, keys: ["Enter"], when: chosen, act: () => desk.editFirst() },
  { group: "g_words", sign: "↵", words: "k_part" },
  { group: "g_words", sign: "Ctrl ↵", words: "k_write" },
  { group: "g_words", sign: "Esc", words: "k_leave" },
  ...Object.entries(MARKS).map(([key, [, name]]) => ({ group: "g_words", sign: `Ctrl ${key.toUpperCase()}`, words: name })),
  { group: "g_words", sign: "Ctrl H", words: "crosshead" },
  { sign: "", words: "", keys: arrows("Ctrl "), when: () => chosen()?.picture, act: (e) => hands.focus.step(hands.chosen, ...ARROWS[e.key]) },
  { group: "g_move", sign: "X", words: "box", keys: ["x"], when: chosen, act: () => desk.edit({ do: "box", id: hands.chosen }) },
  { group: "g_move", sign: "← → ↑ ↓", words: "k_move", keys: ["", "Shift ", "Alt Shift "].flatMap(arrows), when: chosen, act: (e) => hands.arrow(...ARROWS[e.key], e.shiftKey, e.altKey) },
  { group: "g_move", sign: "Ctrl ←→↑↓", words: "k_focus" },
  { group: "g_move", sign: "Shift ←→↑↓", words: "k_size" },
  { group: "g_move", sign: "Alt", words: "k_seam" },
  { group: "g_move", sign: "Alt", words: "k_swap" },
  { group: "g_move", sign: "Shift", words: "k_take" },
  { group: "g_move", sign: "Q", words: "k_pair", keys: ["q"], when: () => chosen()?.joins, act: () => at("pair").focus() },
  { group: "g_move", sign: "J", words: "k_suit", keys: ["j"], when: chosen, act: () => hands.next() },
  { group: "g_move", sign: "[ ]", words: "recut", keys: ["[", "]"], when: () => chosen()?.form && chosen().place && chosen().fit, act: (e) => desk.recut(chosen(), e.key === "[" ? -1 : 1) },
  { group: "g_move", sign: "W", words: "k_weight", keys: ["w", "Shift w"], when: () => chosen()?.weight, act: (_, name) => desk.weigh(chosen(), name === "w" ? 1 : -1) },
  { group: "g_move", sign: "L", words: "lock", keys: ["l"], when: chosen, act: () => desk.edit({ do: "lock", id: hands.chosen }) },
  { group: "g_work", sign: "A", words: "note", keys: ["a"], when: chosen, act: noted },
  { group: "g_move", sign: "Del", words: "k_shelve", keys: ["Delete"], when: chosen, act: () => desk.away(chosen()) },
  { group: "g_see", sign: "E", words: "open", keys: ["e"], act: () => desk.openEditor(desk.line) },
  { group: "g_see", sign: ", .", words: "k_step", keys: [",", "."], act: (e) => hands.step(e.key === "." ? 1 : -1) },
  { group: "g_see", sign: "PgUp PgDn", words: "k_pages", keys: ["PageUp", "PageDown"], act: (e) => desk.page(e.key === "PageUp" ? -1 : 1) },
  { group: "g_see", sign: "O", words: "overview", keys: ["o"], act: () => desk.overview() },
  { group: "g_see", sign: "+ −", words: "k_zoom", alone: true, keys: ["+", "=", "-"], act: (e) => view.zoom(view.k * (e.key === "-" ? 0.8 : 1.25)) },
  { group: "g_see", sign: "0", words: "whole", alone: true, keys: ["0"], act: () => view.fitWhole() },
  { group: "g_see", sign: "Space", words: "k_pan" },
  { group: "g_see", sign: "G", words: "grid", keys: ["g"], act: toggled("grid") },
  { group: "g_see", sign: "B", words: "baselines", keys: ["b"], act: toggled("baselines") },
  { group: "g_see", sign: "F", words: "frames", keys: ["f"], act: toggled("frames") },
  { group: "g_see", sign: "C", words: "fit", keys: ["c"], act: toggled("fit") },
  { group: "g_see", sign: "K", words: "ink", keys: ["k"], act: toggled("ink") },
  { group: "g_see", sign: "N", words: "newsprint", keys: ["n"], act: toggled("newsprint") },
  { group: "g_move", sign: "M", words: "search", keys: ["m"], act: () => desk.plan() },
  { group: "g_move", sign: "Shift M", words: "searchall", keys: ["Shift m"], act: () => desk.plan(true) },
  { group: "g_work", sign: "H", words: "history", keys: ["h"], act: () => desk.versions() },
  { group: "g_work", sign: "S", words: "sign", keys: ["s"], act: signed },
  { group: "g_work", sign: "I", words: "drop", keys: ["i"], act: () => drop.choose() },
  { group: "g_out", sign: "1 2 3", words: "k_proof", keys: ["1", "2", "3"], act: (_, name) => proof("png", READINGS[name]) },
  { group: "g_out", sign: "Shift 1 2 3", words: "k_proofs", keys: ["Shift 1", "Shift 2", "Shift 3"], act: (_, name) => proof("pdf", READINGS[name.slice(-1)]) },
  { group: "g_out", sign: "P", words: "pdf", keys: ["p"], act: () => proof("pdf") },
  { group: "g_out", sign: "?", words: "help", keys: ["?"], act: () => desk.help() },
  { group: "g_move", sign: "Esc", words: "k_drop", keys: ["Escape"], act: () => desk.leave() },
];

/** @type {Record<string, string>} */
const READINGS = { 1: "first", 2: "second", 3: "clean" };

desk.editFirst = () => {
  if (story) return desk.writeOn();
  const block = chosen();
  const lines = view.lines(block);
  if (lines.length) words.edit(block, lines[0]);
  else desk.editAny(block);
};

document.addEventListener("keydown", (event) => {
  const target = /** @type {HTMLElement} */ (event.target);
  if (event.isComposing || target.closest("dialog")) return;
  if (["Enter", " "].includes(event.key) && target.closest("button, a, summary")) return; // they press it
  const isField = target.closest("input, textarea, #words") || (target.closest("select") && !ctrl(event) && event.key !== "Escape");
  if (event.key === " " && !isField) {
    desk.space = true;
    event.preventDefault();
    return;
  }
  const name = pressed(event);
  const may = (each) => (each.anywhere || !isField) && (each.alone || !story) && (!each.when || each.when());
  const key = KEYS.find((each) => each.keys?.includes(name) && may(each));
  if (key && key.act(event, name) !== false) event.preventDefault();
});
document.addEventListener("keyup", (event) => {
  if (event.key === " ") desk.space = false;
});
view.stage.addEventListener("wheel", (event) => {
  if (!ctrl(event)) return;
  event.preventDefault();
  view.zoom(view.k * Math.exp(-event.deltaY / 300), event.clientX, event.clientY);
}, { passive: false });

/** The issue as PDF; the page, or the issue, as the proof of a reading (大样). Where it went is told, with the way to keep it.
 * @param {string} name @param {string} [reading] */
function proof(name, reading = "") {
  const address = `/proof/${name}?page=${view.pages.indexOf(view.page)}&reading=${reading}`;
  window.open(address);
  const what = say(reading ? `${reading}_${name}` : desk.message?.draft ? "draft_pdf" : "pdf");
  panel.say("links", say("pulled", { what }), make("a", { href: address, download: "" }, say("keepfile")), make("a", { href: address, target: "_blank" }, say("openfile")));
}

/** Buttons of the head; a list of them behind a name is a menu. */
const TOOLS = [
  ["undo", () => desk.change("undo")], ["redo", () => desk.change("redo")], ["find", () => search.open()],
  ["drop", () => drop.choose()],
  ["overlays", [["grid"], ["baselines"], ["frames"], ["fit"], ["ink"], ["newsprint"], ["whole", () => view.fitWhole()]]],
  ["overview", () => desk.overview()], ["search", () => desk.plan()], ["history", () => desk.versions()], ["sign", signed],
  ["proofs", [...Object.values(READINGS).flatMap((reading) => ["png", "pdf"].map((name) => [`${reading}_${name}`, () => proof(name, reading)])), ["pdf", () => proof("pdf")]]], ["help", () => desk.help()],
];

/** The keys of the proofs in the menu. @type {Record<string, string>} */
const SIGNS = { first_png: "1", first_pdf: "Shift 1", second_png: "2", second_pdf: "Shift 2", clean_png: "3", clean_pdf: "Shift 3" };

/** @param {any[]} tool @returns {HTMLElement} */
function tool([name, act], inMenu = false) {
  if (Array.isArray(act)) {
    const menu = make("details", { className: "menu", name: "menu" }, make("summary", {}, say(name)), make("div", {}, ...act.map((each) => tool(each, true))));
    menu.addEventListener("click", (/** @type {any} */ event) => event.target.matches("button") && (menu.open = false));
    return menu;
  }
  const key = SIGNS[name] ?? KEYS.find((each) => each.words === name)?.sign;
  const button = make("button", { id: `do-${name}`, onclick: act ?? toggled(name), title: key ? `${say(name)}  ${key}` : say(name) }, say(name));
  if (key && inMenu) button.append(make("kbd", {}, key));
  if (!act) {
    button.dataset.toggle = name;
    button.setAttribute("aria-pressed", String(view.shown.has(name)));
  }
  return button;
}
at("tools").append(...TOOLS.map((each) => tool(each)));
view.stage.setAttribute("aria-label", say("sheet"));
at("tools").setAttribute("aria-label", say("tools"));
at("tabs").setAttribute("aria-label", say("overview"));
at("side").setAttribute("aria-label", say("side"));
at("copy").setAttribute("aria-label", say("copyread"));
at("invite").append(make("b", {}, say("bringhere")), make("p", {}, say("bringwhat")), make("button", { onclick: () => drop.choose() }, say("bringchoose"), " ", make("kbd", {}, "I")));
panel.hint();

wire.on.pages = async (message) => {
  if (["lost", "stale"].includes(at("told").className)) panel.say("", ""); // it was of the state before
  const first = !desk.message;
  view.keep(message);
  if (words.open) {
    desk.message = message;
    desk.refresh();
    words.again(); // the page shows what is being typed
  } else await desk.show(message);
  if (first) await words.restore();
  if (!words.open) story?.open();
};
wire.on.better = (answer) => desk.better(answer);
wire.on.fault = (answer) => panel.told(answer, wanted.file);
wire.on.gone = () => panel.gone();
wire.on.shut = () => panel.say("lost", say("shut"));
wire.on.anew = () => location.reload();
wire.on.lost = () => panel.say("lost", say("lost"));
