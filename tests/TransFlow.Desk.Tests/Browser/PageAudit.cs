namespace TransFlow.Desk.Tests.Browser;

/// <summary>What a machine can see of WCAG 2.2 AA on a page: contrast, names, labels, one heading, landmarks, sizes of targets, visible focus, languages, no scrolling sideways.</summary>
internal static class PageAudit
{
    /// <summary>Comes to a JSON list of problems.</summary>
    /// <param name="width">The width of the screen: a page that is too wide makes the window as wide as itself.</param>
    public static string Script(int width) => Source.Replace("WIDTH", width.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private const string Source = """
        JSON.stringify((() => {
          const problems = [];
          const seen = (e) => { const r = e.getBoundingClientRect(); const s = getComputedStyle(e); return r.width > 0 && r.height > 0 && s.visibility !== 'hidden' && !e.closest('.hidden, .skip'); };
          const where = (e) => e.tagName + (e.id ? '#' + e.id : '') + (e.className ? '.' + e.className : '') + ' “' + (e.textContent || e.value || '').trim().slice(0, 30) + '”';
          if (document.documentElement.scrollWidth > WIDTH) problems.push('scrolls sideways: ' + document.documentElement.scrollWidth + ' of ' + WIDTH);
          if (document.querySelectorAll('h1').length !== 1) problems.push('not one h1');
          for (const landmark of ['header', 'main', 'footer', 'nav']) if (!document.querySelector(landmark)) problems.push('no ' + landmark);
          if (!document.title || !document.documentElement.lang) problems.push('no title or language');
          const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
          ids.filter((id, i) => ids.indexOf(id) !== i).forEach((id) => problems.push('id twice: ' + id));
          for (const e of document.querySelectorAll('input:not([type=hidden]), select, textarea, [role=textbox]')) {
            if (!(e.labels?.length || e.getAttribute('aria-label'))) problems.push('no label: ' + where(e));
          }
          for (const e of document.querySelectorAll('a, button, summary, iframe')) {
            if (!(e.textContent.trim() || e.getAttribute('aria-label') || e.title)) problems.push('no name: ' + where(e));
          }
          const levels = [...document.querySelectorAll('h1, h2, h3, h4')].map((e) => Number(e.tagName[1]));
          levels.forEach((l, i) => { if (i > 0 && l > levels[i - 1] + 1) problems.push('heading skips a level: ' + levels.join(' ')); });
          for (const e of document.querySelectorAll('.words, textarea[name=target], .field')) if (!e.lang) problems.push('no language: ' + where(e));
          for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]')) {
            if (!seen(e)) continue;
            e.focus({ preventScroll: true, focusVisible: true });
            const s = getComputedStyle(e);
            if (document.activeElement === e && (s.outlineStyle === 'none' || parseFloat(s.outlineWidth) < 2)) problems.push('focus not to be seen: ' + where(e));
          }
          document.activeElement?.blur();
          for (const e of document.querySelectorAll('[aria-describedby], [aria-labelledby], [form], label[for]')) {
            for (const id of (e.getAttribute('aria-describedby') ?? e.getAttribute('aria-labelledby') ?? e.getAttribute('form') ?? e.getAttribute('for')).split(' ')) if (!document.getElementById(id)) problems.push('names an id that is not there: ' + where(e) + ' ' + id);
          }
          for (const e of document.querySelectorAll('img')) if (!e.hasAttribute('alt')) problems.push('no alt: ' + where(e));
          for (const e of document.querySelectorAll('th')) if (!e.scope) problems.push('no scope: ' + where(e));
          for (const e of document.querySelectorAll('nav, section[data-segment]')) if (!e.getAttribute('aria-label')) problems.push('region without a name: ' + where(e));
          // Links in the run of a sentence may be as high as its line.
          const isInSentence = (e) => e.tagName === 'A' && [...e.parentElement.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
          for (const e of document.querySelectorAll('a[href], button, input:not([type=hidden]), select, summary')) {
            const r = e.getBoundingClientRect();
            if (seen(e) && !isInSentence(e) && (r.height < 24 || r.width < 24)) problems.push('target under 24: ' + where(e) + ' ' + r.width + 'x' + r.height);
          }
          const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
          const colour = (text) => { canvas.clearRect(0, 0, 1, 1); canvas.fillStyle = text; canvas.fillRect(0, 0, 1, 1); const [r, g, b, a] = canvas.getImageData(0, 0, 1, 1).data; return [r, g, b, a / 255]; };
          const light = ([r, g, b]) => { const f = (v) => { v /= 255; return v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }; return 0.2126 * f(r) + 0.7152 * f(g) + 0.0722 * f(b); };
          const ground = (e) => { for (let at = e; at; at = at.parentElement) { const c = colour(getComputedStyle(at).backgroundColor); if (c[3] > 0.99) return c; } return [255, 255, 255, 1]; };
          const told = new Set();
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const e = node.parentElement;
            if (!node.data.trim() || !seen(e) || e.closest('option, script')) continue;
            const s = getComputedStyle(e);
            const under = ground(e);
            let opacity = colour(s.color)[3];
            for (let at = e; at; at = at.parentElement) opacity *= parseFloat(getComputedStyle(at).opacity);
            const mixed = colour(s.color).map((c, i) => c * opacity + under[i] * (1 - opacity));
            const [one, other] = [light(mixed), light(under)].sort((a, b) => b - a);
            const ratio = (one + 0.05) / (other + 0.05);
            const isLarge = parseFloat(s.fontSize) >= 24 || (parseFloat(s.fontSize) >= 18.66 && s.fontWeight >= 700);
            if (ratio < (isLarge ? 3 : 4.5) && !told.has(e.className + s.color)) { told.add(e.className + s.color); problems.push('contrast ' + ratio.toFixed(2) + ': ' + where(e)); }
          }
          return problems;
        })())
        """;
}
