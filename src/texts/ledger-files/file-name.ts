import type { LedgerFileInput } from './asked.ts';

/** As the plan is called, without what no file system takes in a name. */
export const fileNameIn = ({ ledger: { plan } }: Pick<LedgerFileInput, 'ledger'>): string =>
  (plan?.plan.name ?? plan?.plan.id ?? '').replace(/[\\/:*?"<>|\r\n]/g, ' ').trim();
