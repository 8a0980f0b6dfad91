import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import { refuse, ok, type Refusal, type Result } from '../domain/outcome.ts';

export type ServeRefusalCode =
  | 'port-taken' // {port}
  | 'port-not-allowed' // {port}
  | 'host-needs-accounts' // {host}: only the own computer until there are accounts
  | 'not-built'; // {folder}

export interface Served {
  readonly address: string;
  close(): Promise<void>;
}

const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/**
 * Scripts, workers and styles only from here: the page can load nothing from the network and open no connection.
 * WebAssembly may be compiled (a GeoPackage is read by SQLite), text may not become a script.
 */
const contentSecurityPolicy = (hosts: readonly string[]): string =>
  [
    "default-src 'self'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "worker-src 'self' blob:",
    "style-src 'self' 'unsafe-inline'",
    ["img-src 'self' data: blob:", ...hosts].join(' '),
    ["connect-src 'self'", ...hosts].join(' '),
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
  ].join('; ');

/** Files under these names never change: hashed ones of the page, and versions of published data, by the digest of them. */
const LASTING = /[\\/](?:assets|data[\\/][0-9a-f]{16})[\\/]/;

/** What no list of types knows; the rest goes by its ending. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/\.pmtiles$/, 'application/vnd.pmtiles'],
  [/feed(\.en)?\.xml$/, 'application/atom+xml; charset=utf-8'],
];

/** Hosts that a published map asks besides its own: those of 天地图 where the office set a key. */
function hostsOf(folder: string): readonly string[] {
  try {
    const { version } = JSON.parse(readFileSync(path.join(folder, 'now.json'), 'utf8')) as { version: string };
    const first = path.join(folder, 'data', version, 'first.json');
    const { tianditu } = JSON.parse(readFileSync(first, 'utf8')) as { tianditu: string | null };
    return tianditu === null ? [] : ['https://*.tianditu.gov.cn'];
  } catch {
    return [];
  }
}

/**
 * Serves the built page or a published map from `folder`: compressed where a copy lies beside a file, ranges of what is large, and
 * `404.html` where nothing is. Resolves
 * once it listens; the address is the one to show. `port` 0: any that is free.
 */
export async function serve(
  folder: string,
  host: string,
  port: number,
): Promise<Result<Served, Refusal<ServeRefusalCode>>> {
  if (!loopback.has(host)) return refuse('host-needs-accounts', { host });
  if (!existsSync(path.join(folder, 'index.html'))) return refuse('not-built', { folder });
  const app = Fastify({ logger: false });
  const policy = contentSecurityPolicy(hostsOf(folder));
  app.addHook('onSend', async (_request, reply) => {
    void reply.header('content-security-policy', policy);
    void reply.header('x-content-type-options', 'nosniff');
    void reply.header('referrer-policy', 'no-referrer');
  });
  await app.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    // The address of a folder without its slash would lead its page's links astray.
    redirect: true,
    // The shell and what names the version are asked for anew each time.
    setHeaders: (reply, file) => {
      reply.header('cache-control', LASTING.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache');
      const type = TYPES.find(([name]) => name.test(file.replace(/\.(?:br|gz)$/, '')))?.[1];
      if (type !== undefined) reply.header('content-type', type);
    },
    cacheControl: false,
  });
  const missing = path.join(folder, '404.html');
  app.setNotFoundHandler((_request, reply) => {
    void reply.code(404);
    return existsSync(missing)
      ? reply.type('text/html; charset=utf-8').send(readFileSync(missing))
      : reply.type('text/plain; charset=utf-8').send('没有这一页。There is no such page.\n');
  });
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE') return refuse('port-taken', { port });
    if (code === 'EACCES') return refuse('port-not-allowed', { port });
    throw error;
  }
  const shown = host === '127.0.0.1' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  const bound = (app.server.address() as AddressInfo).port;
  return ok({ address: `http://${shown}:${bound}`, close: () => app.close() });
}
