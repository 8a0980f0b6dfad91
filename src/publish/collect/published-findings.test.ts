import { expect, it } from 'vitest';
import type { Missing } from '../../domain/land/figure.ts';
import type { Finding } from '../../policy/shape/finding.ts';
import { publishedFindings } from './published-findings.ts';

const finding = (rule: string, outcome: Finding['outcome'], missing: readonly Missing[]): Finding => ({
  ...({ id: rule, outcome, missing, parts: [], measured: null, required: null, margin: null } as unknown as Finding),
  rule,
});

it('whatever the outcome, a finding that lacks what the public may not see is not published', () => {
  const open: Missing = { kind: 'parcel', id: 'A', field: 'geometry' };
  const secret: Missing = { kind: 'park', id: 'P', field: 'no-field-of-the-public' };
  const all = (['unknown', 'fail', 'pass'] as const).flatMap((outcome) => [
    finding(`${outcome}.open`, outcome, [open]),
    finding(`${outcome}.secret`, outcome, [open, secret]),
  ]);
  expect(publishedFindings(all, all).map(({ rule }) => rule)).toEqual(['unknown.open', 'fail.open', 'pass.open']);
});

it('looks no better than what is missed: a rule that public data miss otherwise than the office’s is told as open, without figures', () => {
  const leading = finding('leading', 'pass', []);
  const size = { ...finding('size', 'relaxed', []), measured: [{ what: 'landArea', value: 31, unit: 'mu' }] } as unknown as Finding; // prettier-ignore
  const [held, lease] = [finding('held', 'pass', []), finding('lease', 'fail', [])];
  const secret: Missing = { kind: 'park', id: 'P', field: 'no-field-of-the-public' };
  const ofPublicData = [leading, finding('size', 'fail', []), finding('held', 'fail', []), finding('lease', 'unknown', [secret])]; // prettier-ignore
  const found = publishedFindings(ofPublicData, [leading, size, held, lease]);
  expect(found.map(({ rule, outcome, measured }) => [rule, outcome, measured])).toEqual([
    ['leading', 'pass', null],
    ['size', 'unknown', []],
  ]);
});

it('tells nothing as open where what is carried is as bad already, or cannot be judged', () => {
  for (const outcome of ['unknown', 'fail'] as const) {
    const own = finding('own', outcome, []);
    const office = [own, finding('size', 'relaxed', [])];
    expect(publishedFindings([own, finding('size', 'fail', [])], office)).toEqual([own]);
  }
});
