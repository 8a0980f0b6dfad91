import type { LedgerFileInput } from './asked.ts';
import { planTitle } from './plan-title.ts';

/** As the plan is called, a later version by its number too; without what no file system takes in a name. */
export function fileNameIn({ ledger: { plan }, language }: Pick<LedgerFileInput, 'ledger' | 'language'>): string {
  if (!plan) return '';
  const { version = 1 } = plan.plan;
  const called = planTitle(plan.plan, language);
  return (version > 1 ? `${called}-${version}` : called).replace(/[\\/:*?"<>|\r\n]/g, ' ').trim();
}
