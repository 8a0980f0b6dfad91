import { mount } from 'svelte';
import { Published, readNow } from './client/published.ts';
import { VisitorSettings } from './ui/visitor/state/settings.svelte.ts';
import { Visitor } from './ui/visitor/state/visitor.svelte.ts';
import Page from './ui/visitor/Visitor.svelte';

// The composition root of the published map. The shell stays readable until there is something to put in its place.
const shell = document.getElementById('app');
if (!shell) throw new Error('visitor.html holds no #app');
const settings = new VisitorSettings(location.search);
if (settings.theme) document.documentElement.dataset.theme = settings.theme;
document.documentElement.lang = settings.htmlLanguage;

/** Which data: those the page was published with, else those of now. */
async function version(): Promise<string | null> {
  const own = document.querySelector<HTMLMetaElement>('meta[name="yuantu:version"]')?.content;
  if (own) return own;
  const now = await readNow('');
  return now.ok ? now.value.version : null;
}

async function open(target: HTMLElement) {
  const wanted = await version();
  const published = wanted === null ? null : new Published('', wanted);
  const read = await published?.first();
  if (!published || !read?.ok) {
    const said = target.querySelector('[role="status"]');
    if (said) said.textContent = settings.texts.unread[read && !read.ok ? read.refusal.code : 'unreachable'];
    return;
  }
  target.replaceChildren();
  mount(Page, { target, props: { visitor: new Visitor(read.value, published, settings) } });
}

void open(shell);
