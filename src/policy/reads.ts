import { kindOf } from './kinds/index.ts';
import type { Pack } from './shape/pack.ts';
import type { Part } from './shape/part.ts';

/** What of the facts a test looks at, through the measures it names: fields, figures and collections by their names. */
export interface Reads {
  readonly fields: ReadonlySet<string>;
  readonly figures: ReadonlySet<string>;
  readonly collections: ReadonlySet<string>;
}

interface Found {
  readonly fields: Set<string>;
  readonly figures: Set<string>;
  readonly collections: Set<string>;
  /** Measures that have been looked into. */
  readonly measures: Set<string>;
}

export function readsOf(pack: Pack, test: Part): Reads {
  const found: Found = { fields: new Set(), figures: new Set(), collections: new Set(), measures: new Set() };
  ofPart(pack, test, found);
  return found;
}

function ofPart(pack: Pack, part: Part, found: Found): void {
  const { expressions = [], conditions = [], parts = [] } = kindOf(part).restsOn(part);
  for (const one of [...expressions, ...conditions]) gather(pack, one, found);
  for (const inner of parts) ofPart(pack, inner, found);
}

/** Conditions and expressions are plain data in one another; a text is a measure where the pack has one of that name. */
function gather(pack: Pack, node: unknown, found: Found): void {
  if (typeof node === 'string') return ofMeasure(pack, node, found);
  if (typeof node !== 'object' || node === null) return;
  if (Array.isArray(node)) return node.forEach((inner) => gather(pack, inner, found));
  for (const [name, inner] of Object.entries(node)) {
    if (typeof inner !== 'string') gather(pack, inner, found);
    else if (name === 'field' || name === 'entries') found.fields.add(inner);
    else if (name === 'figure') found.figures.add(inner);
    else {
      if (name === 'of' || name === 'every' || name === 'some') found.collections.add(inner);
      ofMeasure(pack, inner, found);
    }
  }
}

function ofMeasure(pack: Pack, name: string, found: Found): void {
  if (!Object.hasOwn(pack.measures, name) || found.measures.has(name)) return;
  found.measures.add(name);
  gather(pack, pack.measures[name].from, found);
}
