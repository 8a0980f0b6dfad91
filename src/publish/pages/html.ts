import type { Language } from '../../texts/language.ts';

/** Text as it stands in HTML and XML, in an attribute as well. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

/** Data in a script of JSON: nothing in it can end the script. */
export const jsonScript = (content: object): string =>
  `<script type="application/ld+json">${JSON.stringify(content).replace(/</g, '\\u003c')}</script>`;

export const htmlLanguage: Readonly<Record<Language, string>> = { zh: 'zh-Hans-CN', en: 'en' };

const style = `:root{color-scheme:light dark;--ink:#1c1d1f;--ink-2:#5f6063;--paper:#fbfaf8;--line:#dedbd4;--accent:#1b4f8f}
@media(prefers-color-scheme:dark){:root{--ink:#edebe6;--ink-2:#a9a8a3;--paper:#1d1f21;--line:#36393c;--accent:#85b4ee}}
body{margin:0 auto;padding:24px 16px 48px;max-width:44rem;background:var(--paper);color:var(--ink);font:16px/1.6 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",system-ui,sans-serif}
a{color:var(--accent)}nav{display:flex;flex-wrap:wrap;gap:4px 16px}nav a,footer a{display:inline-block;padding:4px 0}h1{margin:16px 0 4px;font-size:26px;line-height:1.25}h2{margin:32px 0 8px;padding-top:12px;border-top:1px solid var(--line);font-size:16px}
dl{display:grid;grid-template-columns:minmax(0,2fr) minmax(0,3fr);gap:4px 16px;margin:0}dt{color:var(--ink-2)}dd{margin:0}small,footer,.sub{color:var(--ink-2);font-size:14px}ul{padding-left:1.2em}li{margin:4px 0}
footer{margin-top:40px;border-top:1px solid var(--line);padding-top:12px}`;

interface Page {
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  /** Further elements of the head, escaped. */
  readonly head: readonly string[];
  /** Escaped. */
  readonly body: readonly string[];
}

/** A page of text that needs no script. */
export const htmlPage = ({ language, title, description, head, body }: Page): string =>
  [
    '<!doctype html>',
    `<html lang="${htmlLanguage[language]}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>`,
    `<meta name="description" content="${escaped(description)}">`,
    ...head,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    ...body,
    '</body>',
    '</html>',
    '',
  ].join('\n');
