import type { Refusal, Result } from '../domain/outcome.ts';
import type { Project } from '../domain/land/model.ts';

/** A file as bytes, with its name (the extension picks the format). */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadOptions {
  /** EPSG code that outranks what the file says. */
  readonly epsg?: number;
  /** Chinese and other names of fields → exchange-file field, e.g. `面积` → `statedAreaM2` (the pack's dictionary). */
  readonly aliases?: Readonly<Record<string, string>>;
}

/** How the CRS was found: given by the caller, said by the file, told from the numbers, or the format's own rule. */
export type CrsHow = 'option' | 'declared' | 'detected' | 'format-default';

/** Something a careful reader would mention; nothing was changed because of it. */
export interface FileNote {
  readonly code:
    | 'stated-area-differs' // {id, stated, computed}
    | 'point-count-differs' // {line, stated, found}
    | 'ring-closed' // {line, id}: the file did not repeat the first point
    | 'encoding-guessed' // {encoding}
    | 'axes-swapped' // {first: 'east' | 'north'}: which comes first, against the format
    | 'area-unit-hectares' // stated areas read as 公顷
    | 'area-unit-mu' // stated areas read as 亩
    | 'area-unit-unclear' // {id, stated, computed?}: left out; `computed` only of a sound boundary
    | 'other-geometry-kept' // {count}: points, lines and features of unknown kinds kept aside
    | 'not-carried'; // {what, count, format}: of what the project holds, `format` cannot
  readonly params: Readonly<Record<string, string | number>>;
}

export interface ReadResult {
  readonly format: 'geojson' | 'txt' | 'shp';
  readonly project: Project;
  readonly crs: { readonly code: string; readonly how: CrsHow };
  readonly notes: readonly FileNote[];
}

/**
 * `where` names a record as `#n (id)`, n from 1, or is `$` for the file as a whole; `detail` is a code. Words for both
 * are in `texts/`.
 */
export type FormatRefusalCode =
  | 'unknown-format' // {name}
  | 'empty-file'
  | 'not-json' // {line, column, detail: 'syntax' | 'too-deep'}
  | 'not-geojson' // {where, detail: a code, part?, ring?, point?, type?}
  | 'bad-field' // {where, field, value, expected}
  | 'duplicate-id' // {kind, id}
  | 'missing-reference' // {where, field, id}: a reference to a record the file does not hold
  | 'bad-line' // {line, text, detail: a code}
  | 'no-parcels'
  | 'bad-number' // {where, value, line?, part?, ring?, point?}
  | 'crs-unknown' // choices
  | 'crs-ambiguous' // choices
  | 'crs-unsupported' // {code}: Xi'an 80, Beijing 54, local
  | 'crs-unrecognised' // {code}: no CRS by that name here
  | 'outside-china' // {where, at}: degrees outside the zones of China
  | 'outside-zone' // {where, line?, at: the pair as it stands}
  | 'missing-companion' // {name}: .shx/.dbf beside a .shp
  | 'truncated' // {name, record}
  | 'not-polygons' // {where?, type}
  | 'encoding-broken' // {where}
  | 'too-many-fields';

export type FormatRefusal = Refusal<FormatRefusalCode>;
export type Read = (files: readonly NamedBytes[], options: ReadOptions) => Result<ReadResult, FormatRefusal>;

export interface WriteOptions {
  /** EPSG code of the coordinates written; default: as surveyed, else the format's own (GeoJSON 4490, TXT/SHP the land's 3° zone). */
  readonly epsg?: number;
  readonly name: string;
}
export interface Written {
  readonly files: readonly NamedBytes[];
  /** What of the project the files do not hold. */
  readonly notes: readonly FileNote[];
}
export type Write = (project: Project, options: WriteOptions) => Result<Written, FormatRefusal>;
