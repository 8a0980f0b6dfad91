import { fieldsOfKind, isRecordKind } from '../../domain/land/fields/kinds.ts';
import type { Pack } from '../shape/pack.ts';
import type { PackDocument } from './document.ts';
import { complain } from './place.ts';

/** The measures a pack says may be set, or tell its targets, are there, and so are the fields known from a stage on. */
export function checkIdentity(pack: Pack, document: PackDocument): void {
  pack.settings?.forEach((measure, i) => {
    if (!(measure in pack.measures)) complain('unknown-measure', document, ['settings', i], { measure });
  });
  for (const [key, measure] of Object.entries(pack.targets ?? {}) as [string, string][])
    if (!(measure in pack.measures)) complain('unknown-measure', document, ['targets', key], { measure });
  for (const [stage, fields] of Object.entries(pack.knownFrom ?? {}))
    fields.forEach((field, i) => {
      const [kind, name] = field.split('.');
      if (!isRecordKind(kind) || !Object.hasOwn(fieldsOfKind(kind), name))
        complain('unknown-field', document, ['knownFrom', stage, i], { field });
    });
}

/** The rules the screen of land asks are there. */
export function checkScreening(pack: Pack, document: PackDocument): void {
  const { plotRatio, size = [] } = pack.screening ?? {};
  for (const rule of [...(plotRatio === undefined ? [] : [plotRatio]), ...size])
    if (!pack.rules.some(({ id }) => id === rule)) complain('unknown-rule', document, ['screening'], { refers: rule });
}
