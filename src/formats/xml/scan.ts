/** What a scan reports, in the order of the document. Names come without their namespace prefix. */
export interface XmlHandler {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  /** Text and CDATA between tags, entities resolved. */
  text(text: string): void;
}
export interface XmlFault {
  readonly line: number;
  readonly detail: 'xml-syntax' | 'xml-cut' | 'xml-doctype' | 'xml-deep';
}

/** Deeper than any document of ours; also the bound of what a handler has to remember. */
const deepest = 200;
/** Sticky, so that a long name without value is looked at once and not from each of its letters. */
const attribute = /\s*([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** The five named entities and character references; a name nobody declared stays as it is written. */
function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#x([0-9a-fA-F]{1,6})|#(\d{1,7})|(\w+));/g, (whole, hex, decimal, name) => {
    if (name !== undefined) return Object.hasOwn(named, name as string) ? named[name as string] : whole;
    const code = hex === undefined ? Number(decimal) : parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

/**
 * Walks an XML document once, in time linear in its length, building nothing. Document types are refused and so no
 * entity is ever declared or fetched. Returns what is wrong, or null.
 */
export function scanXml(source: string, handler: XmlHandler): XmlFault | null {
  const open: string[] = [];
  const fault = (at: number, detail: XmlFault['detail']): XmlFault => ({ line: lineAt(source, at), detail });
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0;
  let started = false;
  while (at < source.length) {
    const next = source.indexOf('<', at);
    const text = source.slice(at, next < 0 ? source.length : next);
    if (open.length > 0) {
      if (text !== '') handler.text(resolved(text));
    } else if (text.trim() !== '') return fault(at, 'xml-syntax');
    if (next < 0) break;
    const skipped = skip(source, next);
    if (skipped === 'xml-cut' || skipped === 'xml-doctype') return fault(next, skipped);
    if (skipped) {
      if (skipped.text !== null && open.length > 0) handler.text(skipped.text);
      at = skipped.end;
      continue;
    }
    const end = tagEnd(source, next);
    if (end < 0) return fault(next, 'xml-cut');
    at = end + 1;
    if (source[next + 1] === '/') {
      const name = source.slice(next + 2, end).trim();
      if (open.pop() !== name) return fault(next, 'xml-syntax');
      handler.close(local(name));
      continue;
    }
    const alone = source[end - 1] === '/';
    const inside = source.slice(next + 1, alone ? end - 1 : end);
    const name = /^[^\s/>"'=<]+/.exec(inside)?.[0];
    if (name === undefined || (started && open.length === 0)) return fault(next, 'xml-syntax');
    if (open.length >= deepest) return fault(next, 'xml-deep');
    started = true;
    handler.open(local(name), attributesIn(inside.slice(name.length)));
    if (alone) handler.close(local(name));
    else open.push(name);
  }
  return open.length > 0 || !started ? fault(source.length, 'xml-cut') : null;
}

type Skipped = { readonly end: number; readonly text: string | null };

/** Comments, instructions and CDATA at `at`; null where an element stands there. */
function skip(source: string, at: number): Skipped | 'xml-cut' | 'xml-doctype' | null {
  const until = (start: string, stop: string, cdata: boolean): Skipped | 'xml-cut' => {
    const end = source.indexOf(stop, at + start.length);
    if (end < 0) return 'xml-cut';
    return { end: end + stop.length, text: cdata ? source.slice(at + start.length, end) : null };
  };
  if (source.startsWith('<!--', at)) return until('<!--', '-->', false);
  if (source.startsWith('<![CDATA[', at)) return until('<![CDATA[', ']]>', true);
  if (source.startsWith('<?', at)) return until('<?', '?>', false);
  return source.startsWith('<!', at) ? 'xml-doctype' : null;
}

/** Position of the `>` that ends the tag at `at`, outside quotes; -1 where there is none. */
function tagEnd(source: string, at: number): number {
  let quote = 0;
  for (let i = at + 1; i < source.length; i++) {
    const c = source.charCodeAt(i);
    if (quote !== 0) {
      if (c === quote) quote = 0;
    } else if (c === 0x22 || c === 0x27) quote = c;
    else if (c === 0x3e) return i;
    else if (c === 0x3c) return -1;
  }
  return -1;
}

function attributesIn(text: string): Readonly<Record<string, string>> {
  const found: [string, string][] = [];
  attribute.lastIndex = 0;
  for (let m = attribute.exec(text); m; m = attribute.exec(text))
    found.push([local(m[1]), resolved(m[2] ?? m[3] ?? '')]);
  return Object.fromEntries(found);
}

function lineAt(source: string, at: number): number {
  let line = 1;
  for (let i = source.indexOf('\n'); i >= 0 && i < at; i = source.indexOf('\n', i + 1)) line++;
  return line;
}

/** Text as it may stand in an element or attribute; characters XML 1.0 has no place for are left out. */
export const escapeXml = (text: string): string =>
  text
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
      '',
    )
    .replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? '&quot;');
