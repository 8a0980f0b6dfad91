import { expect, it } from 'vitest';
import { DrawnTiles } from './drawn-tiles.ts';
import { NO_TILES } from './tiles.ts';

function begun() {
  const log: string[] = [];
  const asked = new Map<string, string>();
  let idle = () => {};
  const drawn = new DrawnTiles(
    {
      on: ((_: string, call: () => void) => void (idle = call)) as never,
      getSource: ((set: string) => ({ setTiles: ([url]: string[]) => log.push(`set ${set} ${url}`) })) as never,
      refreshTiles: (set) => void log.push(`refresh ${set}`),
    },
    { of: (_, version) => version, lastAsked: (set) => asked.get(set), remove: () => undefined },
  );
  return { drawn, log, asked, rest: () => idle() };
}

it('a version is drawn once, and asked for anew when the map rests where the library asked for none of it', () => {
  const { drawn, log, asked, rest } = begun();
  drawn.draw('buildings', '1-0');
  drawn.draw('buildings', '1-0');
  asked.set('buildings', '1-0');
  rest();
  expect(log).toEqual(['set buildings 1-0']);
  drawn.draw('buildings', '1-1');
  rest();
  rest();
  expect(log.slice(1)).toEqual(['set buildings 1-1', 'refresh buildings']);
  expect(drawn.versionOf('buildings')).toBe('1-1');
  drawn.draw('listed', NO_TILES);
  rest();
  expect(log.slice(3)).toEqual([`set listed ${NO_TILES}`]);
});
