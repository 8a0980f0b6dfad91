import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** What is told of a package: its own licence text, and where its source is. */
export interface Licensed {
  readonly name: string;
  /** '' of a part of a compiled file, whose version its package does not say. */
  readonly version: string;
  /** SPDX */
  readonly licence: string;
  readonly source: string;
  readonly texts: readonly string[];
}

/** What may be shipped, by the names packages use for it: terms that ask for a notice, and for the source of their own files. */
const allowed: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Unlicense', 'CC0-1.0', 'Zlib', 'MPL-2.0'].map(
      (licence) => [licence, licence],
    ),
  ),
  'BDS-3-Clause': 'BSD-3-Clause', // as splaytree-ts spells it
};
/** The GNU Lesser licence holds for a library that is a file of its own, which `ownFile` in plugin.ts makes it. */
const lesser: Readonly<Record<string, string>> = {
  'LGPL-3': 'LGPL-3.0',
  'LGPL-3.0': 'LGPL-3.0',
  'LGPL-3.0-only': 'LGPL-3.0',
};

/** The SPDX name or expression of terms that are allowed, else null. */
function spdxOf(stated: string): string | null {
  const words = stated.replace(/^\(|\)$/g, '').split(/ (OR|AND) /);
  const known = words.map((word) => (word === 'OR' || word === 'AND' ? word : allowed[word]));
  return known.every((word) => word !== undefined) ? known.join(' ') : null;
}

const texts = path.join(path.dirname(fileURLToPath(import.meta.url)), 'texts');
export const standardText = (licence: string): string =>
  readFileSync(path.join(texts, `${licence}.txt`), 'utf8').trim();

/** The folder in node_modules that a file belongs to; null for the project's own. */
export function folderOf(file: string): string | null {
  const [clean] = file.replace(/^\0/, '').split('?');
  const found = /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(clean);
  return found && found[0];
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
  readonly repository?: string | { readonly url?: string };
  readonly homepage?: string;
}

function sourceOf({ repository, homepage }: Manifest): string {
  const url = typeof repository === 'string' ? repository : repository?.url;
  if (!url) return homepage ?? '';
  const short = /^(?:github:)?([\w.-]+\/[\w.-]+)$/.exec(url);
  if (short) return `https://github.com/${short[1]}`;
  return url
    .replace(/^git\+/, '')
    .replace(/^(?:git|ssh|http):\/\/(?:git@)?/, 'https://')
    .replace(/^git@([^:]+):/, 'https://$1/')
    .replace(/\.git$/, '');
}

/** Some packages name their licence and leave its text out: then its standard text, under the name of the author. */
function textsOf(folder: string, manifest: Manifest, licence: string): string[] {
  // Terms of what a package holds of others lie in a folder of it.
  const files = readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => /^(?:licen[cs]e|copying|notice)/i.test(name))
    .flatMap((file) =>
      file.isDirectory()
        ? readdirSync(path.join(folder, file.name)).map((name) => path.join(file.name, name))
        : file.name,
    )
    .sort();
  const own = files.map((name) => readFileSync(path.join(folder, name), 'utf8').trim());
  if (own.length > 0) return own;
  if (licence !== 'MIT' && licence !== 'Apache-2.0')
    throw new Error(`${manifest.name} has no licence text: find it and add it to scripts/licences.`);
  const author = typeof manifest.author === 'string' ? manifest.author : manifest.author?.name;
  const holder = author?.replace(/[<(].*$/, '').trim() || `the authors of ${manifest.name}`;
  return [`Copyright (c) ${holder}\n\n${standardText(licence)}`];
}

/** What is told of the package in a folder. Throws where its terms do not allow what is done with it: that ends the build. */
export function licensedIn(folder: string, ownFile: boolean): Licensed {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
  const { name, version, license = '' } = manifest;
  const licence = spdxOf(license) ?? (ownFile ? lesser[license] : undefined);
  if (!licence)
    throw new Error(
      `${name} ${version} is shipped to browsers under "${license}"${license in lesser ? ', and must stay a file of its own' : ''}: see scripts/licences/packages.ts.`,
    );
  const own = textsOf(folder, manifest, licence);
  // The Lesser licence is the General one with permissions added, and asks for both texts.
  return {
    name,
    version,
    licence,
    source: sourceOf(manifest),
    texts: licence === 'LGPL-3.0' ? [...own, standardText('GPL-3.0')] : own,
  };
}

const emscripten = {
  name: 'Emscripten',
  version: '',
  licence: 'MIT',
  source: 'https://github.com/emscripten-core/emscripten',
  texts: [`Copyright (c) 2010-2014 Emscripten authors, see AUTHORS file.\n\n${standardText('MIT')}`],
};
const musl = {
  name: 'musl libc',
  version: '',
  licence: 'MIT',
  source: 'https://musl.libc.org',
  texts: [`Copyright © 2005-2020 Rich Felker, et al.\n\n${standardText('MIT')}`],
};

/** What a compiled file holds besides the package it comes in; a package with such a file has a line here or ends the build. */
export const compiledIn: Readonly<Record<string, readonly Licensed[]>> = {
  '@sqlite.org/sqlite-wasm': [
    {
      name: 'SQLite',
      version: '',
      licence: 'Public domain',
      source: 'https://sqlite.org/copyright.html',
      texts: ['SQLite is in the public domain: its authors have dedicated their copyright to everyone.'],
    },
    emscripten,
    musl,
  ],
  '@bokuweb/zstd-wasm': [
    {
      name: 'Zstandard',
      version: '',
      licence: 'BSD-3-Clause',
      source: 'https://github.com/facebook/zstd',
      texts: [
        `Copyright (c) Meta Platforms, Inc. and affiliates. All rights reserved.\n\n${standardText('BSD-3-Clause')}`,
      ],
    },
    emscripten,
    musl,
  ],
  highs: [
    {
      name: 'HiGHS',
      version: '',
      licence: 'MIT',
      source: 'https://github.com/ERGO-Code/HiGHS',
      texts: [`Copyright (c) 2026 HiGHS\n\n${standardText('MIT')}`],
    },
    {
      name: 'pdqsort',
      version: '',
      licence: 'Zlib',
      source: 'https://github.com/orlp/pdqsort',
      texts: [`Copyright (c) 2021 Orson Peters <orsonpeters@gmail.com>\n\n${standardText('Zlib')}`],
    },
    {
      name: 'filereaderlp',
      version: '',
      licence: 'MIT',
      source: 'https://github.com/feldmeier/filereaderlp',
      texts: [`Copyright (c) 2020 Michael Feldmeier\n\n${standardText('MIT')}`],
    },
    emscripten,
    musl,
  ],
};

/** Folders of the packages that a file was made of before it was published: its source map or the comments of its bundler name them. */
export function madeOf(file: string): readonly string[] {
  const map = `${file}.map`;
  const sources = existsSync(map)
    ? (JSON.parse(readFileSync(map, 'utf8')) as { sources: string[] }).sources
    : [...readFileSync(file, 'utf8').matchAll(/^\/\/(?:#region)? (\S*node_modules\/\S+)/gm)].map((m) => m[1]);
  const names = sources.flatMap((source) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(source)?.[1] ?? []);
  return [...new Set(names)].map((name) => installed(name, path.dirname(file)));
}

/** The package of a folder in `node_modules`; of a copy that was put into another without its terms, the one installed. */
export const packageOf = (folder: string): string => installed(folder.replace(/^.*[\\/]node_modules[\\/]/, ''), folder);

/** Where a package stands for a file that asks for it. */
function installed(name: string, from: string): string {
  for (let at = from; ; at = path.dirname(at)) {
    const folder = path.join(at, 'node_modules', name);
    if (existsSync(path.join(folder, 'package.json'))) return folder;
    if (at === path.dirname(at)) throw new Error(`${from} holds ${name}, whose licence cannot be found.`);
  }
}
