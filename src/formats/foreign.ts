import type { NamedBytes } from './contract.ts';

/*
 * Files of other programs that people send for a drawing or a table, told by their first bytes and, where those say
 * nothing, by their name: each is refused by what it is, with what to do instead.
 */

export type Foreign =
  | 'dwg'
  | 'dgn'
  | 'access' // .mdb, .accdb
  | 'geodatabase' // part of a .gdb, without the table that lists the others
  | 'archive' // .rar, .7z, .tar …
  | 'map-package' // .mpk, .lpk, .gpk … of ArcGIS: a 7z or zip around a geodatabase
  | 'nested-archive' // a zip in a zip
  | 'word'
  | 'slides'
  | 'locked-office' // behind a password
  | 'old-office' // of before 2007, of a kind not told
  | 'pdf'
  | 'image'
  | 'web-page'
  | 'map-project' // .mxd, .qgz: where layers lie, not what is in them
  | 'mapinfo' // .tab
  | 'mapinfo-rows' // .mid without its .mif
  | 'mapgis' // .wl, .wt, .wp of MapGIS 6
  | 'supermap' // .udb, .udd, .udbx
  | 'shapefile-part'; // .dbf, .shx … without their .shp

const magics: readonly (readonly [RegExp, Foreign])[] = [
  [/^AC(10\d\d|1\.\d{1,2}|2\.\d{1,2})\0/, 'dwg'],
  [/^\x08\x09\xfe\x02/, 'dgn'],
  [/^[\s\S]{4}Standard (Jet|ACE) DB/, 'access'],
  [/^(Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|\xfd7zXZ\0|BZh\d1AY&SY|[\s\S]{257}ustar)/, 'archive'],
  [/^%PDF-/, 'pdf'],
  [/^\{\\rtf/, 'word'],
  [/^(\xff\xd8\xff|\x89PNG\r\n|GIF8[79]a|II[*+]\0|MM\0[*+]|RIFF[\s\S]{4}WEBP|\0\0\0\x0cjP  |[\s\S]{4}ftyp(heic|heix|mif1|avif))/, 'image'], // prettier-ignore
  [/^BM[\s\S]{4}\0\0\0\0/, 'image'],
  [/^\s*<(!doctype\s+html|html|head|body)[\s>]/i, 'web-page'],
  [/^\s*!table\s/i, 'mapinfo'],
  [/^WMAP/, 'mapgis'],
];

/** Compound files: the streams of each program, in UTF-16, where the directory of the file names them. */
const streams: readonly (readonly [string, Foreign])[] = [
  ['EncryptedPackage', 'locked-office'],
  ['WordDocument', 'word'],
  ['PowerPoint Document', 'slides'],
];
const isCompound = (bytes: Uint8Array): boolean => [0xd0, 0xcf, 0x11, 0xe0].every((byte, i) => bytes[i] === byte);

const extensions: Readonly<Record<string, Foreign>> = {
  dwg: 'dwg', dwt: 'dwg', dgn: 'dgn', mdb: 'access', accdb: 'access', gdb: 'geodatabase', gdbtable: 'geodatabase',
  gdbtablx: 'geodatabase', gdbindexes: 'geodatabase', freelist: 'geodatabase', rar: 'archive', '7z': 'archive',
  tar: 'archive', tgz: 'archive', xz: 'archive', bz2: 'archive', zip: 'nested-archive', doc: 'word', docx: 'word',
  wps: 'word', rtf: 'word', ppt: 'slides', pptx: 'slides', dps: 'slides', pdf: 'pdf', ofd: 'pdf', jpg: 'image',
  jpeg: 'image', png: 'image', gif: 'image', bmp: 'image', tif: 'image', tiff: 'image', webp: 'image', heic: 'image',
  jp2: 'image', img: 'image', html: 'web-page', htm: 'web-page', mxd: 'map-project', aprx: 'map-project',
  lyr: 'map-project', lyrx: 'map-project', qgs: 'map-project', qgz: 'map-project', mpk: 'map-package', lpk: 'map-package',
  gpk: 'map-package', mpkx: 'map-package', lpkx: 'map-package', ppkx: 'map-package', tab: 'mapinfo', mid: 'mapinfo-rows',
  wl: 'mapgis', wt: 'mapgis', wp: 'mapgis', mpj: 'mapgis', udb: 'supermap', udd: 'supermap', udbx: 'supermap',
  smwu: 'supermap', sxwu: 'supermap', dbf: 'shapefile-part', shx: 'shapefile-part', prj: 'shapefile-part', cpg: 'shapefile-part',
  sbn: 'shapefile-part', sbx: 'shapefile-part',
}; // prettier-ignore

/** What a file is by its bytes, whatever it is called; null for one of ours, or for none that is known. */
export function foreignBytes({ name, bytes }: NamedBytes): Foreign | null {
  if (isCompound(bytes)) return compound(bytes) ?? (/\.xlsx?$/i.test(name) ? null : 'old-office');
  const called = foreignName(name);
  const head = String.fromCharCode(...bytes.subarray(0, 300));
  const what = magics.find(([magic]) => magic.test(head))?.[1] ?? null;
  if (what === 'archive' && called === 'map-package') return called;
  // A database of SQLite, as a GeoPackage is one.
  return called === 'supermap' && /\.udbx$/i.test(name) ? called : what;
}

/** What a file is by its name, which may have a folder before it. */
export function foreignName(name: string): Foreign | null {
  if (/\.gdb(\/|$)/i.test(name)) return 'geodatabase';
  const extension = /\.([^./\\]+)$/.exec(name)?.[1].toLowerCase() ?? '';
  return Object.hasOwn(extensions, extension) ? extensions[extension] : null;
}

/** The parts that a zip of one of these programs has. */
export function foreignZip(paths: readonly string[]): Foreign | null {
  const has = (pattern: RegExp) => paths.some((path) => pattern.test(path));
  if (has(/^word\/document\.xml$/i)) return 'word';
  if (has(/^ppt\/presentation\.xml$/i)) return 'slides';
  return has(/^OFD\.xml$/i) ? 'pdf' : null;
}

/** The files that make up a folder .gdb. */
export const isGeodatabasePart = (name: string): boolean =>
  /(^|\/)(gdb|timestamps)$|\.(gdbtable|gdbtablx|gdbindexes|freelist|horizon|spx|atx|cdf|lock)$/i.test(name);

/** Where a directory of streams may stand; one that lies behind so much is not looked for. */
const SEARCHED = 4_000_000;

function compound(bytes: Uint8Array): Foreign | null {
  const text = new TextDecoder('utf-16le').decode(bytes.subarray(0, SEARCHED));
  return streams.find(([stream]) => text.includes(stream))?.[1] ?? null;
}
