/**
 * What a code on a wall leads to: the office's own address where it set one, else that of the page; a park by its slug.
 * Null where the page has no address that another phone could open.
 */
export function lastingAddress(address: string | null, page: string, slug: string | null): string | null {
  const base = address ?? pageOf(page);
  if (base === null) return null;
  return slug === null ? base : `${base}#park=${encodeURIComponent(slug)}`;
}

/** Without what was searched and selected, and without a language: who scans a code reads in the own one. */
function pageOf(page: string): string | null {
  const { protocol, origin, pathname, hostname } = new URL(page);
  const isReachable = protocol === 'https:' || protocol === 'http:';
  return isReachable && !isOwn(hostname) ? `${origin}${pathname.replace(/index\.html$/, '')}` : null;
}

const isOwn = (host: string): boolean => host === 'localhost' || host === '[::1]' || /^127\./.test(host);
