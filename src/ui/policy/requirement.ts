import type { Finding } from '../../policy/finding.ts';
import { boundText, opText, type Language } from '../../texts/index.ts';

const joined: Readonly<Record<Language, string>> = { zh: '；', en: '; ' };

/** What a rule asks, told from its findings: `≥ 100 亩；≥ 100000 平方米`. Null where it asks for no number, or each park has its own. */
export function requirementsOf(language: Language, findings: readonly Finding[]): string | null {
  const asked = new Set(
    findings
      .flatMap((f) => f.required)
      .map(({ op, value, unit }) => {
        const bound = typeof value === 'number' ? boundText(language, value, unit) : value;
        return `${opText[op]} ${bound}`;
      }),
  );
  return asked.size === 0 || asked.size > 3 ? null : [...asked].join(joined[language]);
}
