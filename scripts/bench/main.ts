import { benchArea } from './area.ts';
import { areaSection, machine, writeSection } from './report.ts';

const USAGE = 'Usage: npm run bench -- area [--json] [--write]';

function main(args: readonly string[]): number {
  const flags = new Set(args.filter((arg) => arg.startsWith('--')));
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = [...flags].find((flag) => flag !== '--json' && flag !== '--write');
  if (unknown || names.length !== 1 || names[0] !== 'area') {
    console.error(unknown ? `Unknown option ${unknown}. ${USAGE}` : USAGE);
    return 2;
  }
  const report = benchArea();
  const text = areaSection(report);
  console.log(flags.has('--json') ? JSON.stringify({ machine: machine(), ...report }, null, 2) : text);
  if (flags.has('--write')) writeSection('area', 'Ellipsoidal area', text);
  return 0;
}

process.exitCode = main(process.argv.slice(2));
