import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { MultiPolygon, Position } from '../../domain/geometry/columns/layer.ts';
import type { FormatRefusal } from '../contract.ts';
import { mostRingPoints } from '../limits.ts';
import { mostRings } from '../rings.ts';
import { fieldsInTable } from './table.ts';
import { scanXml } from '../xml/scan.ts';

export interface Placemark {
  /** Its name, description, folder and data fields, as text. */
  readonly fields: Readonly<Record<string, string>>;
  /** [lon, lat]; null where the placemark has no polygon. */
  readonly outline: MultiPolygon | null;
  /** Its lines, where it has nothing else and all of them are closed; else none. */
  readonly closed: readonly (readonly Position[])[];
}
export interface Kml {
  readonly placemarks: readonly Placemark[];
  /** Points, lines, tracks and models, which are no parcels, by the name of their element. */
  readonly others: ReadonlyMap<string, number>;
  /** Positions with a height other than zero. */
  readonly heights: number;
  /** Network links and overlays: nothing is fetched. */
  readonly links: number;
  /** Names and descriptions of the document and its folders, in which a producer tells its name. */
  readonly about: string;
}

/** Field that keeps the folders a placemark stood in, outermost first. */
export const folderField = '图层';
const otherShapes = new Set(['Point', 'LineString', 'Model', 'Track', 'MultiTrack']);
const linked = new Set(['NetworkLink', 'GroundOverlay', 'PhotoOverlay', 'ScreenOverlay']);
const described = new Set(['name', 'description']);

interface Draft {
  fields: Record<string, string>;
  parts: Position[][][];
  /** Its lines; null for one that cannot be a boundary. */
  lines: (readonly Position[] | null)[];
  /** Points, tracks and models. */
  others: number;
}
class Unreadable extends Error {
  readonly refusal: FormatRefusal;
  constructor(refusal: FormatRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}

/** Placemarks in document order. Elements are told by their local name, whatever the namespace. */
class KmlReader {
  readonly placemarks: Placemark[] = [];
  readonly others = new Map<string, number>();
  heights = 0;
  links = 0;
  about = '';
  readonly #path: string[] = [];
  readonly #folders: string[] = [];
  #draft: Draft | null = null;
  #rings: Position[][] | null = null;
  #hole = false;
  #field: string | null = null;
  #text: string[] | null = null;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const parent = this.#path[this.#path.length - 1];
    this.#path.push(name);
    if (name === 'Folder') this.#folders.push('');
    else if (name === 'Placemark') this.#draft = { fields: {}, parts: [], lines: [], others: 0 };
    else if (linked.has(name)) this.links++;
    else if (this.#draft && otherShapes.has(name)) this.#other(this.#draft, name);
    else if (this.#draft && name === 'LinearRing' && !this.#rings) this.#other(this.#draft, 'LineString');
    else if (this.#draft && name === 'Polygon') this.#rings = [];
    else if (name === 'innerBoundaryIs') this.#hole = true;
    else if (name === 'outerBoundaryIs') this.#hole = false;
    else if (name === 'Data' || name === 'SimpleData') this.#field = attributes.name ?? '';
    if (this.#isText(name, parent)) this.#text = [];
  }

  #other(draft: Draft, name: string): void {
    this.others.set(name, (this.others.get(name) ?? 0) + 1);
    if (name !== 'LineString') draft.others++;
  }

  #isText(name: string, parent: string | undefined): boolean {
    if (name === 'coordinates') return this.#draft !== null && (parent === 'LinearRing' || parent === 'LineString');
    if (described.has(name)) return parent === 'Placemark' || parent === 'Folder' || parent === 'Document';
    return this.#draft !== null && (name === 'SimpleData' || (name === 'value' && parent === 'Data'));
  }

  text(text: string): void {
    this.#text?.push(text);
  }

  close(name: string): void {
    this.#path.pop();
    const parent = this.#path[this.#path.length - 1];
    if (this.#text && this.#isText(name, parent)) {
      this.#take(name, parent, this.#text.join(''));
      this.#text = null;
    }
    if (name === 'Folder') this.#folders.pop();
    else if (name === 'Polygon') this.#endPolygon();
    else if (name === 'Data' || name === 'SimpleData') this.#field = null;
    else if (name === 'Placemark') this.#endPlacemark();
  }

  #take(name: string, parent: string | undefined, raw: string): void {
    const text = raw.trim();
    const draft = this.#draft;
    if (name === 'coordinates' && this.#rings) this.#addRing(raw);
    else if (name === 'coordinates') draft?.lines.push(closedLine(raw));
    else if (draft && (name === 'SimpleData' || name === 'value')) {
      if (this.#field && text !== '') draft.fields[this.#field] = text;
    } else if (draft && parent === 'Placemark') {
      // A data field of the same name says more than the label.
      if (text !== '' && !Object.hasOwn(draft.fields, name)) draft.fields[name] = text;
    } else {
      if (name === 'name' && parent === 'Folder') this.#folders[this.#folders.length - 1] = text;
      if (this.about.length < 4000) this.about += `${text.slice(0, 500)}\n`;
    }
  }

  #addRing(text: string): void {
    const where = `#${this.placemarks.length + 1}`;
    const ring: Position[] = [];
    for (const tuple of tuplesIn(text)) {
      const parts = tuple.split(',');
      const position: Position = [numberOf(parts[0]), numberOf(parts[1])];
      if (parts.length > 3 || !position.every(Number.isFinite))
        throw new Unreadable(refuse('bad-number', { where, value: tuple.slice(0, 60) }).refusal);
      if (parts[2] !== undefined && numberOf(parts[2]) !== 0) this.heights++;
      if (ring.push(position) > mostRingPoints)
        throw new Unreadable(refuse('too-many-points', { where, most: mostRingPoints }).refusal);
    }
    if (ring.length === 0) return;
    // The shell comes first whatever the order in the file.
    if (this.#hole) this.#rings?.push(ring);
    else this.#rings?.unshift(ring);
  }

  #endPolygon(): void {
    if (this.#rings && this.#rings.length > 0) this.#draft?.parts.push(this.#rings);
    this.#rings = null;
    this.#hole = false;
  }

  #endPlacemark(): void {
    const draft = this.#draft;
    if (!draft) return;
    const folder = this.#folders.filter((name) => name !== '').join('/');
    const table = fieldsInTable(draft.fields.description ?? '');
    if (table) draft.fields = withTable(draft.fields, table);
    if (folder !== '' && !Object.hasOwn(draft.fields, folderField)) draft.fields[folderField] = folder;
    const outline = draft.parts.length > 0 ? draft.parts : null;
    this.placemarks.push({ fields: draft.fields, outline, closed: outline ? [] : closedIn(draft) });
    this.#draft = null;
  }
}

/** Names a field of the parcel's number or name goes by in such tables; the label is then a mere row number. */
const named = /^(名称|地块名称|宗地名称|项目名称|DKMC|ZDMC|NAME)$/i;

/** The fields of the table instead of it; a label that is a number, or that the table says better, gives way. */
function withTable(fields: Draft['fields'], table: Readonly<Record<string, string>>): Draft['fields'] {
  const { description, name, ...rest } = fields;
  void description;
  const label = name !== undefined && !/^\d*$/.test(name) && !Object.keys(table).some((field) => named.test(field));
  return { ...rest, ...(label && { name }), ...Object.fromEntries(Object.entries(table).filter(([field]) => !Object.hasOwn(rest, field))) }; // prettier-ignore
}

/** The points of a line that comes back to its first; null for any other, and for what is not written as points. */
function closedLine(text: string): readonly Position[] | null {
  const points: Position[] = [];
  for (const tuple of tuplesIn(text)) {
    const [x, y] = tuple.split(',');
    if (points.push([numberOf(x), numberOf(y)]) > mostRingPoints) return null;
  }
  const [first, last] = [points[0], points[points.length - 1]];
  const isClosed = points.length > 3 && first[0] === last[0] && first[1] === last[1];
  return isClosed && points.flat().every(Number.isFinite) ? points : null;
}

function closedIn({ lines, others }: Draft): readonly (readonly Position[])[] {
  const closed = lines.filter((line) => line !== null);
  return others === 0 && closed.length === lines.length && lines.length <= mostRings ? closed : [];
}

const numberOf = (text: string | undefined): number =>
  text !== undefined && /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?$/.test(text) ? Number(text) : NaN;

/** `lon,lat[,height]` apart by white space; some programs put a blank after the comma as well. */
function* tuplesIn(text: string): Generator<string> {
  let tuple = '';
  for (const [token] of text.matchAll(/\S+/g)) {
    if (tuple !== '' && !tuple.endsWith(',') && !token.startsWith(',')) {
      yield tuple;
      tuple = token;
    } else tuple += token;
    if (tuple.length > 200) break;
  }
  if (tuple !== '') yield tuple;
}

export function parseKml(name: string, text: string): Result<Kml, FormatRefusal> {
  const reader = new KmlReader();
  try {
    const fault = scanXml(text, reader);
    if (fault) return refuse('not-xml', { name, ...fault });
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, refusal: error.refusal };
    throw error;
  }
  const { placemarks, others, heights, links, about } = reader;
  return ok({ placemarks, others, heights, links, about });
}
