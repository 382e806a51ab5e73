// What the desk does better with a script. Every decision can be made without it: this only sends the same forms.
"use strict";
{
  const page = document.documentElement;
  const text = (name) => page.dataset[name] ?? "";

  // --- Contents of a field: words with markers on the outside, words with chips on the screen ---
  const MARK = /\{(\/?)([^{}/]+)(\/?)\}/y;

  class Field {
    constructor(area) {
      this.area = area;
      this.codes = new Map((area.dataset.codes ?? "").split("\n").filter(Boolean).map((line) => {
        const [id, word, kind, need] = line.split("\t");
        return [id, { word, isPair: kind === "pair", isFree: need === "free" }];
      }));
      this.form = area.form;
      this.saved = area.value;
      this.state = this.form.querySelector(".state");
      this.box = document.createElement("div");
      this.box.className = "field";
      Object.assign(this.box, { contentEditable: "true", lang: area.lang, spellcheck: true, tabIndex: 0 });
      this.box.setAttribute("role", "textbox");
      this.box.setAttribute("aria-multiline", "true");
      this.box.setAttribute("aria-label", this.form.querySelector(`label[for="${area.id}"]`).textContent);
      this.box.setAttribute("aria-describedby", area.getAttribute("aria-describedby"));
      this.tray = document.createElement("div");
      this.tray.className = "tray";
      // The field keeps the caret while a button is pressed: losing it would save, and the line that says so would push the button from under the mouse.
      this.tray.addEventListener("mousedown", (event) => event.preventDefault());
      area.classList.add("field-plain");
      area.after(this.box, this.tray);
      this.needed = this.marksIn(area.value);
      this.render(area.value);
      this.listen();
    }

    chip(kind, id) {
      const chip = document.createElement("span");
      const code = this.codes.get(id);
      Object.assign(chip, { className: "chip", contentEditable: "false", textContent: kind === "close" ? `/${id}` : `${id} ${code?.word ?? ""}` });
      chip.dataset.mark = kind === "close" ? `{/${id}}` : kind === "alone" ? `{${id}/}` : `{${id}}`;
      return chip;
    }

    render(value) {
      this.box.replaceChildren();
      let run = "";
      const flush = () => { if (run) this.box.append(run); run = ""; };
      for (let i = 0; i < value.length;) {
        MARK.lastIndex = i;
        const mark = value[i] === "{" && value[i + 1] !== "{" ? MARK.exec(value) : null;
        if (mark && this.codes.has(mark[2])) {
          flush();
          this.box.append(this.chip(mark[1] ? "close" : mark[3] ? "alone" : "open", mark[2]));
          i += mark[0].length;
        } else if ((value[i] === "{" || value[i] === "}") && value[i + 1] === value[i]) {
          run += value[i];
          i += 2;
        } else {
          run += value[i++];
        }
      }
      flush();
      this.missing();
    }

    get value() {
      let value = "";
      const walk = (node) => {
        if (node.nodeType === Node.TEXT_NODE) value += node.data.replaceAll("\u00a0", " ").replaceAll("{", "{{").replaceAll("}", "}}");
        else if (node.dataset?.mark) value += node.dataset.mark;
        else if (node.nodeName === "BR") value += " ";
        else { if (node !== this.box && value && !value.endsWith(" ")) value += " "; node.childNodes.forEach(walk); }
      };
      walk(this.box);
      return value;
    }

    marksIn(value) {
      const marks = [];
      for (let i = 0; i < value.length; i++) {
        MARK.lastIndex = i;
        const mark = value[i] === "{" && value[i + 1] !== "{" ? MARK.exec(value) : null;
        if (mark) { marks.push(mark[0]); i += mark[0].length - 1; }
        else if (value[i] === value[i + 1] && (value[i] === "{" || value[i] === "}")) i++;
      }
      return marks;
    }

    // What the source or the saved words have and the field has not, to be put back by a button.
    missing() {
      const there = this.marksIn(this.value);
      const ids = [...this.codes].filter(([id, code]) => {
        const open = code.isPair ? `{${id}}` : `{${id}/}`;
        return !there.includes(open) && (this.needed.includes(open) || !code.isFree);
      });
      this.tray.replaceChildren();
      if (ids.length) this.tray.append(text("tray"));
      ids.forEach(([id, code], i) => {
        const button = document.createElement("button");
        Object.assign(button, { type: "button", textContent: `${id} ${code.word}`, title: `Alt+${i + 1}` });
        button.addEventListener("click", () => this.putBack(id));
        this.tray.append(button);
      });
    }

    putBack(id) {
      const code = this.codes.get(id);
      const range = this.range ?? document.createRange();
      if (!this.range || !this.box.contains(range.startContainer)) { range.selectNodeContents(this.box); range.collapse(false); }
      if (code.isPair) {
        const end = range.cloneRange();
        end.collapse(false);
        end.insertNode(this.chip("close", id));
        range.collapse(true);
        range.insertNode(this.chip("open", id));
      } else {
        range.collapse(false);
        range.insertNode(this.chip("alone", id));
      }
      this.changed();
      this.box.focus();
    }

    // Words of others: all of the field, or at the cursor.
    put(words, isWhole) {
      if (isWhole) {
        this.render(words);
        const end = document.createRange();
        end.selectNodeContents(this.box);
        end.collapse(false);
        this.range = end;
      } else {
        const range = this.range && this.box.contains(this.range.startContainer) ? this.range : document.createRange();
        if (!this.range || !this.box.contains(range.startContainer)) { range.selectNodeContents(this.box); range.collapse(false); }
        range.collapse(false);
        const before = this.value.length ? document.createRange() : null;
        before?.setStart(this.box, 0);
        before?.setEnd(range.startContainer, range.startOffset);
        const node = document.createTextNode(before && /\S$/.test(before.toString()) ? ` ${words}` : words);
        range.insertNode(node);
        range.setStartAfter(node);
        range.collapse(true);
        this.range = range.cloneRange();
      }
      this.box.focus();
      getSelection().collapse(this.range.endContainer, this.range.endOffset);
      this.changed();
    }

    pick(chip) {
      this.box.querySelectorAll(".picked").forEach((c) => c.classList.remove("picked"));
      chip?.classList.add("picked");
      if (chip) this.say(text("chipKept"));
    }

    // Words around chips can be deleted, chips cannot: only one that was picked.
    deleting(event) {
      const picked = this.box.querySelector(".picked");
      if (picked) {
        event.preventDefault();
        const id = picked.dataset.mark.replace(/[{}/]/g, "");
        this.box.querySelectorAll(".chip").forEach((c) => { if (c.dataset.mark.replace(/[{}/]/g, "") === id) c.remove(); });
        this.changed();
        return;
      }
      const [target] = event.getTargetRanges();
      if (!target) return;
      const range = document.createRange();
      range.setStart(target.startContainer, target.startOffset);
      range.setEnd(target.endContainer, target.endOffset);
      const chips = [...this.box.querySelectorAll(".chip")].filter((c) => range.intersectsNode(c) && !this.touchesOnly(range, c));
      if (!chips.length) return;
      event.preventDefault();
      this.say(text("chipKept"));
      if (getSelection().isCollapsed && chips.length === 1) {
        const caret = getSelection().getRangeAt(0);
        if (event.inputType.includes("Backward")) caret.setStartBefore(chips[0]); else caret.setStartAfter(chips[0]);
        caret.collapse(true);
        return;
      }
      const words = document.createTreeWalker(this.box, NodeFilter.SHOW_TEXT);
      for (let node = words.nextNode(); node; node = words.nextNode()) {
        if (!range.intersectsNode(node) || node.parentElement.closest(".chip")) continue;
        const from = node === range.startContainer ? range.startOffset : 0;
        const to = node === range.endContainer ? range.endOffset : node.length;
        node.deleteData(from, to - from);
      }
      if (event.inputType === "insertText" && event.data) {
        const place = document.createRange();
        place.setStartBefore(chips[0]);
        place.insertNode(document.createTextNode(event.data));
        getSelection().collapse(chips[0].previousSibling, event.data.length);
      }
      this.changed();
    }

    touchesOnly(range, chip) {
      const around = document.createRange();
      around.selectNode(chip);
      return range.compareBoundaryPoints(Range.START_TO_END, around) <= 0 || range.compareBoundaryPoints(Range.END_TO_START, around) >= 0;
    }

    listen() {
      this.box.addEventListener("beforeinput", (event) => {
        if (event.inputType.startsWith("format")) event.preventDefault();
        else if (event.inputType === "insertParagraph" || event.inputType === "insertLineBreak") event.preventDefault();
        else if (event.inputType.startsWith("delete") || (event.inputType === "insertText" && !getSelection().isCollapsed)) this.deleting(event);
      });
      this.box.addEventListener("input", () => this.changed());
      this.box.addEventListener("compositionend", () => this.changed());
      this.box.addEventListener("paste", (event) => {
        event.preventDefault();
        document.execCommand("insertText", false, event.clipboardData.getData("text/plain").replace(/\s+/g, " "));
      });
      this.box.addEventListener("drop", (event) => event.preventDefault());
      this.box.addEventListener("click", (event) => this.pick(event.target.closest(".chip")));
      this.box.addEventListener("keydown", (event) => { if (!["Delete", "Backspace", "Shift", "Control", "Alt"].includes(event.key)) this.pick(null); });
      this.box.addEventListener("blur", () => { if (this.isChanged) this.later(0); });
      document.addEventListener("selectionchange", () => {
        const selection = getSelection();
        if (selection.rangeCount && this.box.contains(selection.anchorNode)) this.range = selection.getRangeAt(0).cloneRange();
      });
      this.form.addEventListener("submit", () => { this.area.value = this.value; clearTimeout(this.timer); this.isSent = true; });
    }

    get isChanged() { return this.value.trim() !== this.saved.trim(); }

    changed() {
      this.area.value = this.value;
      this.missing();
      if (this.isChanged) this.later(2500);
    }

    say(words, isBad = false) {
      this.state.textContent = words;
      this.state.classList.toggle("bad", isBad);
    }

    later(wait) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.save(), wait);
    }

    // Saves by itself; what the desk refuses stays in the field with the reason beside it.
    async save() {
      if (!this.isChanged || this.isSent || this.isSaving) return;
      this.isSaving = true;
      const sent = this.value;
      const body = new URLSearchParams(new FormData(this.form));
      body.set("target", sent);
      body.set("act", "save");
      this.say(text("saving"));
      try {
        const answer = await fetch(this.form.action.split("#")[0], { method: "POST", body, headers: { "X-Desk": "1" } });
        if (answer.ok) {
          const now = await answer.json();
          this.saved = sent;
          this.form.elements.seen.value = now.seen;
          presence?.saved(now.version);
          this.form.querySelector(".words")?.replaceChildren(...[...this.box.childNodes].map((node) => node.cloneNode(true)));
          this.say(text("autosaved"));
        } else if (answer.status === 409) {
          this.say((await answer.json()).refusal, true);
        } else {
          this.say(text("notSent"), true);
          if (answer.status !== 401) this.later(15000);
        }
      } catch {
        this.say(text("notSent"), true);
        this.later(15000);
      }
      this.isSaving = false;
      if (this.isChanged && this.value !== sent) this.later(2500);
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

  // --- Keys ---
  const segments = [...document.querySelectorAll("[data-segment]")];
  const current = () => document.activeElement?.closest("[data-segment]") ?? document.querySelector("[data-segment]:target");
  const go = (segment) => { if (segment) { segment.focus(); segment.scrollIntoView({ block: "nearest" }); } };
  const step = (by, only = () => true) => {
    const at = segments.indexOf(current());
    const list = by > 0 ? segments.slice(at + 1) : segments.slice(0, Math.max(at, 0)).reverse();
    go(list.find(only));
  };
  const open = (details) => { if (details) { details.open = true; (details.querySelector(".field") ?? details.querySelector("textarea")).focus(); } return Boolean(details); };
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
      dialog.append(there.querySelector("h1"), there.querySelector("#keys"), close);
      document.body.append(dialog);
    }
    dialog.showModal();
    return true;
  }

  // A match, a candidate or a term goes into the field without another page.
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[data-put]");
    const field = button && fields.get(button.form);
    if (!field) return;
    event.preventDefault();
    open(button.form.querySelector("details.edit"));
    field.put(button.dataset.put, "whole" in button.dataset);
  });

  const isField = (element) => element?.closest("input, textarea, select, [contenteditable]");

  document.addEventListener("keydown", (event) => {
    const segment = current();
    if (isField(event.target)) {
      if (event.isComposing) return;
      const field = event.target.closest(".target") && fields.get(event.target.closest(".target"));
      if (event.key === "Escape" && segment) { event.preventDefault(); go(segment); }
      else if (event.key === "Enter" && event.ctrlKey && field) { event.preventDefault(); press(segment, "accept") || press(segment, "save"); }
      else if (event.key.toLowerCase() === "s" && event.ctrlKey && field) { event.preventDefault(); field.save(); }
      else if (event.altKey && /^[1-9]$/.test(event.key) && field) { const button = field.tray.querySelectorAll("button")[event.key - 1]; if (button) { event.preventDefault(); button.click(); } }
      return;
    }
    if (page.dataset.keys === "off" || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (document.querySelector("dialog[open]") || (event.target.closest("a, button, summary") && event.key === "Enter")) return;
    const act = Object.hasOwn(keys, event.key) ? keys[event.key] : null;
    if (act && act() !== false) event.preventDefault();
  });

  const fields = new Map([...document.querySelectorAll('textarea[name="target"]')].map((area) => [area.form, new Field(area)]));
  const line = document.getElementById("others");
  const presence = line ? new Presence(line) : null;
  addEventListener("beforeunload", (event) => { if ([...fields.values()].some((f) => f.isChanged && !f.isSent)) event.preventDefault(); });
  if (location.hash.startsWith("#s")) go(document.querySelector(`[id="${location.hash.slice(1)}"]`));
}
