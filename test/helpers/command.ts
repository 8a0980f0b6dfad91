import { main } from '../../src/cli/main.ts';
import type { Exit } from '../../src/cli/context.ts';

export interface Ran {
  readonly code: Exit;
  readonly out: string;
  readonly err: string;
}

/**
 * Runs the command in the test's own process, as a Chinese terminal would; no start of Node is waited for.
 * How it starts, ends and writes to real streams is tested with spawned runs in `test/cli/process.test.ts`.
 */
export async function yuantu(...args: string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await main(args, {
    out: { write: (text) => void (out += text) },
    err: { write: (text) => void (err += text) },
    env: { LANG: 'zh_CN.UTF-8' },
  });
  return { code, out, err };
}
