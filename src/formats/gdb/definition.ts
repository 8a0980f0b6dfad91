import { scanXml } from '../xml/scan.ts';

/** What codes of a column stand for: coded values 编码值, or the names of subtypes 子类型. */
export type Words = ReadonlyMap<string, string>;

/** What the catalogue says of a table beside its columns. */
export interface Definition {
  readonly alias: string;
  /** esriFTSimple, esriFTAnnotation, …; empty for what is no feature class. */
  readonly featureType: string;
  /** esriGeometryPolygon, …; empty for a table without shapes. */
  readonly shapeType: string;
  /** esriDTFeatureClass, esriDTRasterDataset, … */
  readonly datasetType: string;
  readonly epsg: number | null;
  /** Column, lower case → name of its domain 域. */
  readonly domains: ReadonlyMap<string, string>;
  readonly subtypes: Subtypes | null;
  /** Columns that ArcGIS computes from the shape, lower case. */
  readonly computed: ReadonlySet<string>;
}

interface Subtypes {
  /** The column whose numbers they are, lower case. */
  readonly column: string;
  readonly names: Words;
  /** Number of a subtype → column, lower case → name of the domain it has there. */
  readonly domains: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

interface Element {
  readonly name: string;
  readonly children: Element[];
  text: string;
}

/** A document as its elements; null for none. */
function elementOf(xml: string): Element | null {
  const root: Element = { name: '', children: [], text: '' };
  const open = [root];
  const fault = scanXml(xml, {
    open: (name) => {
      const element = { name, children: [], text: '' };
      open[open.length - 1].children.push(element);
      open.push(element);
    },
    close: () => void open.pop(),
    text: (text) => void (open[open.length - 1].text += text),
  });
  return fault ? null : (root.children[0] ?? null);
}

const child = (element: Element | undefined, name: string): Element | undefined =>
  element?.children.find((own) => own.name === name);
const textIn = (element: Element | undefined, name: string): string => child(element, name)?.text.trim() ?? '';
const listIn = (element: Element | undefined, name: string): readonly Element[] => child(element, name)?.children ?? [];

/** The definition of a table or feature class, from the XML of its item; null for an item of another kind. */
export function readDefinition(xml: string): Definition | null {
  const root = elementOf(xml);
  const datasetType = root ? textIn(root, 'DatasetType') : '';
  if (!root || datasetType === '') return null;
  const wkid = ['LatestWKID', 'WKID'].map((name) => Number(textIn(child(root, 'SpatialReference'), name)));
  const computed = ['AreaFieldName', 'LengthFieldName'].map((name) => textIn(root, name).toLowerCase());
  return {
    alias: textIn(root, 'AliasName'),
    featureType: textIn(root, 'FeatureType'),
    shapeType: textIn(root, 'ShapeType'),
    datasetType,
    epsg: wkid.find((code) => Number.isSafeInteger(code) && code > 0) ?? null,
    domains: domainsIn(listIn(root, 'GPFieldInfoExs'), 'Name'),
    subtypes: subtypesIn(root),
    computed: new Set(computed.filter((name) => name !== '')),
  };
}

const domainsIn = (fields: readonly Element[], called: string): ReadonlyMap<string, string> =>
  new Map(
    fields.flatMap((field) => {
      const domain = textIn(field, 'DomainName') || textIn(child(field, 'Domain'), 'DomainName');
      return domain === '' ? [] : [[textIn(field, called).toLowerCase(), domain] as const];
    }),
  );

function subtypesIn(root: Element): Subtypes | null {
  const column = textIn(root, 'SubtypeFieldName').toLowerCase();
  const subtypes = listIn(root, 'Subtypes');
  if (column === '' || subtypes.length === 0) return null;
  const codeOf = (subtype: Element) => textIn(subtype, 'SubtypeCode');
  return {
    column,
    names: new Map(subtypes.map((subtype) => [codeOf(subtype), textIn(subtype, 'SubtypeName')])),
    domains: new Map(
      subtypes.map((subtype) => [codeOf(subtype), domainsIn(listIn(subtype, 'FieldInfos'), 'FieldName')]),
    ),
  };
}

/** A domain of coded values with its name; null for one of another kind. */
export function readDomain(xml: string): { readonly name: string; readonly words: Words } | null {
  const root = elementOf(xml);
  if (!root || !child(root, 'CodedValues')) return null;
  const words = listIn(root, 'CodedValues').map((value) => [textIn(value, 'Code'), textIn(value, 'Name')] as const);
  return { name: textIn(root, 'DomainName'), words: new Map(words) };
}
