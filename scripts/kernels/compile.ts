/* Compiles the kernels; `npm run kernels` writes the result where the product reads it. */
import asc from 'assemblyscript/asc';
import { readFileSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';

const SOURCE = new URL('ring-areas.as.ts', import.meta.url);
const COMPILED = new URL('../../src/domain/geodesy/ring-kernel.wasm.ts', import.meta.url);
const OPTIONS = ['-O3', '--noAssert', '--enable', 'simd', '--runtime', 'stub', '--use', 'abort='];

/** The text of the module that holds the machine code. */
export async function compiledKernel(): Promise<string> {
  const source = readFileSync(SOURCE, 'utf8');
  let binary: Uint8Array | undefined;
  const { error, stderr } = await asc.main(['ring-areas.as.ts', '-o', 'kernel.wasm', ...OPTIONS], {
    readFile: (name) => (name === 'ring-areas.as.ts' ? source : null),
    writeFile: (name, content) => {
      if (name === 'kernel.wasm') binary = content as Uint8Array;
    },
    listFiles: () => [],
  });
  if (error || !binary) throw new Error(`scripts/kernels/ring-areas.as.ts: ${stderr.toString()}`);
  const text = `/** Made by \`npm run kernels\` from scripts/kernels/ring-areas.as.ts: WebAssembly in base64. */
    export const RING_KERNEL = '${Buffer.from(binary).toString('base64')}';\n`;
  return format(text, { parser: 'typescript', singleQuote: true, printWidth: 120 });
}

/** What the product holds now. */
export const heldKernel = (): string => readFileSync(COMPILED, 'utf8');

if (process.argv[1] === import.meta.filename) writeFileSync(COMPILED, await compiledKernel());
