import type { Required } from '../../policy/shape/finding.ts';
import { boundsText } from '../../texts/bounds.ts';
import type { Labels, Language } from '../../texts/index.ts';

const joined: Readonly<Record<Language, string>> = { zh: '；', en: '; ' };

/**
 * What a rule asks, told from what its findings require: `≥ 100 亩；≥ 100,000 m²`, `1–2`. Null where it asks for no number, and where the
 * bound is each park's own (a term of its land, what it agreed): that is no threshold of the law.
 */
export function requirementsOf(
  language: Language,
  asks: readonly (readonly Required[])[],
  labels: Labels,
): string | null {
  const asked = new Set(asks.flatMap((required) => boundsOf(language, required, labels)));
  return asked.size === 0 || asked.size > 3 ? null : [...asked].join(joined[language]);
}

/** The bounds of each measure of one finding together. */
function boundsOf(language: Language, required: readonly Required[], labels: Labels): readonly string[] {
  const ofLaw = required.flatMap((r) => (typeof r.value === 'number' && !r.ofRecord ? [{ ...r, value: r.value }] : []));
  return [...new Set(ofLaw.map((r) => r.what))].map((what) => {
    const own = ofLaw.filter((r) => r.what === what);
    const distinct = [...new Map(own.map((r) => [`${r.op} ${r.value} ${r.unit}`, r])).values()];
    return boundsText(language, distinct, labels.measures[what]);
  });
}
