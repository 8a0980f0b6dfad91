/* `npm start`: install what is missing, build when something changed, serve, print the address last. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensurePackages, root, stop } from './ensure.mjs';

const inputs = ['src', 'data', 'public', 'index.html', 'visitor.html', 'evidence.html', 'vite.config.ts', 'scripts/build-apart.ts', 'scripts/early-script.ts', 'scripts/map-library.ts', 'scripts/precompress.ts', 'scripts/evidence', 'scripts/licences', 'package-lock.json']; // prettier-ignore

/** A fingerprint of everything the build reads: names, sizes and times, so that an unchanged checkout starts at once. */
function fingerprint() {
  const hash = createHash('sha256');
  const visit = (file) => {
    const s = statSync(file);
    if (s.isDirectory()) for (const name of readdirSync(file).sort()) visit(path.join(file, name));
    else hash.update(`${path.relative(root, file)} ${s.size} ${s.mtimeMs}\n`);
  };
  for (const name of inputs) if (existsSync(path.join(root, name))) visit(path.join(root, name));
  return hash.digest('hex');
}

function build() {
  const stamp = path.join(root, 'dist', '.built-from');
  const now = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  console.error('正在构建 · building …');
  const vite = path.join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const done = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) stop('构建失败，原因见上 · the build failed, see above.');
  writeFileSync(stamp, now);
}

await ensurePackages({ dev: false });
build();
const { register } = await import('tsx/esm/api');
register();
const { main } = await import('../src/cli/main.ts');
process.exitCode = await main(['serve', ...process.argv.slice(2)]);
