import type { LandClass } from '../../domain/land/model.ts';
import type {
  Clause,
  FieldEntry,
  ListedJurisdiction,
  LandClassEntry,
  Pack,
  PackIdentity,
  ListedTownship,
} from '../shape/pack.ts';
import type { Label, Measure, Rule } from '../shape/rule.ts';
import type { PackDocument } from './document.ts';
import type { PackFile } from './schema.ts';

/* What the files hold once the schema has passed them. */
interface ClausesFile {
  readonly preamble: string;
  readonly closing: string;
  readonly sections: readonly {
    readonly heading: string;
    readonly headingEn: string;
    readonly clauses: readonly (Omit<Clause, 'heading' | 'headingEn' | 'responsible'> & Partial<Clause>)[];
  }[];
}
interface MeasuresFile {
  readonly units: Pack['units'];
  readonly measures: Readonly<Record<string, Measure>>;
}
interface LandClassesFile {
  readonly colours: Pack['colours'];
  readonly systems: Readonly<
    Record<string, Label & { readonly classes: readonly (Omit<LandClassEntry, 'industrial' | 'road'> & Uses)[] }>
  >;
}
interface Uses {
  readonly use?: 'industrial' | 'road';
}
type FieldsFile = Readonly<Record<string, Readonly<Record<string, Omit<FieldEntry, 'aliases'> & Partial<FieldEntry>>>>>;

/** The files as one pack, with its lookups. */
export function assemble(
  documents: Readonly<Record<PackFile, PackDocument>>,
  townships: readonly ListedTownship[],
  files: Pack['files'],
): Pack {
  const content = <T>(file: PackFile): T => documents[file].content as T;
  const { preamble, closing, sections } = content<ClausesFile>('clauses.yaml');
  const share = sharing();
  const { rules } = share(content<{ readonly rules: readonly Rule[] }>('rules.yaml'));
  const { units, measures } = share(content<MeasuresFile>('measures.yaml'));
  const { colours, systems } = content<LandClassesFile>('land-classes.yaml');
  const landClasses = mapValues(systems, ({ classes }) => classes.map(entryOf)) as Pack['landClasses'];
  return {
    ...content<PackIdentity>('pack.yaml'),
    files,
    preamble,
    closing,
    clauses: sections.flatMap(({ heading, headingEn, clauses }) =>
      clauses.map((clause) => ({ heading, headingEn, responsible: [], ...clause })),
    ),
    rules,
    rule: lookup(rules),
    units,
    measures,
    jurisdictions: content<{ readonly jurisdictions: readonly ListedJurisdiction[] }>('jurisdictions.yaml')
      .jurisdictions,
    townships,
    landClasses,
    landClassOf: landClassLookup(landClasses),
    colours,
    fields: mapValues(content<FieldsFile>('fields.yaml'), (fields) =>
      mapValues(fields, (field) => ({ aliases: [], ...field })),
    ) as Pack['fields'],
    ...content<Pick<Pack, 'thresholds' | 'grading' | 'lowEfficiencyUses' | 'unscreenedUses'>>('thresholds.yaml'),
    plan: content<Pack['plan']>('plan.yaml'),
    ledger: content<Pack['ledger']>('ledger.yaml'),
    holidays: content<{ readonly years: Pack['holidays'] }>('holidays.yaml').years,
  };
}

/** Equal parts of the files as one object each, so that what has been found about one is known of all. */
function sharing(): <T>(content: T) => T {
  const seen = new Map<string, unknown>();
  const share = (node: unknown): unknown => {
    if (node === null || typeof node !== 'object') return node;
    const key = JSON.stringify(node);
    if (!seen.has(key))
      seen.set(
        key,
        Array.isArray(node) ? node.map(share) : mapValues(node as Readonly<Record<string, unknown>>, share),
      );
    return seen.get(key);
  };
  return share as <T>(content: T) => T;
}

const mapValues = <T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Readonly<Record<string, U>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));

const entryOf = ({ use, ...entry }: Omit<LandClassEntry, 'industrial' | 'road'> & Uses): LandClassEntry => ({
  ...entry,
  industrial: use === 'industrial',
  road: use === 'road',
});

function lookup(rules: readonly Rule[]): Pack['rule'] {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return (id) => {
    const rule = byId.get(id);
    if (!rule) throw new Error(`the pack has no rule ${id}`);
    return rule;
  };
}

/** Codes nest by their first digits, so 100101 is found under 1001 where it has no entry of its own. */
function landClassLookup(landClasses: Pack['landClasses']): Pack['landClassOf'] {
  const listed = mapValues(landClasses, (list) => new Map(list.map((entry) => [entry.code, entry])));
  // Every parcel of a city asks, of a few dozen codes.
  const asked = mapValues(landClasses, () => new Map<string, LandClassEntry | undefined>());
  const find = ({ system, code }: LandClass): LandClassEntry | undefined => {
    for (let length = code.length; length > 0; length--) {
      const entry = listed[system]?.get(code.slice(0, length));
      if (entry) return entry;
    }
    return undefined;
  };
  return (landClass) => {
    const answers = asked[landClass.system];
    if (answers && !answers.has(landClass.code)) answers.set(landClass.code, find(landClass));
    return answers?.get(landClass.code);
  };
}
