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
