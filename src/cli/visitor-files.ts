import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What the page is made of in text, in which further files are named. */
const READ = /\.(?:js|mjs|css|html|json|webmanifest)$/;
/** Files of the built page that are handed out whatever names them: terms of the software in it, and what works offline. */
const ALWAYS = ['licences.html', 'sw.js'];

/**
 * The files of the built page that the visitor's page needs, by their paths below `dist`, itself left out: those it names, those these
 * name and so on. Names carry a digest of what is in them, so that none is found by chance. Null where the page is not built.
 */
export function visitorFiles(dist: string): readonly string[] | null {
  const page = path.join(dist, 'visitor.html');
  if (!existsSync(page)) return null;
  const all = readdirSync(dist, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.(?:br|gz)$/.test(entry.name))
    .map((entry) => path.relative(dist, path.join(entry.parentPath, entry.name)))
    .filter((name) => !/^(index|visitor)\.html$|^\.vite/.test(name));
  const needed = new Set(ALWAYS.filter((name) => all.includes(name)));
  const open = ['visitor.html', ...needed];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (!READ.test(name)) continue;
    const text = readFileSync(path.join(dist, name), 'utf8');
    for (const other of all)
      if (!needed.has(other) && text.includes(path.basename(other))) {
        needed.add(other);
        open.push(other);
      }
  }
  return [...needed].sort();
}
