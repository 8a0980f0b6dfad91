import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import type { Benchmark, BenchReport, BenchTable } from './contract.ts';

const DOCUMENT = new URL('../../docs/benchmarks.md', import.meta.url);

const versionOf = (name: string): string => {
  const manifest = readFileSync(new URL(`../../node_modules/${name}/package.json`, import.meta.url), 'utf8');
  return `${name} ${(JSON.parse(manifest) as { version: string }).version}`;
};

/** What the figures were measured on: a ratio without it says nothing. */
export const machine = (): string =>
  `${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'unknown'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ` +
  `Node ${process.versions.node}, load ${os.loadavg()[0].toFixed(1)}`;

function tableText({ head, rows }: BenchTable): string {
  const widths = head.map((h, c) => Math.max(h.length, ...rows.map((row) => row[c].length)));
  const line = (cells: readonly string[]) => `| ${cells.map((cell, c) => cell.padEnd(widths[c])).join(' | ')} |`;
  return [line(head), `| ${widths.map((w) => '-'.repeat(w)).join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** The report as Markdown, also fit for a terminal. */
export function reportText(report: BenchReport, postgis: string | null): string {
  const peers = [...report.peers.map(versionOf), ...(postgis ? [postgis] : [])].join(', ');
  return [
    report.about,
    '',
    `Machine: ${machine()}. Peers: ${peers || 'none'}.${report.missing?.length ? ` Not here: ${report.missing.join('; ')}.` : ''}`,
    '',
    tableText(report.table),
    ...(report.checks.length > 0 ? ['', ...report.checks.map((check) => `- ${check}`)] : []),
  ].join('\n');
}

/** Replaces the marked section of docs/benchmarks.md, or adds it; the rest of the page stays as it is. */
export function writeSection({ name, title }: Benchmark, text: string): void {
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

\`npm run bench\` runs all of these, \`npm run bench -- NAME\` one; \`--size N\` takes fewer parcels, \`--json\` prints the
numbers, \`--write\` puts them here. Contenders run in turn in one run, so a ratio holds where a time does not; times are
milliseconds, median and (least–most). PostGIS takes part when \`DATABASE_URL\` names a server, or where PostgreSQL's
programs are installed: then a cluster of its own is made and thrown away. It works in one process, as we do in one thread.
`;
