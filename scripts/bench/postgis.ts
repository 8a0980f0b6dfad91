import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { BenchLayer } from './city.ts';
import { wkbOf } from './wkb.ts';

const SCHEMA = 'yuantu_bench';
const ROWS_PER_INSERT = 5000;

/** A PostgreSQL with PostGIS, to measure against: one session, one process, no just-in-time compiler. */
export interface Postgis {
  /** PostgreSQL, PostGIS, GEOS and PROJ, with their versions. */
  readonly version: string;
  readonly query: <T extends pg.QueryResultRow>(sql: string, values?: readonly unknown[]) => Promise<T[]>;
  /**
   * Makes table `name (id int primary key, geom geometry)` of a layer, id = row, indexed (GiST) and analysed. `plane`:
   * the plane numbers as they are (metres from 114°E), SRID 0; `degrees`: lon, lat in EPSG:4490.
   */
  readonly load: (name: string, from: BenchLayer, as: 'plane' | 'degrees') => Promise<void>;
  /** Drops every table. */
  readonly clear: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Why there is no PostGIS to measure against, in words that say what to install or start. */
export function reasonWithout(fault: unknown): string {
  const { code, message, errors } = fault as NodeJS.ErrnoException & { errors?: readonly Error[] };
  // 0A000 and 58P01: PostgreSQL has no such extension to make; 42501: the user may not make it.
  if (code === '0A000' || code === '58P01') return 'PostgreSQL is here without it: install postgresql-NN-postgis-3';
  if (code === '42501') return 'the user of DATABASE_URL may not create the extension postgis';
  const [line] = (errors?.[0]?.message ?? message).trim().split('\n');
  return `PostgreSQL does not work here: ${line}`;
}

/** `DATABASE_URL`, else a throw-away cluster where PostgreSQL's programs are installed; else why there is none. */
export async function openPostgis(say: (line: string) => void): Promise<Postgis | { readonly without: string }> {
  const url = process.env.DATABASE_URL;
  const bin = url ? null : programs();
  if (!url && !bin) return { without: 'no DATABASE_URL and no PostgreSQL programs here' };
  let stop = (): void => {};
  try {
    if (url) return await connect(url, stop);
    say('Starting a PostgreSQL of its own for the comparison …');
    const cluster = await startCluster(bin!);
    stop = cluster.stop;
    return await connect(cluster.url, stop);
  } catch (fault) {
    stop();
    return { without: reasonWithout(fault) };
  }
}

async function connect(url: string, stop: () => void): Promise<Postgis> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return await prepared(client, stop);
  } catch (fault) {
    await client.end();
    throw fault;
  }
}

async function prepared(client: pg.Client, stop: () => void): Promise<Postgis> {
  const query: Postgis['query'] = async (sql, values) => (await client.query(sql, values as unknown[])).rows;
  await query('CREATE EXTENSION IF NOT EXISTS postgis');
  const clear = async (): Promise<void> => {
    await query(`DROP SCHEMA IF EXISTS ${SCHEMA} CASCADE`);
    await query(`CREATE SCHEMA ${SCHEMA}`);
  };
  await clear();
  // What the machine allows is the same for both sides: one thread, everything in memory.
  await query(`SET search_path = ${SCHEMA}, public; SET jit = off; SET max_parallel_workers_per_gather = 0`);
  await query(`SET work_mem = '512MB'; SET maintenance_work_mem = '512MB'`);
  const [{ version }] = await query<{ version: string }>(
    `SELECT split_part(version(), ' ', 2) || ', PostGIS ' || postgis_lib_version() || ', GEOS ' || postgis_geos_version()
            || ', PROJ ' || split_part(postgis_proj_version(), ' ', 1) AS version`,
  );
  return {
    version: `PostgreSQL ${version}`,
    query,
    load: (name, from, as) => load(query, name, from, as),
    clear,
    close: async () => {
      await query(`DROP SCHEMA ${SCHEMA} CASCADE`);
      await client.end();
      stop();
    },
  };
}

async function load(query: Postgis['query'], name: string, from: BenchLayer, as: 'plane' | 'degrees'): Promise<void> {
  const { layer, plane } = from;
  const srid = as === 'plane' ? 0 : 4490;
  await query(`CREATE TABLE ${name} (id int PRIMARY KEY, geom geometry(MultiPolygon, ${srid}))`);
  for (let first = 0; first < layer.size; first += ROWS_PER_INSERT) {
    const ids = Array.from({ length: Math.min(ROWS_PER_INSERT, layer.size - first) }, (_, i) => first + i);
    const shapes = ids.map((f) => Buffer.from(wkbOf(layer, as === 'plane' ? plane : layer.lonLat, f)));
    await query(
      `INSERT INTO ${name} SELECT id, ST_GeomFromWKB(wkb, ${srid}) FROM unnest($1::int[], $2::bytea[]) AS t (id, wkb)`,
      [ids, shapes],
    );
  }
  await query(`CREATE INDEX ON ${name} USING gist (geom)`);
  await query(`VACUUM ANALYZE ${name}`);
}

/** Folder of `initdb` and `pg_ctl`: Debian keeps them by version. */
function programs(): string | null {
  const versions = '/usr/lib/postgresql';
  if (!existsSync(versions)) return null;
  const newest = readdirSync(versions).sort((a, b) => Number(b) - Number(a));
  return newest.map((v) => path.join(versions, v, 'bin')).find((bin) => existsSync(path.join(bin, 'initdb'))) ?? null;
}

async function startCluster(bin: string): Promise<{ url: string; stop: () => void }> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'yuantu-bench-'));
  const data = path.join(folder, 'data');
  const port = await freePort();
  // The server refuses to run as root: there it runs as `postgres`, the user that its package makes.
  const root = process.getuid?.() === 0;
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const run = (program: string, args: readonly string[]): void => {
    const command = [path.join(bin, program), ...args];
    const [head, ...rest] = root
      ? ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups', ...command]
      : command;
    execFileSync(head, rest, { stdio: ['ignore', 'ignore', 'pipe'], cwd: folder });
  };
  try {
    if (root) chownSync(folder, ...idsOf('postgres'));
    run('initdb', ['-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--locale=C']);
    const settings = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off -c shared_buffers=1GB -c max_wal_size=4GB`;
    run('pg_ctl', ['-D', data, '-w', '-l', path.join(folder, 'log'), '-o', settings, 'start']);
  } catch (fault) {
    remove();
    throw fault;
  }
  let running = true;
  const stop = (): void => {
    if (!running) return;
    running = false;
    run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
    remove();
  };
  process.on('exit', stop);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130));
  return { url: `postgres://bench@127.0.0.1:${port}/postgres`, stop };
}

function idsOf(user: string): [number, number] {
  const id = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  return [id('-u'), id('-g')];
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
