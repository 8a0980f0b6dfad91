import { ok, refuse, type Result } from '../../domain/outcome.ts';
import type { Position } from '../../domain/geometry/columns/layer.ts';
import type { FormatRefusal } from '../contract.ts';
import { realOf } from '../text/real.ts';
import { itemsOf, textOf, type Group, type Item } from './groups.ts';

interface Block {
  readonly base: Position;
  readonly entities: readonly Entity[];
}
/** An entity with what stands below it: the vertices of a POLYLINE, the attributes of an INSERT. */
export interface Entity {
  readonly item: Item;
  readonly parts: readonly Item[];
}
export interface Drawing {
  /** Values of header variables by name, `$INSUNITS` → its groups. */
  readonly header: ReadonlyMap<string, readonly Group[]>;
  /** Entries of the table of layers 图层. */
  readonly layers: readonly Item[];
  readonly blocks: ReadonlyMap<string, Block>;
  readonly entities: readonly Entity[];
}

/** The sections of a drawing that hold geometry, and its layers; other tables, objects and classes are passed over. */
export function readDrawing(name: string, text: string): Result<Drawing, FormatRefusal> {
  const items = itemsOf(text);
  if (!items.ok) return items;
  const header = new Map<string, readonly Group[]>();
  const blocks = new Map<string, Block>();
  let layers: readonly Item[] = [];
  let entities: readonly Entity[] | null = null;
  let ended = false;
  for (let i = 0; i < items.value.length; i++) {
    const item = items.value[i];
    if (item.type === 'EOF') ended = true;
    if (item.type !== 'SECTION') continue;
    const end = nextOf(items.value, i, 'ENDSEC');
    if (end === null) return refuse('truncated', { name, record: 0 });
    const inside = items.value.slice(i + 1, end);
    const section = textOf(item, 2);
    if (section === 'HEADER') readHeader(item.groups, header);
    else if (section === 'TABLES') layers = inside.filter(({ type }) => type === 'LAYER');
    else if (section === 'BLOCKS') readBlocks(inside, blocks);
    else if (section === 'ENTITIES') entities = gathered(inside);
    i = end;
  }
  if (entities === null) return refuse(items.value.length > 0 ? 'truncated' : 'unknown-format', { name, record: 0 });
  // Without its end mark the list of entities may be cut anywhere before.
  return ended ? ok({ header, layers, blocks, entities }) : refuse('truncated', { name, record: 0 });
}

function nextOf(items: readonly Item[], from: number, type: string): number | null {
  for (let i = from + 1; i < items.length; i++) if (items[i].type === type) return i;
  return null;
}

/** The header is one item: `9 $NAME` and the groups up to the next. */
function readHeader(groups: readonly Group[], header: Map<string, readonly Group[]>): void {
  let values: Group[] = [];
  for (const group of groups)
    if (group.code === 9) {
      values = [];
      header.set(group.value, values);
    } else values.push(group);
}

function readBlocks(items: readonly Item[], blocks: Map<string, Block>): void {
  for (let i = 0; i < items.length; i++) {
    if (items[i].type !== 'BLOCK') continue;
    const end = nextOf(items, i, 'ENDBLK') ?? items.length;
    const blockName = textOf(items[i], 2)?.toUpperCase();
    if (blockName !== undefined)
      blocks.set(blockName, { base: pointOf(items[i], 10), entities: gathered(items.slice(i + 1, end)) });
    i = end;
  }
}

const below = new Set(['VERTEX', 'ATTRIB']);

function gathered(items: readonly Item[]): readonly Entity[] {
  const entities: { item: Item; parts: Item[] }[] = [];
  for (const item of items)
    if (below.has(item.type)) entities[entities.length - 1]?.parts.push(item);
    else if (item.type !== 'SEQEND') entities.push({ item, parts: [] });
  return entities;
}

/** The point of groups `code` and `code + 10`; zero where they are not there. */
export function pointOf(item: Item, code: number): Position {
  const read = (c: number) => realOf(textOf(item, c) ?? '0');
  return [read(code), read(code + 10)];
}
