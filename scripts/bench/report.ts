import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import type { AreaReport } from './area.ts';

const DOCUMENT = new URL('../../docs/benchmarks.md', import.meta.url);

const versionOf = (name: string): string => {
  const manifest = readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8');
  return `${name} ${(JSON.parse(manifest) as { version: string }).version}`;
};

/** What the figures were measured on: a ratio without it says nothing. */
export const machine = (): string =>
  `${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ` +
  `Node ${process.versions.node}, load ${os.loadavg()[0].toFixed(1)}`;

const exponent = (x: number): string => x.toExponential(1);

/** The report as a Markdown table, also fit for a terminal. */
export function areaTable(report: AreaReport): string {
  const head = ['method', 'median ms', 'spread ms', 'M vertices/s', 'time ÷ densified', 'error median', 'error max'];
  const rows = report.results.map((r) => [
    r.name,
    r.medianMs.toFixed(1),
    r.spreadMs.map((ms) => ms.toFixed(1)).join('–'),
    (r.verticesPerSecond / 1e6).toFixed(2),
    r.ratio.toFixed(2),
    `${exponent(r.errors.medianRelative)} (${exponent(r.errors.medianM2)} m²)`,
    `${exponent(r.errors.maxRelative)} (${exponent(r.errors.maxM2)} m²)`,
  ]);
  const widths = head.map((h, c) => Math.max(h.length, ...rows.map((row) => row[c].length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, c) => cell.padEnd(widths[c])).join(' | ')} |`;
  return [line(head), `| ${widths.map((w) => '-'.repeat(w)).join(' | ')} |`, ...rows.map(line)].join('\n');
}

export function areaSection(report: AreaReport): string {
  return [
    `${report.parcels} generated parcels, ${report.vertices} vertices, ${report.rounds} interleaved rounds in one process; errors against`,
    `geodesics cut every 10 m along the plane boundary, over the first ${report.judged} parcels.`,
    `Machine: ${machine()}. Peers: ${versionOf('@turf/turf')}, ${versionOf('geographiclib-geodesic')}.`,
    '',
    areaTable(report),
  ].join('\n');
}

/** Replaces the marked section of docs/benchmarks.md, or adds it; the rest of the page stays as it is. */
export function writeSection(name: string, title: string, text: string): void {
  const [start, end] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const page = existsSync(DOCUMENT) ? readFileSync(DOCUMENT, 'utf8') : PAGE;
  const section = `${start}\n\n${text}\n\n${end}`;
  const from = page.indexOf(start);
  const to = page.indexOf(end);
  const next =
    from >= 0 && to > from
      ? page.slice(0, from) + section + page.slice(to + end.length)
      : `${page.trimEnd()}\n\n## ${title}\n\n${section}\n`;
  writeFileSync(DOCUMENT, next);
}

const PAGE = `# Benchmarks

Run \`npm run bench -- area\`; \`--json\` prints the numbers, \`--write\` puts them here. Contenders run in turn in one
process, so a ratio holds where a time does not; read both with their spread.
`;
