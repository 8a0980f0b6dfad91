import type { Pack } from '../pack.ts';
import type { PackDocument } from './document.ts';
import { complain } from './place.ts';

/** The measures a pack says may be set, or tell its targets, are there. */
export function checkIdentity(pack: Pack, document: PackDocument): void {
  pack.settings?.forEach((measure, i) => {
    if (!(measure in pack.measures)) complain('unknown-measure', document, ['settings', i], { measure });
  });
  for (const [key, measure] of Object.entries(pack.targets ?? {}) as [string, string][])
    if (!(measure in pack.measures)) complain('unknown-measure', document, ['targets', key], { measure });
}
