/** A stretch of a clause and the rules whose phrase covers it. */
export interface MarkedPiece {
  readonly text: string;
  readonly rules: readonly string[];
  /** Rules whose phrase ends here: their numbers stand behind it. */
  readonly ends: readonly string[];
}

interface Span {
  readonly rule: string;
  readonly from: number;
  readonly to: number;
  readonly last: boolean;
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where a phrase stands: one span for each part that … leaves. A part that is not there ends the search. */
function spansOf(text: string, rule: string, phrase: string): Span[] {
  const parts = phrase.split(/…+|\.{3,}/).filter((part) => part.trim() !== '');
  const found: [number, number][] = [];
  let from = 0;
  for (const part of parts) {
    // Line breaks of the printed text may fall inside the phrase.
    const match = new RegExp([...part.replace(/\s/g, '')].map(escaped).join('\\s*')).exec(text.slice(from));
    if (!match) break;
    found.push([from + match.index, from + match.index + match[0].length]);
    from += match.index + match[0].length;
  }
  return found.map(([start, end], i) => ({ rule, from: start, to: end, last: i === found.length - 1 }));
}

/** A clause cut where phrases begin and end; phrases of several rules may overlap or be the same words. */
export function markAll(
  text: string,
  rules: readonly { readonly id: string; readonly phrase: string }[],
): MarkedPiece[] {
  const spans = rules.flatMap(({ id, phrase }) => spansOf(text, id, phrase));
  const cuts = [...new Set([0, text.length, ...spans.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, i) => {
    const from = cuts[i];
    const over = spans.filter((span) => span.from <= from && to <= span.to);
    return {
      text: text.slice(from, to),
      rules: over.map(({ rule }) => rule),
      ends: over.filter((span) => span.last && span.to === to).map(({ rule }) => rule),
    };
  });
}
