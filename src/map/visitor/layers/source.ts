import type { PublishedLayer } from '../../../publish/shape/published.ts';
import type { VisitorLook } from '../look.ts';

/** Where a layer comes from: the tiles, or, without them, the source of that name. */
export const from = (
  { hasTiles }: Pick<VisitorLook, 'hasTiles'>,
  layer: PublishedLayer,
): { readonly source: string; readonly 'source-layer'?: string } =>
  hasTiles ? { source: 'land', 'source-layer': layer } : { source: layer };
