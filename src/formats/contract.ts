import type { Refusal } from '../domain/outcome.ts';
import type { Project } from '../domain/land/model.ts';
import type { PlacingNote } from '../domain/land/placing/notes.ts';
import type { FieldDictionary } from './fields/dictionary.ts';
import type { LandClassCodes } from './fields/land-class.ts';
import type { RecordKind } from '../domain/land/fields/kinds.ts';
import type { TableChoices, TableJoin } from './sheet/table-join.ts';

/** A file as bytes, with its name (the extension picks the format). */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Where its content is, if that may be too much for memory: then `bytes` is empty. */
  readonly slices?: Slices;
}

/** Content that is read in pieces; a `Blob` is that. */
export interface Slices {
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

export interface ReadOptions {
  /** EPSG code that outranks what the file says. */
  readonly epsg?: number;
  /** The pack's dictionary: Chinese and other names of fields, and the words that mean their values. */
  readonly fields?: FieldDictionary;
  /** The pack's land classes, by which a code without its system is told where one system alone has it. */
  readonly landClasses?: LandClassCodes;
  /**
   * What the degrees of the file were confirmed to be: moved by GCJ-02 火星坐标 or BD-09 (then they are moved back), or as
   * they stand whatever the file's producer makes one think.
   */
  readonly datum?: 'gcj02' | 'bd09' | 'as-is';
  /** How the degrees of a table are written: decimals, or 度.分秒 (`113.343012` is 113°34′30.12″). */
  readonly degrees?: 'decimal' | 'dms';
  /** Which of several layers or Shapefiles of one file, by name. */
  readonly layer?: string;
  /** Layer of a drawing: all ground that its lines enclose is a parcel, as a person has confirmed. */
  readonly faces?: string;
  /** What was said of tables of fields read beside. */
  readonly tables?: TableChoices;
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
    | 'crs-overridden' // {stated, used}: read as the caller said, against the file; nothing was transformed
    | 'axes-swapped' // {first: 'east' | 'north'}: which comes first, against the format
    | 'area-unit-hectares' // stated areas read as 公顷
    | 'area-unit-mu' // stated areas read as 亩
    | 'area-unit-unclear' // {id, stated, computed?}: left out; `computed` only of a sound boundary
    | 'other-geometry-kept' // {count}: points, lines and features of unknown kinds kept aside
    | 'no-parcels-found' // {found}: nothing of a city; what there is instead, `kind:count` with blanks between
    | 'other-geometry-left' // {count}: points, lines and open shapes, which the project has no place for
    | 'lines-closed' // {count, ids}: closed lines, read as boundaries
    | 'collections-read' // {count, ids}: collections of shapes, read by their areas; their other shapes are left out
    | 'boundary-missing' // {count, ids}: records without a shape
    | 'boundary-other' // {count, ids, types}: records whose shape bounds no area, read without boundary
    | 'links-not-followed' // {count}: network links and overlays of a KML
    | 'heights-left' // {count}: positions with a height
    | 'measures-left' // {count}: positions with a measure M
    | 'datum-shift-likely' // {datum, maker?}: the producer moves its degrees; read as they stand
    | 'datum-unsaid' // degrees of a file that says nothing of its coordinates
    | 'datum-converted' // {datum}: moved back as confirmed; every figure has that formula's uncertainty
    | 'datum-shift-between' // {file, other, datum, metres, points}: one layer is the other moved
    | 'zone-doubtful' // {stated, likely, km}: in the zone `likely` the land would lie where the rest lies, `km` away
    | 'zone-far' // {stated, likely, km}: so far from the central meridian another zone is usual
    | 'duplicate-geometry' // {count, ids}: drawn twice, to 0.1 mm
    | 'arcs-densified' // {count, chordM}: arcs and other curves became chords that enclose the same area
    | 'curves-open' // {curves}: `LINE 8, ARC 1`, curves of a drawing that do not close
    | 'shapes-stray' // {count, names}: shapes of a drawing far from where the others stand, `layer (x, y)`, not read
    | 'layers-hidden' // {names}: layers of a drawing that are off or frozen, with the closed shapes on them
    | 'labels-told' // {numbers, classes, areas}: what texts inside plots were taken for
    | 'xdata-read' // {count}: plots whose number CASS attached to them
    | 'xdata-left' // {count}: shapes with other data of CASS, which is not read
    | 'xdata-coded' // {count, names}: outlines that are no parcels by CASS's code, left out, `layer code (count)`
    | 'holders-left' // {count}: parcels whose holder may be a person, and is not read
    | 'boundary-points' // {count}: boundary points of CASS, which are no plots
    | 'joined-from-lines' // {count, gapMm}: plots whose boundary was drawn as single lines, and the widest gap that was closed
    | 'lines-fork' // {layer, count, x, y, others?}: points in which more than two lines meet, the first one, and further layers of the kind
    | 'faces-built' // {layer, count, roads}: all ground that the lines of a layer enclose, as parcels; `roads` look like roads
    | 'rings-nested' // {count}: outlines inside another of the same layer, read as holes
    | 'hatches-read' // {count}: filled areas of a drawing, each a parcel with the holes and parts of its filling
    | 'labels-unclear' // {count}: parcels with several texts of which any could be the number or the name
    | 'unit-scaled' // {unit}: lengths in `unit` made metres
    | 'joined' // {name, key, count}: rows of a table put to their parcels
    | 'join-loosely' // {name, count, ids}: `row → parcel`, numbers that are the same but for width, blanks, case or zeros
    | 'join-unclear' // {name, count, ids}: numbers that several parcels or rows may mean, put to none or to the first
    | 'join-numbers-rounded' // {name, count, ids}: numbers of rows kept as figures, whose last digits are lost
    | 'join-rows-twice' // {name, count, ids}: parcels of which the table has several rows; the first counts
    | 'parks-unrecorded' // {count, ids}: parks that parcels name and the file does not hold
    | 'parcels-unrecorded' // {count, ids}: parcels that buildings name and the file does not hold
    | 'join-rows-left' // {name, count, ids}: rows no parcel has
    | 'join-parcels-left' // {name, count, ids}: parcels no row has
    | 'join-values-kept' // {name, count}: the geometry file says otherwise and stays
    | 'rows-left-out' // {count}: rows of a table that are no points
    | 'totals-left-out' // {count}: rows of a table that sum up others
    | 'points-in-row-order' // {count}: points without number and order, joined in the order of their rows
    | 'closing-ring-number' // {line, id}: a closing point under another 圈号 than its ring
    | 'degrees-packed' // {value, packed}: degrees read as 度.分秒, the first of them in both forms
    | 'rows-deleted' // {name, count}: rows that the table marks as deleted, and their shapes
    | 'ring-direction-differs' // {id, used, directed}: m² by containment, which is taken, and by the direction of the rings
    | 'field-not-understood' // {kind, column, field, value, count, row}: a word that is none of the field's, kept as it is
    | 'field-beyond-reason' // {kind, id, field, value, most}: more than anyone believes, kept and not computed with
    | 'fields-beyond-reason-further' // {count}: the same of more fields
    | 'field-read-as' // {kind, column, field, value, read, count, row}: written in an unusual way, and read
    | 'area-column-left' // {column, count, row}: looks like an area and is taken for none
    | 'area-units-disagree' // {column, value, row}: the two units of a cell are not one figure; the first counts
    | 'number-given' // {kind, count, row}: records without a number
    | 'ids-repeated' // {count, ids}: `old → new`, numbers that another record has
    | 'planned-far-differs' // {planned, far, count, row}: 规划容积率 and the conditions of parcels say different things; these count
    | 'field-words-further' // {kind, column, field, count}: more such words than are named one by one
    | 'fields-renamed' // {count, names}: `old → new`, for a format with short names
    | 'names-completed' // {count, names}: `cut → whole`, names of columns that a format cut short
    | 'cells-guarded' // {count}: texts a spreadsheet would compute, written after an apostrophe
    | 'row-texts-joined' // {count, ids}: rows whose text has a separator of its own, put back into its one field
    | 'row-texts-unclear' // {count, ids}: rows whose values fit their fields in several ways or in none; what is uncertain is left out
    | 'column-left-out' // {column, type}: of a type that no field can hold
    | 'ids-renamed' // {count, ids}: parcels of several files with one number, now with the file's name in front
    | 'members-differ' // {count, names}: members of several files that are not the same in all, left out
    | 'jurisdictions-differ' // {names}: several files describe the same 区县 or 开发区 otherwise; the first one counts
    | 'surveys-mixed' // of several files some came as degrees or in another zone: degrees stand for surveyed metres
    | 'layers-left-out' // {names}: layers of the file beside the one read
    | 'archive-files-left' // {names}: files of an archive beside the data set read
    | 'archive-name-unread' // {name, shown}: the name of a file in an archive is in no encoding known here
    | 'not-carried'; // {what, count, format, names?}: of what the project holds, `format` cannot
  readonly params: Readonly<Record<string, string | number>>;
  /** Of several files read together, those it is about, by name. */
  readonly of?: readonly string[];
}

/** A note of a file, or of what was told from it. */
export type Note = FileNote | PlacingNote;

/** A column of a file and what became of it. */
export interface ColumnMeaning {
  readonly kind: RecordKind;
  readonly column: string;
  /** The field it was taken as, `conditions.green` for a part of one; null where it is kept as it is and not used. */
  readonly field: string | null;
  /** Of its figures, where the heading names one. */
  readonly unit: string | null;
}

/** By the usual ending of their files. */
// prettier-ignore
type FormatName = 'geojson' | 'ytp' | 'txt' | 'shp' | 'gpkg' | 'gdb' | 'fgb' | 'parquet' | 'kml' | 'kmz' | 'dxf' | 'vct' | 'mif' | 'csv' | 'xlsx';

export interface ReadResult {
  readonly format: FormatName;
  readonly project: Project;
  readonly crs: { readonly code: string; readonly how: CrsHow };
  readonly notes: readonly FileNote[];
  /** Of a drawing with several layers that hold closed shapes those one can choose, `*` for all, and the one that is read. */
  readonly layers?: { readonly choices: readonly string[]; readonly read: string };
  /** Layers of a drawing whose lines fork: all ground they enclose can be read as parcels; and the one that was. */
  readonly faces?: { readonly choices: readonly string[]; readonly read: string | null };
  /** What each column of the file was taken as. */
  readonly columns?: readonly ColumnMeaning[];
  /** Tables that were put to its parcels. */
  readonly joins?: readonly TableJoin[];
}

/**
 * `where` names a record as `#n (id)`, n from 1, or is `$` for the file as a whole; `detail` is a code. Words for both
 * are in `texts/`.
 */
export type FormatRefusalCode =
  | 'unknown-format' // {name}
  | 'foreign-file' // {name, what}: of another program, `Foreign` in foreign.ts
  | 'misnamed' // {name, format}: by its name, and not by its bytes, which are of no format known here
  | 'empty-file' // {name?}
  | 'empty-archive' // {name}: a zip without a file
  | 'not-json' // {line, column, detail: 'syntax' | 'cut-off' | 'too-deep'}
  | 'not-geojson' // {where, detail: a code, part?, ring?, point?, type?}
  | 'bad-field' // {where, field, value, expected}
  | 'duplicate-id' // {kind, id}
  | 'missing-reference' // {where, field, id}: a reference to a record the file does not hold
  | 'bad-line' // {line, text, detail: a code}
  | 'not-point-text' // {name}: a text, and no 界址点 TXT
  | 'no-parcels' // {name?, found?, open?, others?, hidden?}: what there is instead, `kind:count` with blanks between; of a drawing `LINE 8, ARC 1`
  | 'bad-number' // {where, value, line?, part?, ring?, point?}
  | 'crs-unknown' // {likely?}: the one of the choices that the numbers look like
  | 'crs-ambiguous' // choices
  | 'crs-unsupported' // {code}: Xi'an 80, Beijing 54, local
  | 'crs-not-written' // {code}: known, but not one the format is written in
  | 'format-not-written' // {format}: it is only read
  | 'crs-unrecognised' // {code}: no CRS by that name here
  | 'outside-china' // {where, at}: degrees outside the zones of China
  | 'outside-zone' // {where, line?, at: the pair as it stands}
  | 'missing-companion' // {name}: .shx/.dbf beside a .shp
  | 'packed-damaged' // {name, detail: which part}
  | 'packed-version' // {name, version}
  | 'truncated' // {name, record}
  | 'not-polygons' // {where?, type, found?}: `found` counts what there is, `kind:count` with blanks between
  | 'encoding-broken' // {where}
  | 'not-xml' // {name, line, detail}
  | 'too-many-points' // {where, line?, most}: in one ring
  | 'cad-binary' // {name}: a DXF that is not text
  | 'no-boundaries' // {name, found?}: a table without coordinates, alone
  | 'points-only' // {name, count}: points that nothing makes boundaries of
  | 'degrees-ambiguous' // {name, value, packed}, choices: decimal, or 度.分秒
  | 'nothing-joined' // {name}: no row of the table has the number of a parcel
  | 'datum-on-metres' // {datum}: only degrees are moved
  | 'too-many-fields'
  | 'too-large' // {where, what: a code, found, most}
  | 'damaged' // {name, detail: a code, where?}: the bytes contradict their format
  | 'unsupported' // {name, what: a code, type?}: in the format, not read here
  | 'several-layers' // {name}, choices: more than one holds polygons
  | 'lines-fork' // {name, layer, count, x, y}, choices: layers all faces of whose lines may be parcels; nothing closes
  | 'no-faces' // {name, layer}, choices: layers that have lines; on this one they enclose nothing
  | 'layers-overlap' // {name}, choices: layers of a drawing whose shapes lie over each other, and `*` for all
  | 'local-coordinates'; // {name, west, south, east, north, unit?}: a drawing in coordinates of its own

export type FormatRefusal = Refusal<FormatRefusalCode>;

export interface WriteOptions {
  /** EPSG code of the coordinates written; default: as surveyed, else the format's own (GeoJSON 4490, TXT/SHP the land's 3° zone). */
  readonly epsg?: number;
  readonly name: string;
  /** Of the exchange file: surveyed metres with every digit they have, rings as they run: what it comes to is the same to the last bit. */
  readonly exact?: true;
  readonly txt?: TxtDialect;
}

/** How a 界址点 TXT is written; what is left out is as the file came, else as custom has it. */
export interface TxtDialect {
  /** Default: GBK where its characters allow, else UTF-8; asked for, UTF-8 has a byte order mark. */
  readonly encoding?: 'gbk' | 'utf-8';
  /** Zone number in front of the eastings. */
  readonly prefix?: boolean;
  /** Unit of the stated areas. */
  readonly unit?: 'm2' | 'hectare' | 'mu';
  /** How a ring returns: by a point of its own number, by J1 again, or not at all. By custom: its own number. */
  readonly closing?: 'Jn' | 'J1' | 'none';
  /** 圈号 begins anew with every plot, or runs through the file. By custom: every plot. */
  readonly rings?: 'plot' | 'file';
  readonly decimals?: number;
}
export interface Written {
  readonly files: readonly NamedBytes[];
  /** What of the project the files do not hold. */
  readonly notes: readonly FileNote[];
}
