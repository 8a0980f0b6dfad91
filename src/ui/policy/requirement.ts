import type { Finding } from '../../policy/finding.ts';
import { boundText, displayed, opText, type Labels, type Language } from '../../texts/index.ts';

const joined: Readonly<Record<Language, string>> = { zh: '；', en: '; ' };

/** What a rule asks, told from its findings: `≥ 100 亩；≥ 100,000 m²`. Null where it asks for no number, or each park has its own. */
export function requirementsOf(language: Language, findings: readonly Finding[], labels: Labels): string | null {
  const asked = new Set(
    findings
      .flatMap((finding) => finding.required)
      .map(({ what, op, value, unit }) => {
        if (typeof value !== 'number') return `${opText[op]} ${value}`;
        const shown = displayed(value, unit, labels.measures[what]);
        return `${opText[op]} ${boundText(language, shown.value, shown.unit)}`;
      }),
  );
  return asked.size === 0 || asked.size > 3 ? null : [...asked].join(joined[language]);
}
