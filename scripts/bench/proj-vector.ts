import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const SOURCE = new URL('./proj-vector.c', import.meta.url).pathname;

/** PROJ's C library over all vertices at once, in a process of its own. */
export interface ProjVector {
  readonly version: string;
  /** Transforms every vertex and says when it is done. */
  readonly forward: () => Promise<number>;
  readonly inverse: () => Promise<number>;
  /** Its plane coordinates, interleaved metres. */
  readonly plane: () => Promise<Float64Array>;
  readonly close: () => void;
}

/** Compiles the peer where a C compiler and PROJ's headers are installed; null where not. `lonLat` in degrees. */
export function openProj(lonLat: Float64Array, definition: string): ProjVector | null {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yuantu-proj-'));
  const program = path.join(folder, 'proj-vector');
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  let version: string;
  try {
    execFileSync('cc', ['-O2', '-o', program, SOURCE, '-lproj'], { stdio: 'ignore' });
    version = execFileSync('pkg-config', ['--modversion', 'proj'], { encoding: 'utf8' }).trim();
  } catch {
    remove();
    return null;
  }
  const data = path.join(folder, 'degrees');
  writeFileSync(data, new Uint8Array(lonLat.buffer, lonLat.byteOffset, lonLat.byteLength));
  const child = spawn(program, [data, definition], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ask = (task: string, bytes: number): Promise<Float64Array> =>
    new Promise((resolve, reject) => {
      const answer = new Uint8Array(bytes);
      let got = 0;
      const failed = (): void => reject(new Error('the PROJ program ended'));
      child.once('exit', failed);
      child.stdout.on('data', function take(chunk: Buffer) {
        answer.set(chunk, got);
        got += chunk.length;
        if (got < bytes) return;
        child.stdout.off('data', take);
        child.off('exit', failed);
        resolve(new Float64Array(answer.buffer));
      });
      child.stdin.write(task);
    });
  return {
    version: `PROJ ${version}`,
    forward: async () => (await ask('f', 8))[0],
    inverse: async () => (await ask('i', 8))[0],
    plane: () => ask('w', lonLat.byteLength),
    close: () => {
      child.stdin.end();
      remove();
    },
  };
}
