/* Makes sure this checkout can run: Node new enough, packages as the lock file says. Imported by the other scripts. */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { install } from './packages/install.mjs';

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

const sentences = {
  installing: () => '正在安装依赖 · installing packages (about 30 s) …',
  waiting: () => '另一个进程正在安装依赖，等它完成 · another process is installing the packages, waiting for it …',
  'waiting-elsewhere': (turn) =>
    `另一台机器或另一个容器正在为这个文件夹安装依赖，等它完成；它若已不在，请删除 ${turn} · another computer or container installs into this folder, waiting; if it is gone, delete ${turn}`,
};

/**
 * Installs exactly the locked packages where they are missing or others: once, however many processes ask at a time.
 * `dev`: those for tests and tools too, which running the product does without.
 */
export async function ensurePackages({ dev = true } = {}) {
  checkNode();
  const ended = await install(root, dev, (code, detail) => console.error(sentences[code](detail))).catch(
    (error) => error.message,
  );
  if (ended !== null)
    stop(
      `安装依赖失败（npm ci：${ended}），已有的依赖没有改动：请检查网络与 npm 源后重试 · npm ci failed (${ended}), the packages that were there are as they were: check the network and try again.`,
    );
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensurePackages();
