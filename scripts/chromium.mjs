/* Finds Chromium for the browser tests, or installs it with the system's package manager, or says what to install. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const places = [
  process.env.CHROMIUM_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

export const findChromium = () => places.find((p) => p && existsSync(p));

function aptInstall() {
  if (!existsSync('/usr/bin/apt-get')) return;
  const root = process.getuid?.() === 0;
  if (!root && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return;
  const run = (...args) =>
    spawnSync(root ? args[0] : 'sudo', root ? args.slice(1) : ['-n', ...args], {
      stdio: ['ignore', 2, 2],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  console.error('正在安装浏览器测试所需的 Chromium · installing Chromium for the browser tests …');
  run('apt-get', 'update', '-qq');
  run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
}

/** Path of a Chromium, or null after saying in one line what to install. */
export function ensureChromium() {
  if (!findChromium()) aptInstall();
  const found = findChromium();
  if (!found)
    console.error(
      '浏览器测试需要 Chromium：请安装（Debian/Ubuntu: apt-get install chromium；macOS: brew install --cask chromium），或用 CHROMIUM_PATH 指定 · browser tests need Chromium: install it or set CHROMIUM_PATH.',
    );
  return found ?? null;
}
