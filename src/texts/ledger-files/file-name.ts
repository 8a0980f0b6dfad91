import type { LedgerFileInput } from './asked.ts';

/** As the plan is called, a later version by its number too; without what no file system takes in a name. */
export function fileNameIn({ ledger: { plan } }: Pick<LedgerFileInput, 'ledger'>): string {
  const { name, id, version = 1 } = plan?.plan ?? { id: '' };
  const called = name !== undefined && version > 1 ? `${name}-${version}` : (name ?? id);
  return called.replace(/[\\/:*?"<>|\r\n]/g, ' ').trim();
}
