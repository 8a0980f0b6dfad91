import { describe, expect, it } from 'vitest';
import { mustRead, Published, readNow, type Fetched } from './published.ts';

/** Answers by path; what is not there is 404, `null` is no network. */
const answering = (files: Readonly<Record<string, string | null>>) => {
  const asked: string[] = [];
  const fetched: Fetched = (address, init) => {
    asked.push(`${address}${init?.cache ? ` ${init.cache}` : ''}`);
    const text = files[address];
    if (text === null) return Promise.reject(new TypeError('no network'));
    return Promise.resolve(text === undefined ? new Response('', { status: 404 }) : new Response(text));
  };
  return { fetched, asked };
};

describe('the files of a published map', () => {
  it('are asked for once each, below the folder of their version', async () => {
    const { fetched, asked } = answering({ 'data/v1/first.json': '{"format":1}', 'data/v1/parks/p1.json': '{}' });
    const published = new Published('', 'v1', fetched);
    await Promise.all([published.first(), published.first(), published.park('p1')]);
    expect(asked).toEqual(['data/v1/first.json', 'data/v1/parks/p1.json']);
  });

  it.each([
    ['no network', null, 'unreachable'],
    ['newer data took its place', undefined, 'gone'],
    ['no JSON', '<html>', 'unreadable'],
    ['of a later format', '{"format":2}', 'unreadable'],
  ])('%s: %s', async (_, text, code) => {
    const { fetched } = answering(text === undefined ? {} : { 'data/v1/first.json': text });
    expect(await new Published('', 'v1', fetched).first()).toMatchObject({ ok: false, refusal: { code } });
  });

  it('that did not come are asked for again', async () => {
    const files: Record<string, string | null> = { 'data/v1/idle.json': null };
    const published = new Published('', 'v1', answering(files).fetched);
    await expect(mustRead(published.idle())).rejects.toThrow('unreachable');
    files['data/v1/idle.json'] = '{"land":[]}';
    expect(await mustRead(published.idle())).toEqual({ land: [] });
  });

  it('which data are those of now is never taken from a cache', async () => {
    const { fetched, asked } = answering({ 'now.json': '{"format":1,"version":"v2","day":"2026-10-31"}' });
    expect(await readNow('', fetched)).toMatchObject({ ok: true, value: { version: 'v2' } });
    expect(asked).toEqual(['now.json no-store']);
  });
});
