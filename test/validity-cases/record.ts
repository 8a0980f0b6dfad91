/*
 * Asks PostGIS what it says of every case and writes `expected.json`: run `node --import tsx test/validity-cases/record.ts`
 * after a case has been added. It takes DATABASE_URL, or makes a PostgreSQL of its own and throws it away.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { openPostgis } from '../../scripts/bench/postgis.ts';
import type { Recorded, ValidityCase } from './cases.ts';

const file = (name: string): URL => new URL(name, import.meta.url);
const cases = JSON.parse(readFileSync(file('cases.json'), 'utf8')) as ValidityCase[];
const SQL = `SELECT (d).valid, (d).reason, ST_X((d).location) AS x, ST_Y((d).location) AS y
             FROM (SELECT ST_IsValidDetail(ST_GeomFromText($1)) AS d) AS t`;

const postgis = await openPostgis((line) => console.error(line));
if ('without' in postgis) throw new Error(`There is no PostGIS to ask: ${postgis.without}.`);
const results: Record<string, Recorded> = {};
for (const { name, wkt } of cases) {
  try {
    const [{ valid, reason, x, y }] = await postgis.query<{ valid: boolean; reason: string; x: number; y: number }>(
      SQL,
      [wkt],
    );
    const at = Number.isFinite(x) && Number.isFinite(y) && x !== null ? { at: [x, y] as const } : {};
    results[name] = valid ? { valid } : { valid, reason, ...at };
  } catch (fault) {
    results[name] = { valid: false, reason: `refused: ${(fault as Error).message}` };
  }
}
const text = JSON.stringify({ by: postgis.version, results });
await postgis.close();
const target = file('expected.json');
writeFileSync(target, await format(text, { ...(await resolveConfig(target)), parser: 'json' }));
