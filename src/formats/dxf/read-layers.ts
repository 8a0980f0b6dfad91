import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { FileNote, FormatRefusal, ReadOptions } from '../contract.ts';
import { collect } from './collect.ts';
import type { Drawing } from './drawing.ts';
import { countsText, firstsOf, type Found, type OpenLine } from './found.ts';
import { byLayer } from './join.ts';
import { everyLayer, layerKey } from './layers.ts';
import { overlappingLayers, parcelLayer } from './overlapping.ts';
import { facesAsPlots, plotsOf, type Plots } from './plots.ts';
import { standingOf, withoutStrays } from './standing.ts';
import { checkPlace, fitsDegrees, metre, type DrawingUnit } from './units.ts';

/** Metres between an arc and the chords drawn for it. */
export const chordErrorM = 0.01;

/** What is read of a drawing: of one layer, or of all. */
export interface ReadLayers {
  readonly found: Found;
  readonly unit: DrawingUnit;
  /** By the name it has in the drawing, or all. */
  readonly layer: string;
  readonly plots: Plots;
  /** Of shapes that stand far from the others. */
  readonly strays: readonly FileNote[];
}

/** The layer asked for, else all that are seen; of layers that lie over each other the one called as parcels are. */
export function readLayers(name: string, drawing: Drawing, options: ReadOptions): Result<ReadLayers, FormatRefusal> {
  if (options.faces !== undefined) return readFaces(name, drawing, options, options.faces);
  // Of several drawings in an archive a layer names the file.
  const isFile = [name, name.replace(/\.[^.]*$/, '')].some((own) => own === options.layer);
  const asked = isFile ? undefined : options.layer;
  const all = readOne(name, drawing, options, asked);
  if (!all.ok || asked !== undefined) return all;
  const over = overlappingLayers(all.value.plots.shapes);
  if (over.length === 0) return all;
  const parcels = parcelLayer(over);
  return parcels === null
    ? refuse('layers-overlap', { name }, [...over, everyLayer])
    : readOne(name, drawing, options, parcels);
}

/** The faces of one layer; where it has none, the layers that have lines are told. */
function readFaces(
  name: string,
  drawing: Drawing,
  options: ReadOptions,
  layer: string,
): Result<ReadLayers, FormatRefusal> {
  const read = readOne(name, drawing, options, layer);
  if (read.ok || !['several-layers', 'no-parcels'].includes(read.refusal.code)) return read;
  const all = collect(drawing, { chordError: 1e9 });
  const layers = all.ok ? [...byLayer(all.value.lines).keys()] : [];
  return layers.length > 0 ? refuse('no-faces', { name, layer }, layers) : read;
}

function readOne(
  name: string,
  drawing: Drawing,
  options: ReadOptions,
  layer?: string,
): Result<ReadLayers, FormatRefusal> {
  const probe = collect(drawing, { chordError: 1e9, layer });
  if (!probe.ok) return probe;
  const firsts = firstsOf(probe.value);
  if (firsts.length === 0) return refusedEmpty(name, probe.value, layer);
  const standing = standingOf(firsts, options);
  const read = collect(drawing, { chordError: chordErrorM * (standing.unit ?? metre).perMetre, layer });
  if (!read.ok) return read;
  const kept = withoutStrays(read.value, standing);
  // Lines alone that stand nowhere in the country are no map.
  if (read.value.rings.length + read.value.hatches.length === 0 && standing.unit === null)
    return refusedEmpty(name, read.value, layer);
  const placed = checkPlace(name, drawing, kept.found, standing.unit, options);
  if (!placed.ok) return placed;
  // A millimetre is no length in degrees: lines are joined in metres alone.
  const found = fitsDegrees(firsts[0]) ? { ...kept.found, lines: [] } : inMetres(kept.found, placed.value);
  const plots = options.faces === undefined ? ok(plotsOf(found, chordErrorM)) : facesAsPlots(found, nameOf(layer, found), chordErrorM); // prettier-ignore
  if (!plots.ok) return plots;
  if (plots.value.shapes.length === 0) return refusedOpen(name, found, plots.value, layer);
  const called = plots.value.layers.get(layerKey(layer ?? everyLayer))?.name ?? nameOf(layer, found);
  return ok({ found, unit: placed.value, layer: called, plots: plots.value, strays: kept.notes });
}

/** As the layer is called in the drawing. */
const nameOf = (layer: string | undefined, { lines }: Found): string =>
  (layer !== undefined && lines.find((line) => layerKey(line.layer) === layerKey(layer))?.layer) || everyLayer;

/** Lines that enclose nothing by themselves: where they fork, the layers whose faces may be parcels. */
function refusedOpen(name: string, found: Found, { joined }: Plots, layer?: string): Result<never, FormatRefusal> {
  const [fork] = joined.forks;
  if (!fork) return refusedEmpty(name, found, layer);
  const [x, y] = roundedTo(fork.first);
  const params = { name, layer: fork.layer, count: fork.count, x, y };
  return refuse('lines-fork', params, joined.forks.map((own) => own.layer)); // prettier-ignore
}

/** To the millimetre. */
export const roundedTo = ([x, y]: Position): Position => [Math.round(x * 1000) / 1000, Math.round(y * 1000) / 1000];

/** Nothing closed: there is no such layer, or what there is instead. */
function refusedEmpty(name: string, found: Found, layer: string | undefined): Result<never, FormatRefusal> {
  const layers = [...found.layers.values()].map((own) => own.name);
  if (layer !== undefined && layer !== everyLayer && layers.length > 0)
    return refuse('several-layers', { name, layer }, layers);
  return refuse('no-parcels', {
    name,
    ...(found.open.size > 0 && { open: countsText(found.open) }),
    ...(found.others.size > 0 && { others: countsText(found.others) }),
    ...(layers.length > 0 && { hidden: layers.join(', ') }),
  });
}

function inMetres(found: Found, { perMetre }: DrawingUnit): Found {
  if (perMetre === 1) return found;
  const change = ([x, y]: Position): Position => [x / perMetre, y / perMetre];
  const rings = found.rings.map((own) => ({ ...own, ring: own.ring.map(change) }));
  const hatches = found.hatches.map((own) => ({ ...own, rings: own.rings.map((ring) => ring.map(change)) }));
  const lines = found.lines.map((own) => scaled(own, change));
  const labels = found.labels.map(({ at, lines: own }) => ({ at: change(at), lines: own }));
  return { ...found, rings, hatches, lines, labels };
}

const scaled = (line: OpenLine, change: (p: Position) => Position): OpenLine => ({
  layer: line.layer,
  line: line.line,
  type: line.type,
  start: change(line.start),
  end: change(line.end),
  get edges() {
    return line.edges.map(({ at, to, bulge, via }) => ({ at: change(at), to: change(to), bulge, ...(via && { via: via.map(change) }) })); // prettier-ignore
  },
});
