import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { commandWords } from '../../src/texts/ui/commands.ts';
import { keyText } from '../../src/ui/commands/keys.ts';
import { SKETCH_COMMANDS } from '../../src/ui/commands/sketch-commands.ts';

it('the keys of the sketch desk stand in its document as they are', () => {
  const text = readFileSync(new URL('../../docs/sketch.md', import.meta.url), 'utf8');
  const keys = text.split(/^## /m).find((section) => section.startsWith('Keys'))!;
  const rows = keys.split('\n').filter((line) => /^\| (?!Command|-)/.test(line));
  const cells = rows.map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim())); // prettier-ignore
  const commands = SKETCH_COMMANDS.map(({ id, key }) => {
    const { zh, en } = commandWords[id];
    return [`${zh} ${en}`, keyText(key, false)];
  });
  expect(cells).toEqual(commands);
});
