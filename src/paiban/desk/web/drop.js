// Files dropped on the desk, or chosen by key: copy and pictures come in as blocks that wait on the shelf of the page.

import { at, make } from "./dom.js";
import { finding } from "./panel.js";
import { say } from "./say.js";

export class Drop {
  /** @param {import("./view.js").View} view @param {any} desk */
  constructor(view, desk) {
    this.view = view;
    this.desk = desk;
    this.field = make("input", { type: "file", multiple: true, id: "drop-field", hidden: true, onchange: () => this.send([...this.field.files]) });
    document.body.append(this.field);
    document.addEventListener("dragover", (event) => {
      event.preventDefault();
      document.body.classList.toggle("dropping", !desk.alone);
    });
    document.addEventListener("dragleave", (event) => event.relatedTarget || document.body.classList.remove("dropping"));
    document.addEventListener("drop", (event) => {
      event.preventDefault();
      document.body.classList.remove("dropping");
      if (!desk.alone) this.send([...event.dataTransfer.files]);
    });
  }

  choose() {
    this.field.value = "";
    this.field.click();
  }

  /** @param {File[]} files */
  async send(files) {
    if (!files.length) return;
    const names = JSON.stringify(files.map(({ name, size }) => ({ name, size })));
    const body = new Blob([`${names}\n`, ...files]);
    await this.desk.hands.settle();
    const answer = await this.desk.inTurn(async () => {
      const page = Math.max(0, this.view.pages.indexOf(this.view.page)); // the first will be shown where none is yet
      const told = await fetch(`/drop?page=${page}`, { method: "POST", body }).catch(() => null);
      return told?.ok ? told.json() : { lost: true };
    });
    this.desk.told(answer);
    this.report(answer.told ?? [], say("brought", { count: files.length }));
  }

  /** What was found in the files: folded up where none of it is wrong, with how much there is. */
  report(told, title) {
    const close = make("button", { onclick: () => at("dropped").replaceChildren() }, say("close"));
    const wrong = told.some((found) => found.severity !== "info");
    const list = make("ul", {}, ...told.map((found) => make("li", {}, ...finding(found))));
    at("dropped").replaceChildren(...(told.length ? [make("details", { open: wrong }, make("summary", {}, `${title} · ${say("notices", { count: told.length })}`), list, close)] : []));
  }
}
