import { describe, expect, it } from 'vitest';
import { evaluateRules, parkRules } from '../../src/policy/evaluate.ts';
import { contextOf } from '../../src/policy/context.ts';
import { runOf } from '../../src/policy/run.ts';
import { withExceptions } from '../../src/policy/exceptions.ts';
import { caseFacts, findingsOf, readCases, readPack } from './cases.ts';

const pack = readPack('zhengzhou-draft');
const parks = readCases().filter((c) => c.of === undefined);

describe('a finding without its trace', () => {
  it('is the same as one judged with every step told', () => {
    for (const c of parks) {
      const context = contextOf({ zones: c.zones ?? [], jurisdictions: c.jurisdictions ?? [] }, pack, c.settings);
      const date = c.date ?? '2026-01-01';
      const about = { pack, facts: caseFacts(c, pack), context, date };
      const rules = parkRules(pack, date);
      const telling = runOf({ ...about, tracing: true });
      for (const [i, finding] of evaluateRules(rules, about).entries()) {
        const { outcome, measured, required, margin, steps } = withExceptions(
          rules[i],
          telling.bare(rules[i]),
          telling.scope,
        );
        expect({ ...finding, missing: undefined }).toMatchObject({ outcome, measured, required, margin });
        expect(finding.trace).toEqual(steps);
      }
    }
  });

  it('has it as data once copied or sent', () => {
    const finding = findingsOf(parks[0], pack)[0];
    expect(finding.trace.length).toBeGreaterThan(0);
    for (const copy of [structuredClone(finding), { ...finding }, JSON.parse(JSON.stringify(finding))])
      expect(copy.trace).toEqual(finding.trace);
  });
});
