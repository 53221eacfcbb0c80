// The side: the chosen block, the shelf, what was found, what was changed, make-ups; and the lines of the file below.

import { at, fill, make } from "./dom.js";
import { pagePicture } from "./scene.js";
import { fitWords, moment, said, say } from "./say.js";

/** Why the server does nothing, as it calls it. @type {Record<string, string>} */
const REASONS = { draft: "draftsign", words: "words", empty: "dropempty", old: "old", gone: "gone" };

/** What a finding says: how bad it is, the words, where, what to do. @param {any} found @param {HTMLElement | null} [where] */
export function finding(found, where = null) {
  const sign = make("span", { className: `severity ${found.severity}`, title: say(found.severity) });
  sign.setAttribute("role", "img");
  sign.setAttribute("aria-label", say(found.severity));
  return [sign, said(found.message), where, said(found.hint) ? make("span", { className: "hint" }, said(found.hint)) : null];
}

/** What pasting leaves in copy and the program can put right in the file (来稿整理). */
const SLIPS = ["P430", "P431"];

/** Roles of type that run on over lines. */
const RUN_ON = ["headline", "deck", "body", "brief", "caption"];

/** Have a list act on what is chosen. Keys that only go through it choose nothing before Enter, or before it is left; Esc puts it back. @param {HTMLSelectElement} field @param {() => void} act */
function chooses(field, act) {
  let [was, going] = [field.value, false];
  const settle = () => {
    if (field.value === was) return;
    was = field.value;
    act();
  };
  field.onkeydown = (event) => {
    going = !event.ctrlKey && !event.metaKey && (event.key.startsWith("Arrow") || event.key.length === 1);
    if (event.key === "Enter") settle();
    if (event.key === "Escape") field.value = was;
  };
  field.onpointerdown = () => (going = false);
  field.onchange = () => going || settle();
  field.onblur = settle;
}

/** Of so many blocks that a make-up brings onto the page or takes off it the names are told. */
const NAMED = 2;

export class Panel {
  /** @param {import("./view.js").View} view @param {any} desk */
  constructor(view, desk) {
    this.view = view;
    this.desk = desk;
    document.addEventListener("tried", (/** @type {any} */ event) => this.tried(event.detail));
    addEventListener("resize", () => this.tab());
  }

  /** Page tabs, with how much is wrong on each. */
  tabs(findings) {
    const tabs = this.view.pages.map((page) => {
      const errors = findings.filter((found) => found.severity === "error" && String(found.page) === page.number).length;
      const tab = make("button", { onclick: () => this.desk.turn(page.number) }, `${page.number} ${page.title}`);
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-selected", String(page.number === this.view.page.number));
      if (errors) tab.append(make("span", { className: "mark" }, String(errors)));
      if (errors) tab.setAttribute("aria-label", `${page.number} ${page.title} ${say("errors", { errors })}`);
      return tab;
    });
    fill(at("tabs"), ...tabs);
    this.tab();
  }

  /** The tab of the page that is shown, in sight. */
  tab() {
    at("tabs").querySelector('[aria-selected="true"]')?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Whether pages can go to press; else what they still lack: copy, as the findings count it, or a page's white. */
  judged(message) {
    const count = (severity) => message.findings.filter((found) => found.severity === severity).length;
    const [errors, warnings] = [count("error"), count("warning")];
    const numbers = (lacks) => message.pages.filter(lacks).map((page) => page.number).join("、");
    const empty = numbers((page) => !page.blocks.some((block) => block.place)), holes = numbers((page) => page.holes.length);
    const short = message.pages.flatMap((page) => page.blocks).map((block) => block.fit?.short[0] ?? 0).filter(Boolean);
    const lines = short.reduce((all, each) => all + each, 0);
    const kind = message.stale ? "stale" : errors ? "draft" : empty ? "empty" : lines ? "lacks" : holes ? "holes" : warnings ? "warned" : "ready";
    return { kind, words: say(kind, { errors, warnings, lines, stories: short.length, pages: kind === "empty" ? empty : holes }) };
  }

  state(message) {
    const { kind, words } = this.judged(message);
    at("state").className = kind;
    const loose = message.pages.flatMap((page) => page.blocks).filter((block) => block.owner).length;
    at("state").textContent = loose ? `${words} · ${say("loose", { loose })}` : words;
    at("state").title = this.view.page ? this.counts() : "";
    this.wrong(message);
  }

  /** A file that nothing can be drawn of: what is wrong with it stands over the page that stays. */
  wrong(message) {
    const errors = message.stale ? message.findings.filter((found) => found.severity === "error") : [];
    at("wrong").hidden = !errors.length;
    fill(at("wrong"), make("h2", {}, say("stale")), make("ul", {}, ...errors.slice(0, 5).map((found) => this.found(found))));
    if (errors[0]?.span) this.desk.showLine(errors[0].span.line);
  }

  /** How long the copy is, of the page, of what waits on its shelf, and of the issue. */
  counts() {
    const sum = (blocks) => blocks.reduce((all, block) => all + block.characters, 0);
    const { blocks } = this.view.page;
    const waiting = sum(blocks.filter((block) => !block.place));
    const told = { page: sum(blocks) - waiting, waiting, issue: sum(this.view.pages.flatMap((page) => page.blocks)) };
    return say(waiting ? "countswaiting" : "counts", told);
  }

  gone() {
    at("state").className = "stale";
    at("state").textContent = say("gone");
  }

  /** Tell something that happened, with links that go with it; it goes by, unless it is that something was not done. */
  say(kind, words, ...links) {
    const told = at("told");
    told.className = kind;
    told.replaceChildren(words, ...links);
    told.style.animation = "none"; // begun anew
    void told.offsetWidth;
    told.style.animation = "";
  }

  /** What was found, the worst first; each leads to its place. */
  findings(findings) {
    const order = ["error", "warning", "info"];
    const shown = findings.filter((found) => found.severity !== "info").sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
    const list = shown.map((found) => this.found(found));
    const slips = findings.some((found) => SLIPS.includes(found.code));
    const tidy = make("div", { className: "row" }, make("button", { id: "tidy", onclick: () => this.desk.tidy() }, say("tidy")));
    fill(at("findings"), make("h2", {}, `${say("findings")} ${shown.length || ""}`), slips ? tidy : "", shown.length ? make("ul", {}, ...list) : make("p", {}, say("none")));
  }

  /** One of them. */
  found(found) {
    const where = found.span ? make("span", { className: "where" }, `${found.span.line}:${found.span.column}`) : null;
    return make("li", {}, make("button", { onclick: () => this.desk.jump(found) }, ...finding(found, where)));
  }

  /** The chosen block, and what can be done with it. */
  block(block) {
    if (!block) {
      fill(at("block"), ...(this.view.page ? [make("p", { id: "counts" }, this.counts())] : []));
      return;
    }
    const fit = block.place && !block.set ? { kind: "over", words: say("cannot") } : fitWords(block.fit, "cut", "fill");
    const facts = [
      block.locked && say("locked"),
      block.place && say("size", { columns: block.place[2], rows: block.place[3] }),
      block.fit && say("legs", { legs: block.fit.legs }),
      block.characters && say("copylength", { characters: block.characters }),
    ].filter(Boolean);
    this.announce([block.name, fit.words, ...facts].filter(Boolean).join(" · "));
    const act = (words, key, does, told = "") => {
      const button = make("button", { onclick: does }, words);
      if (told) button.setAttribute("aria-label", told);
      if (key) button.append(" ", make("kbd", {}, key));
      return button;
    };
    const rows = [make("div", { className: "row" },
      act(say(block.locked ? "unlock" : "lock"), "L", () => this.desk.edit({ do: "lock", id: block.id })),
      act(say(block.place ? "shelve" : "remove"), "Del", () => this.desk.away(block)),
      act(say("open"), "E", () => this.desk.openEditor(block.line)))];
    if (block.place && block.form) {
      rows.push(make("div", { className: "row" }, say("recut"), act("−", "[", () => this.desk.recut(block, -1), say("fewer")), String(block.fit?.legs ?? "–"), act("+", "]", () => this.desk.recut(block, 1), say("more"))));
      for (const button of rows[1].querySelectorAll("button")) button.disabled = !block.fit; // one that cannot be set has no legs
    }
    if (block.picture) {
      rows.push(make("div", { className: "row" }, say("picture"), ...[["whole", "whole_picture"], ["crop", "crop"]].map(([fit, name]) => {
        const button = act(say(name), "", () => this.desk.edit({ do: "crop", id: block.id, fit }));
        button.setAttribute("aria-pressed", String(fit === (block.picture.fit || "crop")));
        return button;
      })));
    } else if (!block.held) rows[0].append(act(say("box"), "X", () => this.desk.edit({ do: "box", id: block.id })));
    if (block.joins) rows.push(...this.pairing(block));
    const parts = Object.entries(block.parts);
    if (parts.length) {
      rows.push(make("div", { className: "row", id: "parts" }, say("edit"), ...parts.map(([key, place]) =>
        act(place ? say(`p_${key}`) : `+ ${say(`p_${key}`)}`, "", () => this.desk.editPart(block, key), place ? "" : `${say("add")} ${say(`p_${key}`)}`)),
        block.form && block.place ? act(`+ ${say("crosshead")}`, "", () => this.desk.crosshead(block)) : null));
    }
    if (block.weight) rows.push(this.weight(block));
    if (block.form) {
      rows.push(make("div", { className: "row" }, say("form"), ...["auto", "above", "partial", "vertical"].map((form) => {
        const button = act(say(form), "", () => this.desk.edit({ do: "form", id: block.id, form }));
        button.setAttribute("aria-pressed", String(form === block.form));
        return button;
      })));
    }
    fill(at("block"), 
      make("h2", {}, block.id), make("h3", {}, block.name),
      make("p", { className: `fit ${fit.kind}`, id: "blockfit" }, fit.words), make("p", {}, facts.join(" · ")), ...rows,
      ...(block.tail ? [make("h2", {}, say("tail")), make("div", { className: "tail" }, block.tail)] : []),
      ...(block.held ? [make("div", { id: "waiting" })] : []));
    if (block.held) this.waiting(block);
  }

  /** How important a story is (分量), 5 the most. */
  weight(block) {
    const choices = [1, 2, 3, 4, 5].map((weight) => {
      const button = make("button", { onclick: () => this.desk.edit({ do: "weigh", id: block.id, weight }) }, String(weight));
      button.setAttribute("aria-label", say("weighs", { weight }));
      button.setAttribute("aria-pressed", String(weight === block.weight));
      return button;
    });
    return make("div", { className: "row", id: "weight" }, say("weight"), ...choices, make("kbd", {}, "W"));
  }

  /** Which story of the page a block goes with (配), and how copy makes room for it there. */
  pairing(block) {
    const field = make("select", { id: "pair" },
      make("option", { value: "" }, say("alone")),
      ...this.view.page.blocks.filter((each) => each.hosts && each !== block).map((each) => make("option", { value: each.id }, each.name)));
    field.value = block.upon ? "" : block.host;
    chooses(field, () => this.desk.pair(block, field.value));
    field.setAttribute("aria-label", say("goeswith"));
    const rows = [make("div", { className: "row" }, say("goeswith"), field)];
    if (field.value) {
      rows.push(make("div", { className: "row" }, say("wrapping"), ...["", "box"].map((wrap) => {
        const button = make("button", { onclick: () => this.desk.pair(block, block.host, wrap) }, say(wrap ? "wrap_box" : "wrap_legs"));
        button.setAttribute("aria-pressed", String(wrap === block.wrap));
        return button;
      })));
    }
    return rows;
  }

  /** What would stand in the room that is held, the best first; a click puts it there. */
  async waiting(block) {
    const { waiting = [] } = await this.desk.ask("waiting", { id: block.id });
    if (this.desk.hands.chosen !== block.id || !document.getElementById("waiting")) return;
    const rows = waiting.map(({ id, set, fit }) => {
      const told = set ? fitWords(fit, "cut", "fill") : { kind: "over", words: say("cannot") };
      return make("li", { className: "waiting" }, make("button", { onclick: () => this.desk.hands.choose(id) }, this.view.block(id)?.name ?? id, " ", make("span", { className: `fit ${told.kind}` }, told.words || say("fits"))),
        make("button", { className: "on", onclick: () => this.desk.fill(block.id, id) }, say("unshelve")));
    });
    at("waiting").replaceChildren(make("h2", {}, say("waitingfor")), rows.length ? make("ul", {}, ...rows) : make("p", {}, say("nowaiting")));
  }

  /** A block is being tried somewhere: tell how it would fit. */
  tried(answer) {
    const fit = answer.fits.find((each) => each.id === this.desk.hands.chosen);
    const out = document.getElementById("blockfit");
    if (!out || !fit) return;
    const told = fit.set ? fitWords(fit.fit, "cut", "fill") : { kind: "over", words: say("cannot") };
    out.className = `fit ${told.kind}`;
    out.textContent = told.words;
    this.announce(told.words);
  }

  /** Tell who reads by ear, unless it is what was told last. */
  announce(words) {
    if (at("announced").textContent !== words) at("announced").textContent = words;
  }

  /** What waits without a place. */
  shelf() {
    const waiting = this.view.page?.blocks.filter((block) => !block.place) ?? [];
    const list = waiting.map((block) => make("li", { className: "waiting" },
      make("button", { onclick: () => this.waits(block) }, block.name),
      make("button", { className: "on", onclick: () => this.desk.unshelve(block) }, say("unshelve")),
      block.owner ? this.owner(block) : null));
    const all = make("button", { id: "shelf-all", onclick: () => this.desk.plan(true) }, say("searchall"), " ", make("kbd", {}, "Shift M"));
    fill(at("shelf"), ...(list.length ? [make("h2", {}, say("shelf")), make("ul", {}, ...list), all] : []));
  }

  /** What waits is chosen: no sheet shows it, so what the side says of it comes into sight. @param {any} block */
  waits(block) {
    this.desk.hands.choose(block.id);
    at("block").scrollIntoView({ block: "nearest" });
  }

  /** Which story a picture without one belongs to: the one that something speaks for, told why, or any other of the page. */
  owner(block) {
    const { story, why, words } = block.owner;
    const others = this.view.page.blocks.filter((each) => each.hosts && each.id !== story);
    const field = make("select", {}, make("option", { value: "" }, say(story ? "another" : "whichstory")), ...others.map((each) => make("option", { value: each.id }, each.name)));
    chooses(field, () => field.value && this.desk.pair(block, field.value));
    field.setAttribute("aria-label", say("whichstory"));
    const guess = story && make("button", { className: "guess", onclick: () => this.desk.pair(block, story) }, say("belongs", { story: this.view.block(story)?.name ?? story }),
      make("span", { className: "where" }, say(`by_${why}`, { words })));
    return make("div", { className: "row owner" }, say("whose"), guess || null, others.length ? field : null);
  }

  history(steps) {
    const list = steps.slice(-60).reverse().map((step) => {
      const what = ["seen", "outside", "undo", "redo"].includes(step.what) ? say(step.what) : "";
      return make("li", {}, make("button", { title: say("back"), onclick: () => this.desk.step(step.number) }, `${moment(step.time)} ${what} ${said(step.label)}`, make("span", { className: "where" }, step.who)));
    });
    fill(at("history"), make("h2", {}, say("history")), make("ul", {}, ...list));
  }

  /** What the lines of the file wait for. */
  hint() {
    at("source").replaceChildren(make("p", { className: "hint" }, say("chosenhint")));
  }

  /** Lines of the file, and the way into an editor. */
  source(answer, line) {
    if (!answer.lines) return;
    const lines = answer.lines.map((words, index) => {
      const number = answer.first + index;
      return make("div", { className: number === line ? "line here" : "line" }, make("span", { className: "number" }, String(number)), make("span", {}, words));
    });
    const open = make("a", { href: this.desk.editorAddress(line) }, `${say("open")} `);
    open.onclick = (event) => this.desk.openEditor(line, event);
    at("source").replaceChildren(...lines, open);
  }

  /** The copy in reading order, for who reads by ear: block by block, what has not changed left alone. */
  copy() {
    const before = this.read ?? new Map();
    this.read = new Map(this.view.page.order.map(([id, name]) => [name, before.get(name) ?? this.aloud(name)]));
    for (const [id, name] of this.view.page.order) this.called(this.read.get(name), this.view.block(id));
    const parts = [...this.read.values()];
    if (parts.length !== before.size || [...before.values()].some((part, index) => part !== parts[index])) at("copy").replaceChildren(...parts);
  }

  /** A block as it is read out: its headlines, and each paragraph in one, over the lines that it is set in. */
  aloud(name) {
    const parts = [];
    for (const { role, at: [line], words } of this.view.known.get(name).items.filter((item) => item.t === "line")) {
      const last = parts.at(-1);
      const on = last && RUN_ON.includes(role) && last.role === role && last.line === line;
      if (on) last.words += (role === "headline" ? "\n" : /\w$/.test(last.words) && /^\w/.test(words) ? " " : "") + words;
      else parts.push({ role, line, words });
    }
    const section = make("section", {}, ...parts.map(({ role, words }) => make(role === "headline" ? "h2" : "p", {}, words)));
    return section;
  }

  /** What a block that is read out is called: it may be locked without being drawn anew. @param {HTMLElement} section @param {any} block */
  called(section, block) {
    section.setAttribute("aria-label", block ? [block.picture && say("picture"), block.name, block.locked && say("locked")].filter(Boolean).join(" ") : "");
  }

  /** What became of a change. */
  told(answer, file) {
    if (answer.refused) this.say("stale", say("refused", { reason: answer.refused.message ? said(answer.refused.message) : say(REASONS[answer.refused] ?? "state") }));
    else if (answer.fault) this.say("stale", said(answer.fault.message));
    else if (answer.clash) this.say("stale", say("refused", { reason: say("clash") }));
    else if (answer.lost) this.say("lost", say("lost"));
    else if (answer.kept) this.say("", say("kept", { words: answer.kept }));
    else if (answer.discarded) this.say("", say("discarded"));
    else if (answer.nothing) this.say("", say(`nothing_${answer.nothing}`));
    else if (answer.turned) this.say("", say(answer.merged ? "turnedmerged" : "turned", { what: say(answer.turned), label: said(answer.label) }));
    else if (answer.became) this.say("", say(`became_${answer.became}`));
    else if (answer.done) this.say("", answer.beside ? say("beside") : answer.merged ? say("merged") : say("saved", { file: file.split("/").pop() }));
  }

  /** How far a search has come: its seconds, and how many pages it has set. @param {number} [tried] */
  thinks(tried = 0) {
    const out = document.getElementById("thinking");
    if (out) out.textContent = say(tried ? "thinkingof" : "thinking", { seconds: Math.round((Date.now() - this.desk.began) / 1000), tried });
  }

  /** Make-ups to choose from, beside the page as it is; while they are searched the best one so far. One that is pointed at lies over
   * the page. */
  plans(answer) {
    const section = at("plans");
    const fresh = section.hidden;
    section.hidden = false;
    this.view.peek(null);
    const close = make("button", { onclick: () => this.desk.stop() }, say(answer.thinking ? "stop" : "close"));
    const again = answer.thinking ? null : make("button", { id: "again", onclick: () => this.desk.plan(this.desk.all) }, say("again"));
    const head = [make("h2", {}, say("plans")), make("div", { className: "row" }, again, close)];
    if (answer.thinking) head.push(make("p", { id: "thinking" }), make("progress", {}));
    const cards = (answer.plans ?? []).map((plan, index) => {
      const page = plan.pages.find((each) => each.number === this.view.page.number) ?? plan.pages[0];
      const keep = make("button", { className: "try", onclick: () => this.desk.tryPlan(index, said(plan.name)) }, say("try"));
      return make("div", {}, this.plan(page, answer.blocks, plan, () => this.desk.takePlan(index)), keep);
    });
    if (answer.page) cards.push(this.plan(answer.page, answer.blocks, { name: null, why: answer.why, findings: null }, null));
    if (answer.plans?.length) cards.push(this.now());
    const none = (answer.found ?? []).filter((found) => found.severity === "error").map((found) => make("p", {}, said(found.message)));
    const told = cards.length ? [make("div", { className: "cards" }, ...cards)] : none.length ? none : answer.thinking ? [] : [make("p", {}, say("noplan"))];
    fill(section, ...head, ...told);
    if (answer.thinking) this.thinks(answer.tried);
    if (fresh) section.scrollIntoView();
  }

  /** The page as it is, for make-ups to be held against. */
  now() {
    const { kind, words } = this.judged({ findings: this.desk.message.findings, pages: [this.view.page] });
    return make("div", { className: "plan now" }, pagePicture(this.view.page, (block) => this.view.known.get(block)), make("b", {}, say("asitis")),
      make("p", { className: `judged ${kind}` }, words));
  }

  /** What taking a make-up does to the blocks of the page. @param {any} page */
  moves(page) {
    const before = new Map(this.view.page.blocks.map((block) => [block.id, block]));
    const pairs = page.blocks.filter((block) => before.has(block.id)).map((block) => [block, before.get(block.id)]);
    const moved = pairs.filter(([after, was]) => after.place && was.place && String(after.place) !== String(was.place)).length;
    const names = (all) => {
      const told = all.slice(0, NAMED).map(([block]) => `“${block.name}”`).join("、");
      return all.length > NAMED ? say("andmore", { told, count: all.length }) : told;
    };
    const [on, off] = [pairs.filter(([after, was]) => after.place && !was.place), pairs.filter(([after, was]) => !after.place && was.place)];
    return [moved ? say("moves", { count: moved }) : "", on.length ? say("comeon", { names: names(on) }) : "", off.length ? say("gooff", { names: names(off) }) : ""].filter(Boolean).join(say("semicolon"));
  }

  /** One make-up: what it is called, how it looks, what will be found of it, what it moves, why. */
  plan(page, blocks, { name, why, findings }, act) {
    const picture = () => pagePicture(page, (block) => blocks[block]);
    const card = make(act ? "button" : "div", { className: act ? "plan" : "plan best", onclick: act });
    card.append(picture(), make("b", {}, name ? said(name) : say("best")));
    if (findings) {
      const { kind, words } = this.judged({ findings, pages: [page] });
      const worst = [...findings.filter((found) => found.severity === "error"), ...findings.filter((found) => found.severity !== "error")];
      card.append(make("p", { className: `judged ${kind}` }, words),
        ...worst.slice(0, 3).map((found) => make("p", { className: found.severity === "error" ? "fit over" : "fit short" }, said(found.message))),
        worst.length > 3 ? make("p", {}, say("morewrong", { count: worst.length - 3 })) : "", make("p", {}, this.moves(page)));
    }
    card.append(make("p", {}, said(why)));
    card.onpointerenter = card.onfocus = () => this.view.peek(picture());
    card.onpointerleave = card.onblur = () => this.view.peek(null);
    return card;
  }

  noPlans() {
    at("plans").hidden = true;
    this.view.peek(null);
  }
}
