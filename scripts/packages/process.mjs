/* Which process a number means: pids are used again, so a process is its pid and the moment it started. */
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import os from 'node:os';

const read = (how) => {
  try {
    return how();
  } catch {
    return '';
  }
};
const told = (program, ...args) =>
  read(() =>
    execFileSync(program, args, { encoding: 'utf8', stdio: 'pipe', env: { ...process.env, LC_ALL: 'C' } }),
  ).trim();

/** Where pids are counted: this computer, and on Linux this container of it. */
const place = () => `${os.hostname()} ${read(() => readlinkSync('/proc/self/ns/pid'))}`.trim();
const boot = () => read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')).trim();

/** What tells this process from another of the same pid; '' where the system does not say, null for one that has ended. */
function startOf(pid) {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error.code === 'ESRCH') return null;
  }
  if (process.platform === 'win32')
    return told('powershell', '-NoProfile', '-Command', `(Get-Process -Id ${pid}).StartTime.Ticks`);
  // After the name in brackets: the state, and as the 20th word from there the start in ticks since the boot.
  const words = read(() => readFileSync(`/proc/${pid}/stat`, 'utf8'))
    .replace(/^.*\) /s, '')
    .split(' ');
  const [state, start] =
    words.length > 19 ? [words[0], words[19]] : told('ps', '-o', 'stat=,lstart=', '-p', String(pid)).split(/ (.*)/s);
  return /^[ZX]/.test(state) ? null : (start ?? '').trim();
}

/** A record of a running process, by which `runs` knows it later. */
export const recordOf = (pid) => ({ pid, start: startOf(pid) ?? '', place: place(), boot: boot() });

/** Whether the process of a record still runs: true, false, or null where that cannot be told from here. */
export function runs(record) {
  if (record.place !== place()) return null;
  if (record.boot !== boot()) return false;
  const start = startOf(record.pid);
  return start !== null && (start === record.start || start === '' || record.start === '');
}
