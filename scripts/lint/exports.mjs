/*
 * `npm run lint`: no export of src/ that no other file imports, and nothing in src/ that only tests and benchmarks use.
 * Knip reads the imports, once as all files make them and once as the product makes them.
 */
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const knip = path.join(here, '../../node_modules/knip/bin/knip.js');

const asks = [
  {
    config: 'knip.jsonc',
    mode: [],
    why: 'No other file imports these. Take `export` away from what its own file uses and delete the rest: what nobody asks for has to be read and kept true all the same.',
  },
  {
    config: 'knip.product.jsonc',
    mode: ['--production'],
    why: 'Only tests or benchmarks use these. Delete them and their tests, or let the product use them: a test of what no one runs holds nothing up.',
  },
];

/** What knip finds in the checkout at `root`, as `file` or `file:line name`. */
async function found({ config, mode }, root) {
  const only = ['--include', 'exports,types,files', '--reporter', 'json', '--no-config-hints', '--no-exit-code'];
  const args = [knip, '-D', root, '-c', path.relative(root, path.join(here, config)), ...mode, ...only];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const [said, wrong] = [[], []];
  child.stdout.on('data', (chunk) => said.push(chunk));
  child.stderr.on('data', (chunk) => wrong.push(chunk));
  const code = await new Promise((done) => child.on('close', done));
  if (code !== 0) throw new Error(`knip ended with ${code}: ${Buffer.concat([...said, ...wrong]).toString('utf8')}`);
  const { issues } = JSON.parse(Buffer.concat(said).toString('utf8'));
  return issues.flatMap(({ file, files, exports, types }) => [
    ...files.map(() => file),
    ...[...exports, ...types].map(({ name, line }) => `${file}:${line} ${name}`),
  ]);
}

/** Why something is not to be there, and what it is; nothing where all is used. */
export async function unusedExports(root) {
  const wrong = [];
  // One after the other: what stands in a row of `npm test` has one core.
  for (const ask of asks) {
    const places = (await found(ask, root)).filter((place) => !wrong.some((said) => said.places.includes(place)));
    if (places.length > 0) wrong.push({ why: ask.why, places: places.sort() });
  }
  return wrong;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const wrong = await unusedExports(process.cwd());
  for (const { why, places } of wrong) console.error([why, ...places.map((place) => `  ${place}`), ''].join('\n'));
  if (wrong.length > 0) process.exit(1);
}
