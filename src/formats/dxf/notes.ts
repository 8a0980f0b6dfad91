import type { FileNote } from '../contract.ts';
import { countsText, type DrawnLayer, type Found } from './found.ts';
import type { Fork } from './join.ts';
import { layerKey } from './layers.ts';
import type { Plots } from './plots.ts';
import { chordErrorM, roundedTo, type ReadLayers } from './read-layers.ts';

/** What became of everything in a drawing. */
export function notesOf({ found, plots, strays }: ReadLayers): FileNote[] {
  const hidden = [...found.layers.values()].filter((layer) => layer.hidden > 0);
  const others = [...found.others.values()].reduce((a, b) => a + b, 0) + found.hatches.length - plots.filled;
  return [
    ...strays,
    ...named('layers-hidden', hidden.map(hiddenText)), // prettier-ignore
    ...named('layers-left-out', layersLeft(found, plots)),
    ...codedNotes(plots),
    ...(plots.curves > 0
      ? [{ code: 'arcs-densified', params: { count: plots.curves, chordM: chordErrorM } } as const]
      : []),
    ...counted('rings-nested', plots.holes),
    ...counted('hatches-read', plots.filled),
    ...linesNotes(found, plots),
    ...counted('boundary-points', found.boundaryPoints),
    ...counted('other-geometry-left', others),
  ];
}

const counted = (code: FileNote['code'], count: number): FileNote[] => (count > 0 ? [{ code, params: { count } }] : []);
const named = (code: FileNote['code'], names: readonly string[]): FileNote[] =>
  names.length > 0 ? [{ code, params: { names: names.join(', ') } }] : [];
const hiddenText = ({ name, hidden: count }: DrawnLayer): string => `${name} (${count})`;

/** Layers that are seen and none of whose shapes is read. */
function layersLeft(found: Found, { shapes, left }: Plots): string[] {
  const read = new Set(shapes.map(({ layer }) => layerKey(layer)));
  const coded = new Set([...left.keys()].map((name) => layerKey(name.replace(/ \S*$/, ''))));
  return [...found.layers]
    .filter(([key, layer]) => layer.hidden < layer.count && !read.has(key) && !coded.has(key))
    .map(([, { name }]) => name);
}

function codedNotes({ left }: Plots): FileNote[] {
  if (left.size === 0) return [];
  const count = [...left.values()].reduce((a, b) => a + b, 0);
  const names = [...left].map(([name, own]) => `${name} (${own})`).join(', ');
  return [{ code: 'xdata-coded', params: { count, names } }];
}

/** What was joined, built, left open, and where lines fork. */
function linesNotes(found: Found, { joined, faces }: Plots): FileNote[] {
  const open = new Map(found.open);
  for (const { type } of joined.used) open.set(type, (open.get(type) ?? 1) - 1);
  const left = new Map([...open].filter(([, count]) => count > 0));
  const gapMm = Math.round(joined.gapM * 1e4) / 10;
  return [
    ...(joined.count > 0 ? [{ code: 'joined-from-lines', params: { count: joined.count, gapMm } } as const] : []),
    ...(faces ? [{ code: 'faces-built', params: { ...faces } } as const] : []),
    ...(joined.forks.length > 0 ? [forkNote(joined.forks)] : []),
    ...(left.size > 0 ? [{ code: 'curves-open', params: { curves: countsText(left) } } as const] : []),
  ];
}

const mostNamed = 5;

function forkNote([{ layer, count, first }, ...others]: readonly Fork[]): FileNote {
  const [x, y] = roundedTo(first);
  const names = others.slice(0, mostNamed).map((own) => `${own.layer} (${own.count})`);
  const more = names.join(', ') + (others.length > mostNamed ? ' …' : '');
  return { code: 'lines-fork', params: { layer, count, x, y, ...(more && { others: more }) } };
}
