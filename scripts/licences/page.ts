import type { Both } from '../../src/texts/language.ts';
import { licenceTexts } from '../../src/texts/licences.ts';
import type { Licensed } from './packages.ts';

const escaped = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

/** Where the source of a package is, in its version: for MPL-2.0 and LGPL-3.0 that is what their terms ask to be told. */
const source = ({ name, version, source }: Licensed): string =>
  [
    source && `<a href="${escaped(source)}" rel="noreferrer">${escaped(source.replace(/^https:\/\//, ''))}</a>`,
    version && `<code>npm pack ${escaped(name)}@${escaped(version)}</code>`,
  ]
    .filter(Boolean)
    .join('<br />');

/** The notice: every package by name, and each text once, under those whose text it is. */
export function noticeOf(packages: readonly Licensed[], ownFiles: Readonly<Record<string, string>>): string {
  const texts = new Map<string, Licensed[]>();
  for (const p of packages) for (const text of p.texts) texts.set(text, [...(texts.get(text) ?? []), p]);
  const number = new Map([...texts.keys()].map((text, i) => [text, i + 1]));
  const called = ({ name, version }: Licensed) => escaped(version ? `${name} ${version}` : name);
  const both = (say: Both) => `<p>${escaped(say.zh({}))}</p><p lang="en">${escaped(say.en({}))}</p>`;
  const row = (p: Licensed) => `<tr>
<th scope="row">${called(p)}${p.name in ownFiles ? `<br /><code>${escaped(ownFiles[p.name])}</code>` : ''}</th>
<td>${escaped(p.licence)}</td><td>${source(p)}</td>
<td>${p.texts.map((text) => `<a href="#text-${number.get(text)!}">${number.get(text)!}</a>`).join(' ')}</td></tr>`;
  const { title, head, own, columns } = licenceTexts;
  return `<!doctype html>
<html lang="zh-Hans-CN">
<head>
<meta charset="utf-8" />
<meta name="viewport" content="width=device-width, initial-scale=1" />
<meta name="color-scheme" content="light dark" />
<title>${escaped(title.zh({}))} · ${escaped(title.en({}))}</title>
<style>
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; font: 0.95rem/1.6 system-ui, sans-serif; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.4rem 0.8rem 0.4rem 0; border-bottom: 1px solid #8885; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
td a { display: inline-block; min-width: 1.5rem; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
</head>
<body>
<main>
<h1>${escaped(title.zh({}))} <span lang="en">${escaped(title.en({}))}</span></h1>
${both(head)}
${Object.keys(ownFiles).length ? both(own) : ''}
<table>
<thead><tr>${columns.map(({ zh, en }) => `<th scope="col">${escaped(zh({}))} <span lang="en">${escaped(en({}))}</span></th>`).join('')}</tr></thead>
<tbody>
${packages.map(row).join('\n')}
</tbody>
</table>
${[...texts].map(([text, of]) => `<section>\n<h2 id="text-${number.get(text)!}">${number.get(text)!}. ${of.map(called).join(', ')}</h2>\n<pre lang="en">${escaped(text)}</pre>\n</section>`).join('\n')}
</main>
</body>
</html>
`;
}
