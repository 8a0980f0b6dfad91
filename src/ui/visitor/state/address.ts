import { FACETS, type Chosen } from '../rows/facets.ts';

/** What the page shows beside the map: 园区 · 表格 · 比较 · 土地 · 目标 · 下载. */
const VIEWS = ['list', 'table', 'compare', 'idle', 'supply', 'data'] as const;
export type View = (typeof VIEWS)[number];

/** So many parks stand beside each other in a comparison. */
export const MOST_COMPARED = 4;

/**
 * What the address of a visitor's page holds, in its hash, which no server is sent. Where the visitor is, is never in it:
 * a link is made to be given away.
 */
export interface VisitorAddress {
  readonly park: string | null;
  readonly view: View;
  /** Code of the township distances are counted from. */
  readonly township: string | null;
  readonly chosen: Chosen;
  readonly query: string;
  /** Slugs. */
  readonly compared: readonly string[];
}

const list = (text: string | null): readonly string[] => (text ?? '').split(',').filter(Boolean);

/** Reads a hash; whatever it cannot use it leaves out, because an address may come from anywhere. */
export function parseVisitorAddress(hash: string): VisitorAddress {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const chosen = Object.fromEntries(FACETS.map((facet) => [facet, list(params.get(facet))]));
  return {
    park: params.get('park') || null,
    view: VIEWS.find((view) => view === params.get('view')) ?? 'list',
    township: params.get('township') || null,
    chosen: Object.fromEntries(Object.entries(chosen).filter(([, values]) => values.length > 0)),
    query: params.get('q') ?? '',
    compared: [...new Set(list(params.get('with')))].slice(0, MOST_COMPARED),
  };
}

/** `#park=p01&view=table`, or '' where there is nothing to say. */
export function formatVisitorAddress({ park, view, township, chosen, query, compared }: VisitorAddress): string {
  const params = new URLSearchParams();
  if (park) params.set('park', park);
  if (view !== 'list') params.set('view', view);
  if (township) params.set('township', township);
  for (const facet of FACETS) if (chosen[facet]?.length) params.set(facet, chosen[facet].join(','));
  if (query) params.set('q', query);
  if (compared.length > 0) params.set('with', compared.join(','));
  const said = params.toString().replaceAll('%2C', ',');
  return said && `#${said}`;
}
