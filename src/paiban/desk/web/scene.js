// Blocks of a page as SVG. Everything is made by name from data: nothing in copy can become mark-up.

const SVG = "http://www.w3.org/2000/svg";

/** @type {Map<string, Promise<unknown>>} */
const faces = new Map();

/** An element with attributes; those without a value are left out. @param {string} name @param {Record<string, any>} attributes @returns {any} */
export function svg(name, attributes = {}) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined && value !== "") made.setAttribute(key, String(value));
  }
  return made;
}

/** Load faces by their names. @param {Iterable<string>} names */
export function loadFaces(names) {
  for (const name of names) {
    if (!faces.has(name)) {
      const face = new FontFace(`f${name}`, `url(/face/${name})`);
      document.fonts.add(face);
      faces.set(name, face.load().catch(() => undefined));
    }
  }
  return Promise.all([...names].map((name) => faces.get(name)));
}

const DRAWN = {
  line: (item) => {
    const group = svg("g");
    group.append(...item.runs.map(run), ...item.marks.map(drawn));
    return group;
  },
  rule: ({ ends, w, c, dash }) =>
    svg("line", { x1: ends[0], y1: ends[1], x2: ends[2], y2: ends[3], stroke: c, "stroke-width": w, "stroke-dasharray": dash.join(" ") }),
  box: (item) => {
    const group = svg("g");
    if (item.fill) group.append(svg("rect", { ...place(item.rect), rx: item.r || null, fill: item.fill }));
    if (item.stroke) {
      const inset = item.w / 2;
      const [x, y, width, height] = item.rect;
      const inner = place([x + inset, y + inset, width - item.w, height - item.w]);
      const rx = Math.max(0, item.r - inset) || null;
      group.append(svg("rect", { ...inner, rx, fill: "none", stroke: item.stroke, "stroke-width": item.w }));
    }
    return group;
  },
  path: ({ d, c }) => svg("path", { d, fill: c }),
  crop: ({ rect, crop: [left, top, right, bottom], whole }) => {
    const window = svg("svg", { class: "crop", ...place(rect), viewBox: `${left} ${top} ${right - left} ${bottom - top}`, preserveAspectRatio: "none" });
    window.append(svg("image", { width: 1, height: 1, preserveAspectRatio: "none", href: `/picture/${whole}` }));
    return window;
  },
  image: ({ rect, name }) => svg("image", { ...place(rect), preserveAspectRatio: "none", href: `/picture/${name}` }),
};

/** @param {any} item @returns {SVGElement} */
const drawn = (item) => DRAWN[item.t](item);

/** @param {any} data */
function run({ f, s, c, g, m, x, y }) {
  const text = svg("text", {
    "font-family": `f${f}`, "font-size": s, fill: c, transform: m, x: x.join(" "), y: Array.isArray(y) ? y.join(" ") : y,
  });
  text.textContent = g;
  return text;
}

/** @param {number[]} rect */
const place = ([x, y, width, height]) => ({ x, y, width: Math.max(0, width), height: Math.max(0, height) });

/** A block's drawing put into an element. @param {SVGElement} into @param {any} data */
export function draw(into, data) {
  into.replaceChildren(...data.items.map(drawn));
}

/** A whole page as one picture, for overviews. @param {any} page @param {(name: string) => any} block */
export function pagePicture(page, block) {
  const picture = svg("svg", { viewBox: `0 0 ${page.size[0]} ${page.size[1]}`, "aria-hidden": "true" });
  for (const [, name] of page.order) {
    const group = svg("g");
    draw(group, block(name));
    picture.append(group);
  }
  return picture;
}
