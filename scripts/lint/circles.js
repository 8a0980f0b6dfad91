import path from 'node:path';
import { folderGraph, importGraph, targetOf, wayBetween } from './imports.js';

/*
 * No file imports what imports it in turn, however far round and be it a type alone: such files can only be read, tested
 * and moved together. The same holds for the folders of these rooms, each of which answers one question.
 */
const rooms = ['domain/geometry', 'ui'];

/** What a checkout imports is read once for all its files. */
const houses = new Map();

function houseAt(src) {
  if (!houses.has(src)) houses.set(src, houseOf(importGraph(src)));
  return houses.get(src);
}

/** Files and the rooms of folders, as graphs. */
export const houseOf = (files) => ({
  files,
  rooms: rooms.map((parent) => ({ parent, ...folderGraph(files, parent) })),
});

const remedy =
  'Move what both need into a file of its own below them, or pass it in (an interface of what is needed, stated by who needs it).';

/** Why `from` (a path below src/) may not import `specifier`, or null when no circle comes of it. */
export function circleThrough(house, from, specifier) {
  const target = targetOf(from, specifier);
  const back = wayBetween(house.files, target, from);
  if (back) return `Circle of files: ${[from, ...back].join(' → ')}. Whoever reads one must read all. ${remedy}`;
  for (const { parent, folders, folderOf } of house.rooms) {
    const [own, there] = [folderOf(from), folderOf(target)];
    if (own === null || there === null || own === there) continue;
    const round = wayBetween(folders, there, own);
    if (round) return `Circle of folders of ${parent}/: ${[own, ...round].join(' → ')}, by ${target}. ${remedy}`;
  }
  return null;
}

export const circles = {
  meta: { type: 'problem', schema: [], messages: { circle: '{{why}}' } },
  create(context) {
    const src = path.join(context.cwd, 'src');
    const from = path.relative(src, context.filename).split(path.sep).join('/');
    const house = houseAt(src);
    if (!house.files.has(from)) return {};
    const check = (node) => {
      const specifier = node.source?.value;
      if (typeof specifier !== 'string' || !specifier.startsWith('.')) return;
      const why = circleThrough(house, from, specifier);
      if (why) context.report({ node: node.source, messageId: 'circle', data: { why } });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};
