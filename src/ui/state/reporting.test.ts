import { expect, it } from 'vitest';
import type { Client } from '../../client/client.ts';
import { usualOptions } from '../../texts/dossier/parts.ts';
import { Reporting } from './reporting.svelte.ts';

it('a report is of the scenario in hand when its land is asked for: another may be in hand before it is made', async () => {
  const looked: string[] = [];
  const page = {
    parkView: { key: 0, findings: [] },
    open: { project: { files: [] }, policy: {} },
    scenarios: {
      chosen: [],
      all: [],
      get hand() {
        looked.push('scenario');
        return 1;
      },
      nameOf: () => '方案一',
    },
  };
  const calls = { reportLand: async () => (looked.push('land'), null), repairs: async () => [] };
  const reporting = new Reporting(
    page as unknown as ConstructorParameters<typeof Reporting>[0],
    calls as unknown as Client,
  );
  expect(await reporting.made(usualOptions)).toBeNull();
  expect([looked[0], looked.at(-1)]).toEqual(['scenario', 'land']);
});
