// Every word of the desk, in Chinese and English.

const WORDS = {
  title: ["编辑台", "desk"],
  page: ["第 {number} 版", "page {number}"],
  ready: ["可以付印", "ready for the press"],
  draft: ["草样：{errors} 处错误", "draft: {errors} errors"],
  stale: ["文件有错，版面停在上一稿", "the file is wrong; the last page stays"],
  gone: ["文件不见了，版面停在上一稿", "the file is gone; the last page stays"],
  lost: ["和编辑台断开了，正在重连……", "the desk does not answer; trying again…"],
  fits: ["正好", "fits"],
  over: ["超 {lines} 行 {characters} 字", "{lines} lines, {characters} characters over"],
  short: ["缺 {lines} 行 {characters} 字", "{lines} lines, {characters} characters short"],
  cut: ["超 {lines} 行：删 {characters} 字", "{lines} lines over: cut {characters} characters"],
  fill: ["缺 {lines} 行：添 {characters} 字", "{lines} lines short: add {characters} characters"],
  cannot: ["这里排不下", "cannot be set here"],
  findings: ["问题", "Findings"],
  none: ["没有问题", "nothing found"],
  shelf: ["待用稿", "Shelf"],
  history: ["改动", "History"],
  plans: ["拼版方案", "Make-ups"],
  thinking: ["正在想……", "thinking…"],
  close: ["收起", "close"],
  again: ["再想", "again"],
  noplan: ["没有拼得下的方案", "no make-up fits"],
  tail: ["还没有排下", "has no room yet"],
  legs: ["{legs} 栏", "{legs} legs"],
  recut: ["破栏", "legs"],
  size: ["占 {columns} 栏 {rows} 行", "{columns} columns, {rows} rows"],
  chars: ["{characters} 字", "{characters} characters"],
  line: ["第 {line} 行", "line {line}"],
  lock: ["锁定", "lock"],
  unlock: ["解锁", "unlock"],
  waitingfor: ["能放进来的稿", "what would fit here"],
  nowaiting: ["还没有待用稿", "nothing waits on the shelf"],
  shelve: ["撤下待用", "to the shelf"],
  nostory: ["没有叫“{name}”的稿件", "there is no story “{name}”"],
  box: ["加框、去框", "box"],
  whole_picture: ["整张", "whole"],
  crop: ["裁满", "cropped"],
  picture: ["图片", "picture"],
  k_focus: ["移动图片的焦点", "the focus of a picture"],
  unshelve: ["排上版", "onto the page"],
  edit: ["改字", "edit"],
  open: ["在编辑器里打开", "open in the editor"],
  form: ["题式", "headline"],
  auto: ["自动", "auto"],
  above: ["横题", "above"],
  partial: ["串文题", "partial"],
  vertical: ["竖题", "vertical"],
  undo: ["撤销", "undo"],
  redo: ["重做", "redo"],
  grid: ["栏格", "grid"],
  baselines: ["行线", "baselines"],
  frames: ["外框", "frames"],
  fit: ["超缺", "fit"],
  newsprint: ["新闻纸", "newsprint"],
  whole: ["整版", "whole page"],
  overview: ["全部版面", "all pages"],
  help: ["按键", "keys"],
  pdf: ["付印 PDF", "PDF for the press"],
  first_png: ["一校 PNG", "first proof PNG"],
  first_pdf: ["一校 PDF", "first proof PDF"],
  second_png: ["二校 PNG", "second proof PNG"],
  second_pdf: ["二校 PDF", "second proof PDF"],
  clean_png: ["清样 PNG", "clean proof PNG"],
  clean_pdf: ["清样 PDF", "clean proof PDF"],
  k_proof: ["大样 PNG：一校、二校、清样", "proofs as PNG: first, second, clean"],
  k_proofs: ["大样 PDF：一校、二校、清样", "proofs as PDF: first, second, clean"],
  search: ["自动拼版", "make up"],
  searchall: ["待用稿都拼上版", "make up with all that waits"],
  save: ["写入", "write"],
  cancel: ["不改", "cancel"],
  saved: ["已写入 {file}", "written to {file}"],
  merged: ["已写入，和别处的改动合在一起", "written, together with a change made elsewhere"],
  refused: ["没有写入：{reason}", "not written: {reason}"],
  state: ["文件现在有错，先改好再动版面", "the file is wrong just now: put it right first"],
  clash: ["同一处别人也改过", "somebody changed the same place"],
  mine: ["我的", "mine"],
  theirs: ["现在文件里的", "in the file now"],
  keep: ["用我的", "keep mine"],
  leave: ["用文件里的", "keep the file's"],
  seen: ["打开", "opened"],
  outside: ["别处改的", "changed elsewhere"],
  back: ["回到这里", "back to here"],
  find: ["查找", "find"],
  replace: ["替换成", "replace by"],
  replaceone: ["换这一处", "this one"],
  replaceall: ["全部替换", "all"],
  places: ["{count} 处", "{count} places"],
  copylength: ["{characters} 字", "{characters} characters"],
  counts: ["本版 {page} 字 · 全期 {issue} 字", "this page {page} characters · the issue {issue}"],
  bold: ["粗", "bold"],
  dots: ["着重号", "emphasis dots"],
  name: ["专名号", "proper name"],
  booktitle: ["书名号", "book title"],
  selected: ["选中 {characters} 字", "{characters} selected"],
  note: ["批注", "note"],
  notes: ["批注", "Notes"],
  answer: ["回复", "answer"],
  resolve: ["已处理", "done"],
  versions: ["定稿", "Versions"],
  versionname: ["名称，如 送二校", "a name: sent to the reader"],
  keepversion: ["记下这一稿", "keep this version"],
  since: ["看此后改了哪些", "what has changed since"],
  changed: ["此后 {count} 块有改动", "{count} blocks changed since"],
  unchanged: ["此后没有改动", "unchanged since"],
  sign: ["签发", "sign off"],
  signed: ["{who} 已签发 {time}", "signed by {who} {time}"],
  signedchanged: ["{who} {time} 签发后有 {count} 处改动", "signed by {who} {time}; {count} blocks changed since"],
  draftsign: ["还有错误，不能签发", "there are errors: it cannot be signed"],
  words: ["没有写字", "nothing was written"],
  overlays: ["显示", "view"],
  proofs: ["大样", "proofs"],
  drop: ["来稿", "bring in"],
  dropempty: ["文件里没有稿件，也没有图片", "no copy and no picture in these files"],
  suitsswap: ["放得下，对调", "fits: swap"],
  nosuit: ["别处都放不下", "fits nowhere else"],
  k_suit: ["到下一个放得下的地方", "to the next place where it fits"],
  k_take: ["拖动时：取手下放得下的地方", "while dragging: take the tinted place"],
  k_move: ["移动一格", "move by one"],
  k_size: ["拉边一格", "resize by one"],
  k_seam: ["拉边时带着邻稿", "an edge with its neighbours"],
  k_swap: ["拖到另一稿上：对调", "drag onto another: swap"],
  k_words: ["改字", "edit the words"],
  k_pages: ["前后翻版", "pages"],
  k_zoom: ["放大、缩小", "zoom"],
  k_pan: ["平移", "pan"],
};

let language = 0;

/** @param {string} lang */
export function speak(lang) {
  language = lang === "en" ? 1 : 0;
  document.documentElement.lang = language ? "en" : "zh-CN";
}

/** The words of a key, its braces filled. @param {string} key @param {Record<string, unknown>} [values] */
export function say(key, values = {}) {
  return WORDS[key][language].replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
}

/** A moment, as it is written in the language. @param {string} iso */
export const moment = (iso) => new Date(iso).toLocaleString(document.documentElement.lang, { month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hour12: false });

/** The part of words that the server has in both languages. @param {{zh: string, en: string}} words */
export const said = (words) => words[language ? "en" : "zh"];

/** How copy fits: a class and the words. @param {any} fit */
export function fitWords(fit, over = "over", short = "short") {
  if (!fit) return { kind: "good", words: "" };
  if (fit.over[0] || fit.over[1]) return { kind: "over", words: say(over, { lines: fit.over[0], characters: fit.over[1] }) };
  if (fit.short[0]) return { kind: "short", words: say(short, { lines: fit.short[0], characters: fit.short[1] }) };
  return { kind: "good", words: say("fits") };
}
