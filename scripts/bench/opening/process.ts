import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** What one piece of work took in a process of its own. */
export interface Taken {
  readonly wallMs: number;
  /** Of all its threads, the collector's among them: what a busy machine changes least. */
  readonly cpuMs: number;
  /** Of the one thread that runs the program: the time it takes where nothing else runs. NaN where the system does not tell. */
  readonly mainMs: number;
  /** Highest resident memory of the process, MB. */
  readonly peakMb: number;
  /** Milliseconds of CPU of its parts, by name. */
  readonly parts: Readonly<Record<string, number>>;
  /** Milliseconds that went by in each. */
  readonly wallParts: Readonly<Record<string, number>>;
}

/** Runs `module.ts ARGUMENTS…` beside this file, which prints what it took, and what else it has to say. */
export function inOwnProcess<T extends Taken = Taken>(module: string, ...args: readonly string[]): T {
  const file = fileURLToPath(new URL(module, import.meta.url));
  const options = ['--max-old-space-size=12000', '--import', 'tsx', file, ...args];
  return JSON.parse(execFileSync(process.execPath, options, { encoding: 'utf8', maxBuffer: 1 << 26 })) as T;
}

/** Follows what this process takes from now on. */
export class Watched {
  readonly #began = performance.now();
  readonly #cpu = process.cpuUsage();
  readonly #main = mainMs();
  #last = { cpu: 0, wall: 0 };
  readonly #parts: Record<string, number> = {};
  readonly #wallParts: Record<string, number> = {};

  /** What has been taken since the part before belongs to this one. */
  part(name: string): void {
    const now = { cpu: this.#cpuMs(), wall: this.#wallMs() };
    this.#parts[name] = (this.#parts[name] ?? 0) + now.cpu - this.#last.cpu;
    this.#wallParts[name] = (this.#wallParts[name] ?? 0) + now.wall - this.#last.wall;
    this.#last = now;
  }

  /** `more`: what else is said. */
  print(more: Readonly<Record<string, unknown>> = {}): void {
    const taken: Taken = {
      wallMs: this.#wallMs(),
      cpuMs: this.#cpuMs(),
      mainMs: mainMs() - this.#main,
      peakMb: peakMb(),
      parts: this.#parts,
      wallParts: this.#wallParts,
    };
    console.log(JSON.stringify({ ...taken, ...more }));
  }

  #wallMs(): number {
    return performance.now() - this.#began;
  }

  #cpuMs(): number {
    const { user, system } = process.cpuUsage(this.#cpu);
    return (user + system) / 1000;
  }
}

/** CPU time of the main thread so far, in steps of 10 ms (Linux). */
function mainMs(): number {
  try {
    // What stands after the name of the program, which may hold anything.
    const fields = readFileSync(`/proc/self/task/${process.pid}/stat`, 'utf8').split(') ').at(-1)!.split(' ');
    return 10 * (Number(fields[11]) + Number(fields[12]));
  } catch {
    return NaN;
  }
}

/** Of this program alone, where the system tells (Linux). */
function peakMb(): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024;
  } catch {
    return process.resourceUsage().maxRSS / 1024;
  }
}
