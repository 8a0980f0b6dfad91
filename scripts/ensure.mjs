/* Makes sure this checkout can run: Node new enough, packages as the lock file says. Imported by the other scripts. */
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const wanted = [20, 19];

export function stop(line) {
  console.error(line);
  process.exit(2);
}

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < wanted[0] || (major === wanted[0] && minor < wanted[1]))
    stop(
      `园图 needs Node ${wanted.join('.')} or newer; this is ${process.versions.node}. 请安装 Node ${wanted.join('.')} 或更新版本。`,
    );
}

/** Installs exactly the locked packages when they are missing or the lock has changed since the last install. */
export function ensurePackages() {
  checkNode();
  const stamp = path.join(root, 'node_modules', '.yuantu-lock');
  const lock = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.error('正在安装依赖 · installing packages (about 30 s) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // npm's own report goes to stderr, so that `--json` output stays one document.
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
    env: { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: '1' },
  });
  if (done.status !== 0)
    stop('安装依赖失败：请检查网络与 npm 源后重试 · npm ci failed: check the network and try again.');
  writeFileSync(stamp, lock);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) ensurePackages();
