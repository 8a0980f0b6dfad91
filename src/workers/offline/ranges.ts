/** A part of a file is kept as a file of its own: the cache of a browser keeps no answer of status 206. */
export const rangeKey = (address: string, range: string): string => `${address}?${encodeURIComponent(range)}`;

const SAID = 'x-content-range';

/** A part as it came, to be kept; null where it is none. */
export async function keepable(part: Response): Promise<Response | null> {
  const said = part.headers.get('content-range');
  if (part.status !== 206 || said === null) return null;
  const headers = new Headers({ [SAID]: said });
  for (const name of ['content-type', 'etag', 'last-modified']) {
    const value = part.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(await part.arrayBuffer(), { headers });
}

/** A kept part as the host had sent it. */
export async function asSent(kept: Response): Promise<Response> {
  const body = await kept.arrayBuffer();
  const headers = new Headers(kept.headers);
  headers.set('content-range', headers.get(SAID) ?? '');
  headers.set('content-length', String(body.byteLength));
  headers.delete(SAID);
  return new Response(body, { status: 206, statusText: 'Partial Content', headers });
}
