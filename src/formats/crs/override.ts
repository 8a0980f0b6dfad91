import type { Result } from '../../domain/outcome.ts';
import type { CrsHow, FileNote, FormatRefusal } from '../contract.ts';
import type { SourceCrs } from './source.ts';

interface Known {
  readonly source: SourceCrs;
  readonly how: CrsHow;
}

/**
 * A note where the CRS the caller gave is another than the file states: the numbers are taken as they stand, which is
 * right only where the file is wrong about itself.
 */
export function overrideNotes(
  { source, how }: Known,
  declared: () => Result<Known | null, FormatRefusal>,
): readonly FileNote[] {
  if (how !== 'option') return [];
  const said = declared();
  const stated = said.ok
    ? said.value?.how === 'declared' && said.value.source.code
    : said.refusal.code === 'crs-unsupported' && String(said.refusal.params.code);
  if (!stated || stated === source.code) return [];
  return [{ code: 'crs-overridden', params: { stated, used: source.code } }];
}
