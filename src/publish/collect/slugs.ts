/** FNV-1a, 32 bits: enough to part names that look alike once what no address can hold is left out. */
function digest(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, '0');
}

const plain = (id: string): string =>
  id
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');

/**
 * Addresses of records by their ids, in their order: letters, digits and hyphens. An id that is not told by those alone has
 * a digest of it behind; of two alike both have, so that an address stays as others come and go. Of an id that is Chinese
 * throughout the digest is all there is: its pinyin would be read more easily, but hangs on a dictionary that changes (重 is
 * chong or zhong), and a code on a wall is to lead there for years.
 */
export function slugsOf(ids: readonly string[]): readonly string[] {
  const alike = new Map<string, number>();
  for (const id of ids) alike.set(plain(id), (alike.get(plain(id)) ?? 0) + 1);
  const taken = new Set<string>();
  return ids.map((id) => {
    const own = plain(id);
    const isTold = /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/.test(id) && own.length <= 60 && alike.get(own) === 1;
    let slug = isTold ? own : [own.slice(0, 40).replace(/-+$/, ''), digest(id)].filter(Boolean).join('-');
    while (taken.has(slug)) slug = `${slug}-2`;
    taken.add(slug);
    return slug;
  });
}
