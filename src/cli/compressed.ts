import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** What text compresses to a half or less; pictures and `.gz` are compressed already. */
const KINDS = /\.(?:js|mjs|css|html|svg|json|geojson|wasm|txt|xml|webmanifest|ytp)$/;
/** Below this a packet is a packet. */
const LEAST_BYTES = 1024;
/** The last grain takes long of what is large. */
const LARGE_BYTES = 2_000_000;

const brotli = promisify(brotliCompress);
const gzipped = promisify(gzip);

/** Writes `.br` and `.gz` beside a file where they are smaller, for servers to hand out as they are. */
export async function compressedCopies(file: string, bytes: Uint8Array): Promise<void> {
  if (!KINDS.test(file) || bytes.length < LEAST_BYTES) return;
  const quality = bytes.length > LARGE_BYTES ? 9 : constants.BROTLI_MAX_QUALITY;
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length, [constants.BROTLI_PARAM_QUALITY]: quality };
  const [br, gz] = await Promise.all([brotli(bytes, { params }), gzipped(bytes, { level: 9 })]);
  if (br.length < bytes.length) await writeFile(`${file}.br`, br);
  if (gz.length < bytes.length) await writeFile(`${file}.gz`, gz);
}

/** Runs so many jobs at once: `add` waits while as many are under way; a job that fails is thrown by either. */
export function mostTogether(most: number): {
  add: (job: () => Promise<void>) => Promise<void>;
  done: () => Promise<void>;
} {
  const running = new Set<Promise<void>>();
  return {
    add: async (job) => {
      while (running.size >= most) await Promise.race(running);
      const run = job().finally(() => running.delete(run));
      running.add(run);
      // Thrown where it is waited for.
      run.catch(() => undefined);
    },
    done: async () => {
      await Promise.all(running);
    },
  };
}
