import path from 'node:path';

/*
 * The walls of the house: which folder of src/ may import which. Imports go down only, so that a rule, a format or a
 * kernel can be read, tested and run without the page, the database or the network. One table, one message.
 */
const below = {
  'domain/quantity': [],
  'domain/geodesy': ['domain/quantity'],
  'domain/geometry': ['domain/quantity', 'domain/geodesy'],
  'domain/land': ['domain'],
  domain: [],
  'policy/shape': ['domain'],
  layout: ['domain'],
  policy: ['policy/shape', 'domain'],
  desk: ['layout', 'policy', 'domain'],
  supply: ['desk', 'policy', 'domain'],
  formats: ['domain'],
  city: ['formats', 'supply', 'desk', 'layout', 'policy', 'domain'],
  store: ['domain'],
  texts: ['domain', 'policy', 'layout', 'formats', 'desk', 'supply'],
  workers: ['city', 'publish/shape', 'publish/check', 'formats', 'desk', 'supply', 'policy', 'domain', 'client'],
  client: ['workers', 'publish/shape', 'publish/check', 'city', 'domain', 'policy', 'formats', 'desk'],
  map: ['city', 'publish/shape', 'domain', 'policy', 'client', 'desk/tools'],
  'publish/shape': ['policy', 'domain'],
  'publish/check': ['publish/shape', 'city', 'policy', 'domain'],
  publish: ['publish/shape', 'publish/check', 'city', 'texts', 'formats', 'desk', 'supply', 'policy', 'domain'],
  server: ['city', 'workers', 'store', 'texts', 'formats', 'desk', 'supply', 'policy', 'domain'],
  cli: ['server', 'publish', 'layout', 'city', 'store', 'texts', 'formats', 'desk', 'supply', 'policy', 'domain'],
  ui: ['client', 'publish/shape', 'city', 'map', 'texts', 'desk', 'supply', 'policy', 'domain', 'formats'],
};

/** Folders of which another may know the types alone: what they do is done where the city is held, not on the page. */
const typesAlone = { ui: ['city', 'supply'], map: ['city'] };

/** Packages that one folder owns, with the reason the others stay out. */
const owned = [
  { package: /^svelte($|\/)/, folders: ['ui'], because: 'only ui/ imports Svelte, so everything else runs without it' },
  { package: /^(maplibre-gl|terra-draw)/, folders: ['map'], because: 'only map/ knows the map library' },
  { package: /^echarts($|\/)/, folders: ['ui'], because: 'only ui/parts/chart knows the library of charts' },
  {
    package: /^(node:|fs$|path$|http$)/,
    folders: ['store', 'server', 'cli', 'client'],
    because: 'only store, server, cli and client do I/O; formats get bytes, a pack is parsed from text',
  },
];

const room = (file) => {
  const parts = file.split('/');
  const pair = parts.slice(0, 2).join('/');
  return pair in below ? pair : parts[0] in below ? parts[0] : null;
};

const inside = (target, folder) => target === folder || target.startsWith(`${folder}/`);

/** Why `from` (a path below src/) may not import `specifier`, or null when it may. */
export function wallBetween(from, specifier, typesOnly = false) {
  const own = room(from);
  if (!own) return null; // main.ts, the composition root, may see everything
  if (!specifier.startsWith('.')) {
    const rule = owned.find((o) => o.package.test(specifier));
    return rule && !rule.folders.includes(own) ? `${own}/ must not import "${specifier}": ${rule.because}.` : null;
  }
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
  const there = room(target);
  if (!typesOnly && typesAlone[own]?.includes(there))
    return `${own}/ may import types alone from ${there}/ (import type): ask the client for what it does.`;
  if (!there || there === own || there === 'domain' || below[own].some((f) => inside(there, f) || inside(target, f)))
    return null;
  const allowed = below[own].join(', ') || 'nothing outside itself';
  return `${own}/ must not import ${there}/: imports go down only, and ${own}/ may import ${allowed}. Move the code down, or pass the value in.`;
}

export const walls = {
  meta: { type: 'problem', schema: [], messages: { wall: '{{why}}' } },
  create(context) {
    const from = path.relative(path.join(context.cwd, 'src'), context.filename).split(path.sep).join('/');
    const check = (node) => {
      if (typeof node.source?.value !== 'string') return;
      const why = wallBetween(from, node.source.value, node.importKind === 'type' || node.exportKind === 'type');
      if (why) context.report({ node: node.source, messageId: 'wall', data: { why } });
    };
    return {
      ImportDeclaration: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      ImportExpression: check,
    };
  },
};
