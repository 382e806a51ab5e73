// What the desk does better with a script. Every decision can be made without it: this only sends the same forms.
"use strict";
{
  const page = document.documentElement;
  const text = (name) => page.dataset[name] ?? "";
  // What drafts are kept under has no blanks but those between its parts.
  const owner = encodeURIComponent(page.dataset.person ?? "");
  const person = page.dataset.person;

  // --- Contents of a field: words with markers on the outside, words with chips on the screen ---
  // Inside they are atoms: a chip's marker, a doubled brace, or one character. So every change is a change of a list, and a chip is never half.
  const MARK = /\{(\/?)([^{}/]+)(\/?)\}/y;
  const isMark = (atom) => atom?.length > 2;
  const idOf = (atom) => atom.replace(/[{}/]/g, "");
  // Line ends and runs of spaces are one space; spaces that do not break, and wide ones, are somebody's choice.
  const spaced = (words) => words.replace(/[ \t\r\n\f\v]+/g, " ");
  const isSame = (one, other) => spaced(one.normalize()).trim() === spaced(other.normalize()).trim();
  const atomsOfWords = (words) => spaced(words).split("").map((c) => c === "{" || c === "}" ? c + c : c);
  const wordsOf = (atoms) => atoms.filter((atom) => !isMark(atom)).map((atom) => atom[0]).join("");
  const placeOf = (form) => [owner, new URL(form.action).pathname, form.elements.unit.value, form.elements.index.value].join(" ");
  const DEPTH = 200;
  const KEPT = 40;
  // Words go to the desk when typing pauses, and while it does not.
  const PAUSE = 2500;
  const LONGEST = 5000;
  // What a browser sends for a page that is closed already.
  const MOST_AFTER_CLOSING = 60000;
  const DRAFT = "draft ";
  const DAYS_OF_DRAFTS = 30;
  // Stands in the place of a unit for words whose sentence is gone.
  const LOST = "lost";
  // Scripts without spaces between words.
  const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
  const CHIPS = "application/x-transflow";

  class Field {
    constructor(area) {
      this.area = area;
      this.codes = new Map((area.dataset.codes ?? "").split("\n").filter(Boolean).map((line) => {
        const [id, word, kind, need] = line.split("\t");
        return [id, { word, isPair: kind === "pair", need }];
      }));
      this.form = area.form;
      this.place = placeOf(this.form);
      this.source = area.dataset.source;
      this.state = this.form.querySelector(".state");
      this.box = document.createElement("div");
      this.box.className = "field";
      Object.assign(this.box, { contentEditable: "true", lang: area.lang, dir: area.dir, spellcheck: true, tabIndex: 0 });
      this.box.setAttribute("role", "textbox");
      this.box.setAttribute("aria-multiline", "true");
      this.box.setAttribute("aria-label", this.form.querySelector(`label[for="${area.id}"]`).textContent);
      this.box.setAttribute("aria-describedby", area.getAttribute("aria-describedby"));
      // Here they are chips, not markers.
      if (this.codes.size) document.getElementById(area.getAttribute("aria-describedby")).textContent = text("chips");
      this.tray = document.createElement("div");
      this.tray.className = "tray";
      // The field keeps the caret while a button is pressed: losing it would save, and the line that says so would push the button from under the mouse.
      this.tray.addEventListener("mousedown", (event) => event.preventDefault());
      area.classList.add("field-plain");
      this.hollow = document.createElement("div");
      this.hollow.className = "hollow-said";
      this.hollow.setAttribute("role", "status");
      area.after(this.box, this.hollow, this.tray);
      this.back = this.button(text("putBack"), () => this.put(this.first, true));
      this.back.classList.add("restore");
      this.state.before(this.back);
      this.past = [];
      this.future = [];
      this.begin();
      this.listen();
    }

    // The words of the page, or those that were typed here and never came to the desk.
    begin() {
      const { area } = this;
      const kept = this.kept();
      const isRefused = area.dataset.saved !== undefined;
      this.saved = area.dataset.saved ?? area.defaultValue;
      this.first = this.saved;
      const isUnsaved = kept && !isRefused && kept.value !== kept.saved && !isSame(kept.value, this.saved);
      const value = isUnsaved ? kept.value : area.defaultValue;
      this.needed = [this.saved, value].flatMap((words) => this.atomsOf(words).filter(isMark));
      if (kept && isSame(kept.value, value)) {
        this.past = kept.past.map(([words, from, to]) => ({ atoms: this.atomsOf(words), from, to }));
        this.first = kept.first;
        this.needed.push(...this.past.flatMap((state) => state.atoms.filter(isMark)));
      }
      this.draw(this.atomsOf(value));
      this.area.value = value;
      this.mark();
      if (area.dataset.conflict !== undefined) this.dispute(this.saved, this.form.elements.seen.value);
      if (!isUnsaved) {
        if (kept) this.keep();
        return;
      }
      this.form.querySelector("details.edit").open = true;
      if (isSame(kept.saved, this.saved)) { this.say(text("kept")); this.later(PAUSE); }
      else { this.say(text("keptOther"), true); this.dispute(this.saved, this.form.elements.seen.value); }
    }

    // What this tab did not save comes first, then what one that was closed did not; of the words of another sentence none.
    kept() {
      try {
        const [own, draft] = [sessionStorage.getItem(this.place), localStorage.getItem(DRAFT + this.place)].map((text) => JSON.parse(text)).map((kept) => kept?.source === this.source ? kept : null);
        return own && own.value !== own.saved ? own : draft ?? own;
      } catch {
        return null;
      }
    }

    keep() {
      try {
        const past = this.past.slice(-KEPT).map(({ atoms, from, to }) => [atoms.join(""), from, to]);
        const { value, saved, first, source } = this;
        if (this.isChanged) localStorage.setItem(DRAFT + this.place, JSON.stringify({ value, saved, first, source, past: [], at: Date.now() }));
        else localStorage.removeItem(DRAFT + this.place);
        sessionStorage.setItem(this.place, JSON.stringify({ value, saved, first, source, past }));
      } catch {
        // A browser that keeps nothing, or has no more room: the words are in the field all the same.
      }
    }

    button(words, act) {
      const button = document.createElement("button");
      Object.assign(button, { type: "button", className: "quiet", textContent: words });
      button.addEventListener("click", act);
      return button;
    }

    // --- Words and atoms ---
    atomsOf(value) {
      const atoms = [];
      for (let i = 0; i < value.length;) {
        MARK.lastIndex = i;
        const isBrace = value[i] === "{" || value[i] === "}";
        const isDoubled = isBrace && value[i + 1] === value[i];
        const mark = isBrace && !isDoubled ? MARK.exec(value) : null;
        if (mark && this.codes.has(mark[2])) { atoms.push(mark[0]); i += mark[0].length; }
        else { atoms.push(isBrace ? value[i] + value[i] : value[i]); i += isDoubled ? 2 : 1; }
      }
      return atoms;
    }

    // What stands in the field, or in a part of it.
    atomsIn(root) {
      const atoms = [];
      const walk = (node) => {
        if (node.nodeType === Node.TEXT_NODE) for (const c of node.data.split("")) atoms.push(c === "{" || c === "}" ? c + c : c === "\n" ? " " : c);
        else if (node.dataset?.mark) atoms.push(node.dataset.mark);
        else if (node.nodeName === "BR") { if (node !== root.lastChild) atoms.push(" "); }
        else { if (node !== root && atoms.length && atoms.at(-1) !== " ") atoms.push(" "); node.childNodes.forEach(walk); }
      };
      walk(root);
      return atoms;
    }

    get value() { return this.atoms.join(""); }

    chip(mark) {
      const chip = document.createElement("span");
      const id = idOf(mark);
      Object.assign(chip, { className: "chip", contentEditable: "false", textContent: mark[1] === "/" ? `/${id}` : `${id} ${this.codes.get(id).word}` });
      chip.dataset.mark = mark;
      return chip;
    }

    nodes(atoms) {
      const nodes = [];
      let run = "";
      const flush = () => { if (run) nodes.push(document.createTextNode(run)); run = ""; };
      for (const atom of atoms) {
        if (isMark(atom)) { flush(); nodes.push(this.chip(atom)); }
        else run += atom[0];
      }
      flush();
      return nodes;
    }

    // Puts atoms on the screen; with a caret or a selection, where one is wanted.
    draw(atoms, from, to = from) {
      this.atoms = atoms;
      this.box.replaceChildren(...this.nodes(atoms));
      this.at = { from: from ?? atoms.length, to: to ?? atoms.length };
      if (from !== undefined) this.select(from, to);
    }

    select(from, to = from) {
      this.at = { from, to };
      getSelection().setBaseAndExtent(...this.point(from), ...this.point(to));
      this.pick();
    }

    // Where in the document an atom begins.
    point(at) {
      for (const [i, node] of [...this.box.childNodes].entries()) {
        const length = node.nodeType === Node.TEXT_NODE ? node.length : 1;
        if (node.nodeType === Node.TEXT_NODE && at <= length) return [node, at];
        if (at === 0) return [this.box, i];
        at -= length;
      }
      return [this.box, this.box.childNodes.length];
    }

    // Which atom a place in the document is; a place in a chip is before it or behind it.
    atomAt(node, offset, isEnd) {
      const range = document.createRange();
      range.setStart(this.box, 0);
      const chip = (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest(".chip");
      if (!chip) range.setEnd(node, offset);
      else if (isEnd) range.setEndAfter(chip);
      else range.setEndBefore(chip);
      return this.atomsIn(range.cloneContents()).length;
    }

    span(range) {
      const from = this.atomAt(range.startContainer, range.startOffset, false);
      return range.collapsed ? { from, to: from } : { from, to: Math.max(from, this.atomAt(range.endContainer, range.endOffset, true)) };
    }

    // The selection, when it is in the field; else where it was.
    look() {
      const selection = getSelection();
      if (selection.rangeCount && this.box.contains(selection.anchorNode) && this.box.contains(selection.focusNode)) {
        this.leaveChip(selection);
        this.at = this.span(selection.getRangeAt(0));
        this.pick();
      }
      this.mark();
    }

    // End and Home may put the caret into the label of a chip at the edge, where nothing can be typed.
    leaveChip(selection) {
      const { anchorNode: node, anchorOffset: offset } = selection;
      const chip = selection.isCollapsed && (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement).closest(".chip");
      if (chip) selection.collapse(this.box, [...this.box.childNodes].indexOf(chip) + (offset > 0 ? 1 : 0));
    }

    // What is to be seen of the words beside the words. It asks nothing of the layout, so that many fields can be made in a row.
    mark() {
      this.missing();
      this.emptied();
      this.back.hidden = isSame(this.value, this.first);
    }

    // --- Changes ---
    moment() { return { atoms: this.atoms, ...this.at }; }

    // Typing that goes on is one step of undoing, word by word.
    remember(before, kind = "", typed = "") {
      const now = performance.now();
      const goesOn = kind && kind === this.kind && now - this.when < 1500 && before.from === before.to && before.from === this.left;
      if (!goesOn) {
        this.past.push(before);
        if (this.past.length > DEPTH) this.past.shift();
      }
      this.future = [];
      [this.kind, this.when, this.left] = [/\s$/.test(typed) ? "" : kind, now, this.at.to];
    }

    step(from, to) {
      const state = this.isComposing ? null : from.pop();
      if (!state) return;
      this.look();
      to.push(this.moment());
      this.kind = "";
      this.draw(state.atoms, state.from, state.to);
      this.changed();
    }

    undo() { this.step(this.past, this.future); }

    redo() { this.step(this.future, this.past); }

    // Other words for some: the chips among them stay, behind what comes, or around it where they were a pair around all.
    replace(from, to, put) {
      const before = this.moment();
      const cut = this.atoms.slice(from, to);
      const chips = cut.filter(isMark);
      const head = cut.length > 1 && isMark(cut[0]) && cut.at(-1) === `{/${idOf(cut[0])}}` ? chips.splice(0, 1) : [];
      const caret = from + head.length + put.length;
      this.draw([...this.atoms.slice(0, from), ...head, ...put, ...chips, ...this.atoms.slice(to)], caret);
      this.remember(before);
      this.changed();
      if (head.length + chips.length) this.say(text("chipKept"));
    }

    // What the source or the saved words have and the field has not, to be put back by a button.
    missing() {
      const openOf = ([id, code]) => code.isPair ? `{${id}}` : `{${id}/}`;
      // What neither the sentence nor its words have is another sentence's.
      const need = (code) => this.needed.includes(openOf(code)) ? "keep" : code[1].need;
      const out = [...this.codes].filter((code) => !this.atoms.includes(openOf(code)));
      // What has to come back is first; emphasis is there for whoever wants it.
      const groups = [["tray", out.filter((code) => need(code) === "keep")], ["trayFree", out.filter((code) => need(code) === "free")]];
      const key = groups.map(([, codes]) => codes.map(([id]) => id).join(" ")).join(",");
      if (this.tray.dataset.ids === key) return;
      this.tray.dataset.ids = key;
      this.tray.replaceChildren();
      for (const [label, codes] of groups) {
        if (codes.length) this.tray.append(text(label));
        for (const [id, code] of codes) {
          const button = document.createElement("button");
          Object.assign(button, { type: "button", textContent: `${id} ${code.word}`, title: `Alt+${this.tray.children.length + 1}` });
          button.addEventListener("click", () => this.putBack(id));
          this.tray.append(button);
        }
      }
    }

    // Pairs of chips between which no words are left: readers will see nothing of them. A chip that stands alone is something to see.
    emptied() {
      const isNothing = (atom) => isMark(atom) ? !atom.endsWith("/}") : !/\S/.test(atom);
      const ids = [...this.codes].filter(([, code]) => code.isPair).map(([id]) => id).filter((id) => {
        const [from, to] = [this.atoms.indexOf(`{${id}}`), this.atoms.indexOf(`{/${id}}`)];
        return from >= 0 && from < to && this.atoms.slice(from + 1, to).every(isNothing);
      });
      this.box.querySelectorAll(".chip").forEach((chip) => chip.classList.toggle("hollow", ids.includes(idOf(chip.dataset.mark))));
      const words = ids.length ? text("hollow").replace("{0}", ids.map((id) => `${id} ${this.codes.get(id).word}`).join(", ")) : "";
      if (this.hollow.textContent !== words) this.hollow.textContent = words;
    }

    // Around the selection, else around the word at the caret; where there is none, or words are not written apart, the caret is between the two.
    putBack(id) {
      this.look();
      const before = this.moment();
      let { from, to } = this.at;
      const { atoms } = this;
      if (!this.codes.get(id).isPair) {
        this.draw([...atoms.slice(0, to), `{${id}/}`, ...atoms.slice(to)], to + 1);
      } else {
        const isWord = (at) => atoms[at] !== undefined && !isMark(atoms[at]) && /\S/.test(atoms[at]);
        const isCaret = from === to;
        if (isCaret) {
          while (isWord(from - 1)) from--;
          while (isWord(to)) to++;
          if (UNSPACED.test(atoms.slice(from, to).join(""))) from = to = this.at.to;
        }
        const isAroundWord = isCaret && from < to;
        // A pair of which one end is inside comes in whole: chips open and close in order.
        for (let at = from; at < to; at++) {
          if (!isMark(atoms[at])) continue;
          const ends = atoms.flatMap((atom, i) => isMark(atom) && idOf(atom) === idOf(atoms[at]) ? [i] : []);
          if (ends[0] < from) { from = ends[0]; at = from - 1; }
          to = Math.max(to, ends.at(-1) + 1);
        }
        this.draw([...atoms.slice(0, from), `{${id}}`, ...atoms.slice(from, to), `{/${id}}`, ...atoms.slice(to)], ...(isAroundWord ? [to + 2] : [from + 1, to + 1]));
      }
      this.remember(before);
      this.changed();
      this.box.focus();
    }

    // Takes a chip out on purpose, and the other of its pair with it.
    takeOut(id) {
      const before = this.moment();
      const isIt = (atom) => isMark(atom) && idOf(atom) === id;
      const caret = before.from - this.atoms.slice(0, before.from).filter(isIt).length;
      this.draw(this.atoms.filter((atom) => !isIt(atom)), caret);
      this.remember(before);
      this.changed();
      this.say(text("chipOut"));
    }

    // Words of others: all of the field, or at the cursor.
    put(words, isWhole) {
      this.look();
      const before = this.moment();
      const { to } = this.at;
      if (isWhole) {
        const atoms = this.atomsOf(words);
        this.draw(atoms, atoms.length);
      } else {
        const put = atomsOfWords(/\S/.test(this.atoms[to - 1] ?? " ") ? ` ${words}` : words);
        this.draw([...this.atoms.slice(0, to), ...put, ...this.atoms.slice(to)], to + put.length);
      }
      this.remember(before);
      this.box.focus();
      this.select(this.at.to);
      this.changed();
    }

    get picked() { return this.at.to === this.at.from + 1 && isMark(this.atoms[this.at.from]) ? this.atoms[this.at.from] : null; }

    // A chip that alone is selected can be seen and heard.
    pick() {
      const { picked } = this;
      const chip = picked && this.box.querySelector(`.chip[data-mark="${picked}"]`);
      if (chip?.classList.contains("picked")) return;
      this.box.querySelectorAll(".picked").forEach((other) => other.classList.remove("picked"));
      if (!chip) return;
      chip.classList.add("picked");
      this.say(text("chipPicked").replace("{0}", chip.textContent));
    }

    // --- What the browser is about to do ---
    before(event) {
      const kind = event.inputType;
      if (kind === "historyUndo" || kind === "historyRedo") {
        event.preventDefault();
        if (kind === "historyUndo") this.undo(); else this.redo();
        return;
      }
      if (event.isComposing || kind.includes("Composition")) return;
      this.look();
      const [target] = event.getTargetRanges();
      const { from, to } = target ? this.span(target) : this.at;
      const chips = this.atoms.slice(from, to).filter(isMark);
      this.was = this.moment();
      if (kind.startsWith("delete")) {
        if (!chips.length && !this.picked) return;
        event.preventDefault();
        if (this.picked) this.takeOut(idOf(this.picked));
        else if (this.at.from === this.at.to && to - from === 1) { this.select(kind.includes("Backward") ? from : to); this.say(text("chipKept")); }
        else this.replace(from, to, []);
      } else if (["insertText", "insertReplacementText", "insertFromYank", "insertFromPaste", "insertFromDrop"].includes(kind)) {
        if (kind === "insertText" && from === to) return;
        event.preventDefault();
        this.replace(from, to, atomsOfWords(event.data ?? event.dataTransfer?.getData("text/plain") ?? ""));
      } else {
        event.preventDefault();
      }
    }

    // Takes along chips, too; anywhere else their labels are no words.
    copy(event, data) {
      event.preventDefault();
      this.look();
      const { from, to } = this.at;
      const cut = this.atoms.slice(from, to);
      data.setData("text/plain", wordsOf(cut));
      data.setData(CHIPS, JSON.stringify({ place: this.place, value: cut.join("") }));
      if (event.type !== "cut") return;
      // Chips that go along whole go; half a pair stays.
      const isWhole = (atom) => !isMark(atom) || atom.endsWith("/}") || cut.filter((other) => isMark(other) && idOf(other) === idOf(atom)).length === 2;
      const before = this.moment();
      this.draw([...this.atoms.slice(0, from), ...cut.filter((atom) => !isWhole(atom)), ...this.atoms.slice(to)], from);
      this.remember(before);
      this.changed();
    }

    paste(event) {
      event.preventDefault();
      this.look();
      const { from, to } = this.at;
      let put = null;
      try {
        const { place, value } = JSON.parse(event.clipboardData.getData(CHIPS));
        if (place === this.place) put = this.atomsOf(value);
      } catch {
        // Words from elsewhere.
      }
      put ??= atomsOfWords(event.clipboardData.getData("text/plain"));
      // A picture has no words, and is no reason to lose what is selected.
      if (!put.length) return;
      const isNew = (atom) => !this.atoms.includes(atom) && (atom.endsWith("/}") || (put.includes(`{${idOf(atom)}}`) && put.includes(`{/${idOf(atom)}}`)));
      this.replace(from, to, put.filter((atom) => !isMark(atom) || isNew(atom)));
    }

    listen() {
      const { box } = this;
      box.addEventListener("beforeinput", (event) => this.before(event));
      box.addEventListener("input", (event) => {
        this.atoms = this.atomsIn(box);
        this.look();
        if (this.isComposing) { this.area.value = this.value; this.keep(); }
        else { if (this.was) this.remember(this.was, event.inputType, event.data ?? ""); this.changed(); }
        this.was = null;
      });
      // An input method replaces what is selected without asking: so nothing is selected when it begins.
      box.addEventListener("compositionstart", () => {
        this.look();
        const { from, to } = this.at;
        this.isComposing = true;
        this.was = this.moment();
        if (from !== to) {
          this.replace(from, to, []);
          this.past.pop();
        }
        this.start = this.moment();
        this.composed = this.was;
      });
      box.addEventListener("compositionend", (event) => {
        this.isComposing = false;
        this.atoms = this.atomsIn(box);
        this.look();
        const { atoms, from } = this.start;
        if (atoms.filter(isMark).join("") !== this.atoms.filter(isMark).join("")) {
          const put = atomsOfWords(event.data);
          this.draw([...atoms.slice(0, from), ...put, ...atoms.slice(from)], from + put.length);
        }
        if (this.value !== this.composed.atoms.join("")) this.remember(this.composed, "insertText", event.data);
        this.was = null;
        this.changed();
      });
      box.addEventListener("copy", (event) => this.copy(event, event.clipboardData));
      box.addEventListener("cut", (event) => this.copy(event, event.clipboardData));
      box.addEventListener("paste", (event) => this.paste(event));
      box.addEventListener("dragstart", (event) => event.preventDefault());
      box.addEventListener("drop", (event) => event.preventDefault());
      box.addEventListener("click", (event) => {
        const chip = event.target.closest(".chip");
        if (chip) this.select(this.atomAt(chip, 0, false), this.atomAt(chip, 0, true));
      });
      box.addEventListener("keydown", (event) => this.key(event));
      box.addEventListener("blur", () => { if (this.isChanged) this.later(0); });
      this.form.addEventListener("submit", (event) => this.submit(event));
    }

    key(event) {
      if (event.isComposing) return;
      const letter = keyOf(event).toLowerCase();
      if ((event.ctrlKey || event.metaKey) && !event.altKey && (letter === "z" || letter === "y")) {
        event.preventDefault();
        if (letter === "y" || event.shiftKey) this.redo(); else this.undo();
      }
      // A step onto a chip, and with the next one past it.
      if (["ArrowLeft", "ArrowRight"].includes(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) {
        this.look();
        const { from, to } = this.at;
        const at = event.key === "ArrowLeft" ? from - 1 : from;
        if (this.picked) { event.preventDefault(); this.select(event.key === "ArrowLeft" ? from : to); }
        else if (from === to && isMark(this.atoms[at])) { event.preventDefault(); this.select(at, at + 1); }
      }
    }

    get isChanged() { return this.value.trim() !== this.saved.trim(); }

    changed() {
      this.area.value = this.value;
      this.look();
      this.keep();
      if (this.isChanged) this.later(PAUSE);
    }

    say(words, isBad = false) {
      this.state.textContent = words;
      this.state.classList.toggle("bad", isBad);
    }

    // --- Saving ---
    later(wait) {
      clearTimeout(this.timer);
      this.since ??= performance.now();
      const left = Math.max(0, this.since + LONGEST - performance.now());
      if (!this.theirs) this.timer = setTimeout(() => this.save(), wait > PAUSE ? wait : Math.min(wait, left));
    }

    // The page is left, or may be: what is not on its way goes now.
    leave() { if (this.isChanged && !this.isSent && !this.isOut) this.save(); }

    // Whether leaving the page saves the words: not while somebody has to choose, the way is cut, or they are too many for a closing page.
    get goesOnLeaving() { return !this.saving && !this.theirs && !this.isOut && !this.isComposing && navigator.onLine && !this.state.classList.contains("bad") && this.value.length < MOST_AFTER_CLOSING / 9; }

    // Saves, one after the other; true when the desk has the words. What it refuses stays in the field with the reason beside it.
    save() { return this.saving ??= this.send().finally(() => { this.saving = null; }); }

    async send(isAgain = false) {
      clearTimeout(this.timer);
      if (!this.isChanged) return true;
      if (this.theirs) return false;
      this.since = null;
      if (this.isComposing) { this.later(1000); return false; }
      const sent = this.value;
      const body = new URLSearchParams(new FormData(this.form));
      body.set("target", sent);
      body.set("act", "save");
      this.say(text("saving"));
      let answer;
      let said;
      try {
        answer = await fetch(this.form.action.split("#")[0], { method: "POST", body, headers: { "X-Desk": "1" }, keepalive: body.toString().length < MOST_AFTER_CLOSING });
        said = answer.ok || answer.status === 409 ? await answer.json() : null;
      } catch {
        answer = null;
      }
      this.isOut = [400, 401, 403].includes(answer?.status);
      if (this.isOut) return this.out(answer.status, isAgain);
      if (!said) {
        this.say(text("notSent"), true);
        this.later(15000);
        return false;
      }
      // Sent on leaving the page, and again by the one that came before the answer did: the same words are no conflict.
      const isSame = Boolean(said.seen) && said.source === this.source && said.target.trim() === sent.trim();
      if (answer.status === 409 && said.code !== "nothing-to-do" && !isSame) {
        this.say(said.refusal, true);
        if (said.source && said.source !== this.source) this.outdate();
        else if (said.seen) this.dispute(said.target, said.seen);
        return false;
      }
      this.saved = sent;
      this.keep();
      if (said.seen) {
        this.form.elements.seen.value = said.seen;
        this.seenByAll(said.seen);
        if (answer.ok) presence?.saved(said.version);
        this.show(this.atoms);
      }
      this.say(text("autosaved"));
      if (this.isChanged) this.later(document.hidden ? 0 : PAUSE);
      return true;
    }

    // Decisions on all that is shown are about these words by now.
    seenByAll(seen) {
      const own = `${this.form.elements.unit.value}|${this.form.elements.index.value}|`;
      for (const name of ["finishable", "returnable", "shown"]) {
        const list = whole?.elements[name];
        if (list) list.value = list.value.split(" ").map((place) => place.startsWith(own) ? own + seen : place).join(" ");
      }
    }

    // The sign-in has ended, or somebody else's has begun: the words stay here, and go when this person is back.
    async out(status, isAgain) {
      const who = await signedIn();
      if (who === person && status !== 403 && !isAgain) return this.send(true);
      this.say(who === person ? text("noRight") : who ? text("otherPerson").replace("{0}", who).replace("{1}", person) : text("signedOut").replace("{0}", person), true);
      if (who === person) return false;
      const link = document.createElement("a");
      Object.assign(link, { href: "/", target: "_blank", rel: "noopener", textContent: text("signIn") });
      this.state.append(" ", link);
      this.later(5000);
      return false;
    }

    // Another's words are newer: nothing goes until one of them is chosen.
    dispute(target, seen) {
      clearTimeout(this.timer);
      this.theirs = { target, seen };
      this.show(this.atomsOf(target));
      this.choice?.remove();
      this.choice = document.createElement("div");
      this.choice.className = "row decide";
      const decide = (act) => () => {
        this.saved = target;
        this.form.elements.seen.value = seen;
        this.theirs = null;
        this.choice.remove();
        this.say("");
        act();
      };
      this.choice.append(
        this.button(text("keepMine"), decide(() => { this.box.focus(); this.save(); })),
        this.button(text("takeTheirs"), decide(() => this.put(target, true))));
      this.box.after(this.choice);
    }

    // The source is another: nothing that was written for the former one goes before the new one is on the screen, where these words are shown again.
    outdate() {
      clearTimeout(this.timer);
      this.theirs = {};
      this.choice?.remove();
      this.choice = document.createElement("div");
      this.choice.className = "row decide";
      this.choice.append(this.button(text("load"), () => { this.isSent = true; location.reload(); }));
      this.box.after(this.choice);
    }

    show(atoms) { this.form.querySelector(".words")?.replaceChildren(...this.nodes(atoms)); }

    get isUnsaved() { return this.isChanged || Boolean(this.saving); }

    // Saves whatever is on its way already; true when the desk has all of it.
    async settle() {
      if (this.theirs) {
        this.say(text("decide"), true);
        this.choice.querySelector("button").focus();
        return false;
      }
      let isThere = true;
      while (isThere && this.isUnsaved) isThere = await this.save();
      return isThere;
    }

    // An act of the form is about the words in the field: they are saved first.
    async submit(event) {
      if (this.isSent) return;
      const button = event.submitter;
      if (!this.isUnsaved && button?.value !== "save") {
        this.isSent = true;
        return;
      }
      event.preventDefault();
      if (this.isWaiting) return;
      this.isWaiting = true;
      const isThere = await this.settle();
      this.isWaiting = false;
      if (!isThere) return;
      if (button?.value === "save") this.say(text("saved"));
      else { this.isSent = true; this.form.requestSubmit(button); }
    }
  }

  // Who is signed in here by now; where it is the person of this page, its forms get a new proof that they are the desk's.
  async function signedIn() {
    try {
      const answer = await fetch(document.getElementById("keys-link").href, { headers: { "X-Desk": "1" } });
      if (!answer.ok) return "";
      const there = new DOMParser().parseFromString(await answer.text(), "text/html");
      const who = there.documentElement.dataset.person;
      const proof = there.querySelector('input[name="form"]').value;
      if (who === person) document.querySelectorAll('input[name="form"]').forEach((field) => { field.value = proof; });
      return who;
    } catch {
      return "";
    }
  }

  // --- Others on the same page ---
  class Presence {
    constructor(line) {
      this.line = line;
      this.version = line.dataset.version;
      this.ask();
      setInterval(() => { if (!document.hidden) this.ask(); }, 15000);
      document.addEventListener("visibilitychange", () => { if (!document.hidden) this.ask(); });
    }

    saved(version) { this.version = version; }

    async ask() {
      try {
        const answer = await fetch(`${this.line.dataset.others}?version=${this.version}`, { headers: { "X-Desk": "1" } });
        if (!answer.ok) return;
        const { others, changed } = await answer.json();
        const words = [others, changed].filter(Boolean).join(" ");
        if (this.line.textContent !== words) this.line.textContent = words;
        this.line.classList.toggle("empty", !words);
        this.line.classList.toggle("warn", Boolean(changed));
      } catch {
        // The desk cannot be reached for the moment; saving tells of that, and the next time asks again.
      }
    }
  }

  // --- Decisions on all that is shown: about the words in its fields, which are saved first ---
  const whole = document.querySelector("form.whole");
  let isSettling = false;
  whole?.addEventListener("submit", async (event) => {
    const unsaved = [...fields.values()].filter((field) => field.isUnsaved);
    if (!unsaved.length && !isSettling) return;
    event.preventDefault();
    if (isSettling) return;
    isSettling = true;
    const bad = [];
    for (const field of unsaved) if (!await field.settle()) bad.push(field);
    isSettling = false;
    if (bad.length) go(bad[0].form.closest("[data-segment]"));
    else whole.requestSubmit(event.submitter);
  });

  // --- Keys ---
  const segments = [...document.querySelectorAll("[data-segment]")];
  const current = () => document.activeElement?.closest("[data-segment]") ?? document.querySelector("[data-segment]:target");
  const go = (segment) => { if (segment) { segment.focus(); segment.scrollIntoView({ block: "nearest" }); } };
  const step = (by, only = () => true) => {
    const at = segments.indexOf(current());
    const list = by > 0 ? segments.slice(at + 1) : segments.slice(0, Math.max(at, 0)).reverse();
    const found = list.find(only);
    if (found) go(found);
    else if (segments.length) visit(by > 0 ? 'a[rel="next"]' : 'a[rel="prev"]');
  };
  const open = (details) => { if (details) { details.open = true; fieldOf(details.closest("form")); (details.querySelector(".field") ?? details.querySelector("textarea")).focus(); } return Boolean(details); };
  const press = (segment, act) => { const button = segment?.querySelector(`button[name="act"][value="${act}"]`); if (button) button.form.requestSubmit(button); return Boolean(button); };
  const visit = (selector) => { const link = document.querySelector(selector); if (link) location.assign(link.href); return Boolean(link); };

  const keys = {
    j: () => step(1), k: () => step(-1),
    ArrowDown: () => current() ? step(1) : false, ArrowUp: () => current() ? step(-1) : false,
    n: () => step(1, (s) => s.classList.contains("mine")),
    e: () => open(current()?.querySelector("details.edit")),
    Enter: () => document.activeElement?.matches("[data-segment]") && keys.e(),
    a: () => press(current(), "accept"),
    s: () => open(current()?.querySelector("details.back")),
    c: () => open(current()?.querySelector("details.more:not(.back)")),
    m: () => { const button = current()?.querySelector(".match .put"); button?.click(); return Boolean(button); },
    A: () => { const whole = document.querySelector(".whole button"); whole?.focus(); return Boolean(whole); },
    t: () => visit('[data-to=""]'), p: () => visit('[data-to="/preview"]'), h: () => visit('[data-to="/history"]'), w: () => visit('[data-to="/work"]'),
    b: () => visit(".brand"),
    "/": () => { const search = document.getElementById("search"); if (search) search.focus(); else visit(".brand"); return true; },
    "?": () => help(),
  };

  async function help() {
    let dialog = document.querySelector("dialog.help");
    if (!dialog) {
      const link = document.getElementById("keys-link");
      if (!link) return false;
      const answer = await fetch(link.href);
      const there = new DOMParser().parseFromString(await answer.text(), "text/html");
      dialog = document.createElement("dialog");
      dialog.className = "help";
      dialog.setAttribute("aria-label", there.querySelector("h1").textContent);
      const close = document.createElement("form");
      close.method = "dialog";
      const button = document.createElement("button");
      button.textContent = text("close");
      close.append(button);
      // It begins at its beginning, not at its only button.
      const heading = there.querySelector("h1");
      Object.assign(heading, { tabIndex: -1, autofocus: true });
      dialog.append(heading, there.querySelector("#keys"), close);
      document.body.append(dialog);
    }
    dialog.showModal();
    return true;
  }

  // A match, a candidate or a term goes into the field without another page.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-put]");
    const field = button && fieldOf(button.form);
    if (!field) return;
    event.preventDefault();
    open(button.form.querySelector("details.edit"));
    field.put(button.dataset.put, "whole" in button.dataset);
  });

  // By a Korean layout a key says a letter of Hangul, and still is the key of a Latin one.
  const keyOf = (event) => /^Key[A-Z]$/.test(event.code) && /^[^\x00-\x7f]$/.test(event.key) ? event.shiftKey ? event.code[3] : event.code[3].toLowerCase() : event.key;
  const isField = (element) => element?.closest("input, textarea, select, [contenteditable]");
  const folded = (element) => element.closest("details.more, details.deed");

  document.addEventListener("keydown", (event) => {
    const segment = current();
    if (isField(event.target)) {
      if (event.isComposing) return;
      const field = fields.get(event.target.closest(".target"));
      if (event.key === "Escape" && segment) { event.preventDefault(); go(segment); }
      // In the field of a reason or a comment it does what the button below it does.
      else if (event.key === "Enter" && event.ctrlKey && folded(event.target)) { event.preventDefault(); const button = folded(event.target).querySelector("button"); button.form.requestSubmit(button); }
      else if (event.key === "Enter" && event.ctrlKey && field) { event.preventDefault(); press(segment, "accept") || press(segment, "save"); }
      else if (keyOf(event).toLowerCase() === "s" && event.ctrlKey && field) { event.preventDefault(); press(segment, "save"); }
      else if (event.altKey && /^[1-9]$/.test(event.key) && field) { const button = field.tray.querySelectorAll("button")[event.key - 1]; if (button) { event.preventDefault(); button.click(); } }
      return;
    }
    if (page.dataset.keys === "off" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector("dialog[open]") || (event.target.closest("a, button, summary") && event.key === "Enter")) return;
    const key = keyOf(event);
    const act = Object.hasOwn(keys, key) ? keys[key] : null;
    if (act && act() !== false) event.preventDefault();
  });

  // --- Fields ---
  // A long article has a thousand of them: each is made when it comes near, is opened or is asked for; at once only where words wait in it.
  const fields = new Map();
  function fieldOf(form) {
    const area = fields.has(form) ? null : form?.elements.target;
    if (area) fields.set(form, new Field(area));
    return fields.get(form);
  }
  function isDraft(key) { return key.startsWith(DRAFT); }
  // Takes away the drafts of which something holds.
  function dropDrafts(isGone) {
    try {
      for (const key of Object.keys(localStorage).filter(isDraft)) if (isGone(key, JSON.parse(localStorage.getItem(key)))) localStorage.removeItem(key);
    } catch {
      // A browser that keeps nothing has nothing to be taken away.
    }
  }
  function keptPlaces() {
    try { return new Set([...Object.keys(sessionStorage), ...Object.keys(localStorage).filter(isDraft).map((key) => key.slice(DRAFT.length))]); } catch { return new Set(); }
  }
  // A draft belongs to its source words: where they stand elsewhere by now it goes there, where they are gone it is shown and saved nowhere.
  function settleDrafts(areas, hasAll) {
    const here = new Map(areas.map((area) => [placeOf(area.form), area]));
    const start = areas.length ? [...here.keys()][0].split(" ").slice(0, 2).join(" ") + " " : null;
    try {
      for (const key of start ? Object.keys(localStorage).filter((key) => key.startsWith(DRAFT + start)) : []) {
        const place = key.slice(DRAFT.length);
        const unit = place.split(" ")[2];
        const draft = JSON.parse(localStorage.getItem(key));
        const own = here.get(place);
        if (own ? own.dataset.source === draft.source : !hasAll && unit !== LOST) continue;
        const homes = areas.filter((area) => area.dataset.source === draft.source && !localStorage.getItem(DRAFT + placeOf(area.form)));
        const home = homes.find((area) => area.form.elements.unit.value === unit) ?? homes[0];
        const lost = unit === LOST ? key : `${DRAFT}${start}${LOST} ${draft.at} ${place.split(" ").slice(2).join("-")}`;
        localStorage.removeItem(key);
        localStorage.setItem(home ? DRAFT + placeOf(home.form) : lost, JSON.stringify(draft));
        if (!home) showLost(lost, draft.value, areas[0]);
      }
    } catch {
      // A browser that keeps nothing has no drafts.
    }
  }
  function showLost(key, value, { lang, dir }) {
    const note = document.createElement("section");
    note.className = "note warn lost";
    const said = document.createElement("p");
    said.textContent = text("lost");
    const words = document.createElement("p");
    Object.assign(words, { className: "words", lang, dir, textContent: value });
    const forget = document.createElement("button");
    Object.assign(forget, { type: "button", className: "quiet", textContent: text("forget") });
    forget.addEventListener("click", () => { localStorage.removeItem(key); note.remove(); });
    note.append(said, words, forget);
    line.after(note);
  }
  const near = new IntersectionObserver((seen) => seen.filter((entry) => entry.isIntersecting).forEach(({ target }) => { near.unobserve(target); fieldOf(target.form); }), { rootMargin: "100%" });
  dropDrafts((key, draft) => Date.now() - draft.at > DAYS_OF_DRAFTS * 86400000);
  const line = document.getElementById("others");
  const areas = [...document.querySelectorAll('textarea[name="target"]')];
  settleDrafts(areas, line?.dataset.all !== undefined);
  const waiting = keptPlaces();
  for (const area of areas) {
    // What browsers put back into forms when one returns is older than what is kept here.
    area.form.autocomplete = "off";
    if (area.dataset.saved !== undefined || (waiting.size && waiting.has(placeOf(area.form)))) fieldOf(area.form);
    else near.observe(area);
  }
  document.addEventListener("click", (event) => {
    const edit = event.target.closest("details.edit > summary");
    if (edit) fieldOf(edit.closest("form"));
  });
  document.addEventListener("focusin", (event) => { if (event.target.name === "target") fieldOf(event.target.form).box.focus(); });
  document.addEventListener("selectionchange", () => {
    const field = fields.get(document.activeElement?.closest(".target"));
    if (field && !field.isComposing && document.activeElement === field.box) field.look();
  });
  const presence = line ? new Presence(line) : null;
  for (const happened of ["focus", "visibilitychange"]) addEventListener(happened, () => fields.forEach((field) => { if (field.isOut && !document.hidden) field.later(0); }));
  addEventListener("pageshow", () => fields.forEach((field) => { field.isSent = false; }));
  // Who leaves leaves no words behind.
  document.querySelector('form[action="/sign-out"]')?.addEventListener("submit", () => { fields.forEach((field) => field.leave()); sessionStorage.clear(); dropDrafts((key) => key.startsWith(`${DRAFT}${owner} `)); });
  document.addEventListener("visibilitychange", () => { if (document.hidden) fields.forEach((field) => field.leave()); });
  addEventListener("pagehide", () => fields.forEach((field) => field.leave()));
  addEventListener("beforeunload", (event) => { if ([...fields.values()].some((f) => f.isChanged && !f.isSent && !f.goesOnLeaving)) event.preventDefault(); });
  // What was decided may be no longer among what is shown: then comes what is after it. After what is done comes the next that waits.
  const from = /^#s(\d+)$/.exec(location.hash);
  if (from) {
    const there = segments.filter((segment) => Number(segment.id.slice(1)) >= from[1]);
    const isDone = new URLSearchParams(location.search).get("said") === "accepted";
    const next = isDone && there.find((segment) => segment.classList.contains("mine"));
    // The browser goes where the address says once more, when the page is whole.
    if (next) history.replaceState(history.state, "", `#${next.id}`);
    go(next || (there[0] ?? segments.at(-1)));
  }
}
