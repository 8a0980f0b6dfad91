/** What an address of the published folder is, for who decides whether a copy may be handed out. */
export type Kind =
  /** Which data are those of now: no copy is ever the truth about it. */
  | { readonly is: 'now' }
  /** The page itself, whatever stands behind its `?`. */
  | { readonly is: 'page' }
  /** A file of a version: what it is called never changes what is in it. */
  | { readonly is: 'data'; readonly version: string }
  /** A hashed file of the page: the same. */
  | { readonly is: 'asset' }
  /** What may be another tomorrow: pages of parks, feeds. */
  | { readonly is: 'other' };

/** Null outside the folder: that is not ours to answer. `scope` ends in a slash. */
export function kindOf(address: string, scope: string): Kind | null {
  const { origin, pathname } = new URL(address);
  const root = new URL(scope);
  if (origin !== root.origin || !pathname.startsWith(root.pathname)) return null;
  const path = pathname.slice(root.pathname.length);
  if (path === 'now.json') return { is: 'now' };
  if (path === '' || path === 'index.html') return { is: 'page' };
  const [folder, version, file] = path.split('/');
  if (folder === 'data' && file) return { is: 'data', version };
  return folder === 'assets' ? { is: 'asset' } : { is: 'other' };
}

/** The version a page was published with, as its head says. */
export const versionIn = (html: string): string | null =>
  /<meta name="yuantu:version" content="([^"]+)"/.exec(html)?.[1] ?? null;
