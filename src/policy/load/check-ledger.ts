import type { Pack } from '../shape/pack.ts';
import type { PackDocument } from './document.ts';
import { complain } from './place.ts';

/** Each use once, and what it is a kind of is there before it. */
export function checkLedger({ ledger }: Pack, document: PackDocument): void {
  for (const [list, { uses }] of Object.entries(ledger.uses)) {
    const seen = new Set<string>();
    uses.forEach(({ code, under }, i) => {
      const at = ['uses', list, 'uses', i];
      if (seen.has(code)) complain('duplicate-id', document, [...at, 'code']);
      if (under !== undefined && !seen.has(under)) complain('unknown-use', document, [...at, 'under'], { use: under });
      seen.add(code);
    });
  }
  const ids = ledger.calendar.map(({ id }) => id);
  const again = ids.findIndex((id, i) => ids.indexOf(id) < i);
  if (again >= 0) complain('duplicate-id', document, ['calendar', again, 'id']);
}
