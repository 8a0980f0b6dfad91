import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Plugin } from 'vite';

/** What text compresses to a half or less; pictures and `.gz` are compressed already. */
const KINDS = /\.(?:js|mjs|css|html|svg|json|wasm|txt)$/;
/** Below this a packet is a packet. */
const LEAST_BYTES = 1024;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Writes `.br` and `.gz` beside each file of a folder where they are smaller, for the server to hand out as they are. */
export async function precompress(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  // A library that may be exchanged is handed out as it stands, not as it was when the page was built.
  const lasting = names.filter((name) => KINDS.test(name) && path.dirname(name) !== 'libraries');
  await Promise.all(lasting.map((name) => compressed(path.join(folder, name))));
}

async function compressed(file: string): Promise<void> {
  const bytes = await readFile(file);
  if (bytes.length < LEAST_BYTES) return;
  const hint = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  const made = { br: brotli(bytes, { params: hint }), gz: gzipped(bytes, { level: 9 }) };
  for (const [ending, packed] of Object.entries(made))
    if ((await packed).length < bytes.length) await writeFile(`${file}.${ending}`, await packed);
}

/** Compresses the built page as the last step of its build. */
export function precompressed(): Plugin {
  let folder = '';
  return {
    name: 'yuantu:precompressed',
    apply: 'build',
    configResolved: (config) => void (folder = path.resolve(config.root, config.build.outDir)),
    closeBundle: { order: 'post', sequential: true, handler: () => precompress(folder) },
  };
}
