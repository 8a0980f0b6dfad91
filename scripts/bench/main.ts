import { parseArgs } from 'node:util';
import { benchmarks } from './index.ts';
import { openPostgis, type Postgis } from './postgis.ts';
import { machine, reportText, writeSection } from './report.ts';

const USAGE = `Usage: npm run bench -- [NAME…] [--size N] [--seconds N] [--json] [--write]; names: ${benchmarks.map((b) => b.name).join(', ')}`;
const DEFAULT_SIZE = 1_000_000;
const DEFAULT_SECONDS = 600;

const say = (line: string): void => console.error(line);

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      size: { type: 'string' },
      seconds: { type: 'string' },
      json: { type: 'boolean' },
      write: { type: 'boolean' },
    },
  });
  const size = Number(values.size ?? DEFAULT_SIZE);
  const seconds = Number(values.seconds ?? DEFAULT_SECONDS);
  const unknown = positionals.find((name) => !benchmarks.some((b) => b.name === name));
  if (unknown) throw new TypeError(`No benchmark "${unknown}".`);
  if (!Number.isInteger(size) || size < 1000 || size > DEFAULT_SIZE)
    throw new TypeError(`--size must be a whole number from 1000 to ${DEFAULT_SIZE}, not "${values.size}".`);
  if (!(seconds > 0)) throw new TypeError(`--seconds must be a number above 0, not "${values.seconds}".`);
  const chosen = benchmarks.filter((b) => positionals.length === 0 || positionals.includes(b.name));
  const reports: Record<string, unknown> = {};
  const opened = chosen.some((b) => b.usesPostgis) ? await openPostgis(say) : null;
  const postgis: Postgis | null = opened && !('without' in opened) ? opened : null;
  const without = opened && 'without' in opened ? [`PostGIS, ${opened.without}`] : [];
  if (without.length > 0) say(`Left out: ${without[0]}.`);
  try {
    for (const benchmark of chosen) {
      say(`${benchmark.name} …`);
      await postgis?.clear();
      const measured = await benchmark.run({ size, seconds, postgis, say });
      const missing = [...(benchmark.usesPostgis ? without : []), ...(measured.missing ?? [])];
      const report = { ...measured, missing };
      const text = reportText(report, benchmark.usesPostgis ? (postgis?.version ?? null) : null);
      reports[benchmark.name] = { machine: machine(), ...report };
      if (!values.json) console.log(`\n## ${benchmark.title}\n\n${text}\n`);
      if (values.write) writeSection(benchmark, text);
    }
  } finally {
    await postgis?.close();
  }
  if (values.json) console.log(JSON.stringify(reports, null, 2));
  return 0;
}

try {
  process.exitCode = await main();
} catch (fault) {
  if (!(fault instanceof TypeError)) throw fault;
  console.error(`${fault.message}\n${USAGE}`);
  process.exitCode = 2;
}
