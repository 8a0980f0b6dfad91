import { existsSync } from 'node:fs';
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
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self' blob:",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * Serves the built page from `folder`, compressed where the build wrote it so. Resolves once it listens; the address is
 * the one to show. `port` 0: any that is free.
 */
export async function serve(
  folder: string,
  host: string,
  port: number,
): Promise<Result<Served, Refusal<ServeRefusalCode>>> {
  if (!loopback.has(host)) return refuse('host-needs-accounts', { host });
  if (!existsSync(path.join(folder, 'index.html'))) return refuse('not-built', { folder });
  const app = Fastify({ logger: false });
  app.addHook('onSend', async (_request, reply) => {
    void reply.header('content-security-policy', contentSecurityPolicy);
    void reply.header('x-content-type-options', 'nosniff');
    void reply.header('referrer-policy', 'no-referrer');
  });
  await app.register(fastifyStatic, {
    root: folder,
    preCompressed: true,
    // Hashed files never change; the shell is asked for anew each time.
    setHeaders: (reply, file) =>
      reply.header(
        'cache-control',
        file.includes(`${path.sep}assets${path.sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
      ),
    cacheControl: false,
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
