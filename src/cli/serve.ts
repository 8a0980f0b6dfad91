import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve } from '../server/serve.ts';
import { CommandRefused, orRefuse, print, type Context, type Exit } from './context.ts';

const dist = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../dist');

function portOption(value: string | boolean | undefined): number {
  const port = Number(value ?? 8080);
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new CommandRefused({ code: 'bad-port-option', params: { value: String(value) } });
  return port;
}

/** `yuantu serve`: the built page, or a published map, on this computer until interrupted. The address is the last line printed. */
export async function serveCommand(context: Context): Promise<Exit> {
  const { options, language } = context;
  const folder = typeof options.folder === 'string' ? path.resolve(options.folder) : dist;
  if (folder !== dist && !existsSync(path.join(folder, 'index.html')))
    throw new CommandRefused({ code: 'no-page-in-folder', params: { folder: String(options.folder) } });
  const served = orRefuse(await serve(folder, String(options.host ?? '127.0.0.1'), portOption(options.port)));
  print(context, language === 'zh' ? '园图已就绪（Ctrl+C 结束）' : 'Yuantu is ready (Ctrl+C ends it)');
  print(context, served.address);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  await served.close();
  return 0;
}
