import { mount } from 'svelte';
import { Published, readNow } from './client/published.ts';
import { VisitorSettings } from './ui/visitor/state/settings.svelte.ts';
import { Visitor } from './ui/visitor/state/visitor.svelte.ts';
import Page from './ui/visitor/Visitor.svelte';
import { spoken } from './visitor-words.ts';

/** Which data are those of now, where the host tells it. */
async function current(): Promise<string | null> {
  const now = await readNow('');
  return now.ok ? now.value.version : null;
}

async function firstOf(version: string) {
  const published = new Published('', version);
  return { published, read: await published.first() };
}

/**
 * Of the data the page was published with, else those of now: of an old page that a cache handed out the host may have the data
 * no longer.
 */
async function found(own: string | undefined) {
  const first = own === undefined ? null : await firstOf(own);
  if (first && (first.read.ok || first.read.refusal.code !== 'gone')) return first;
  const now = await current();
  return now === null ? first : firstOf(now);
}

/** The shell stays readable until there is something to put in its place. */
async function open(target: HTMLElement) {
  const own = document.querySelector<HTMLMetaElement>('meta[name="yuantu:version"]')?.content;
  const [words, first] = await Promise.all([spoken, found(own)]);
  const settings = new VisitorSettings(words);
  if (settings.theme) document.documentElement.dataset.theme = settings.theme;
  document.documentElement.lang = settings.htmlLanguage;
  if (!first?.read.ok) {
    const said = target.querySelector('[role="status"]');
    if (said) said.textContent = words.texts.unread[first && !first.read.ok ? first.read.refusal.code : 'unreachable'];
    return;
  }
  const { read, published } = first;
  target.replaceChildren();
  mount(Page, { target, props: { visitor: new Visitor(read.value, published, settings) } });
}

// The composition root of the published map.
const shell = document.getElementById('app');
if (!shell) throw new Error('visitor.html holds no #app');
open(shell).catch(() => {
  // There are no words but those of the shell.
  for (const said of shell.querySelectorAll<HTMLElement>('[data-unopened]')) said.hidden = !said.hidden;
});
