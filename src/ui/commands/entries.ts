import { fold, textAt } from '../../domain/land/parcel-columns.ts';
import { parcelsFound } from '../../domain/land/parcel-search.ts';
import { commandWords, type CommandId } from '../../texts/ui/commands.ts';
import type { App } from '../state/app.svelte.ts';
import { isPossible, perform, type Command } from './command.ts';
import { COMMANDS, commandOf } from './commands.ts';
import { findable, found, type Entry, type Findable } from './found.ts';
import { isMac, keyText } from './keys.ts';

/** Of each group so many lines. */
const MOST = 8;
const MOST_COMMANDS = 40;

const textOf = (command: Command) => keyText(command.key, isMac());

function commandEntry(app: App, command: Command): Entry {
  const { zh, en, initials } = commandWords[command.id];
  const own = app.settings.language;
  const name = own === 'zh' ? zh : en;
  const detail = command.detail?.(app);
  return {
    id: command.id,
    group: 'command',
    name,
    ...(detail && { detail }),
    also: [own === 'zh' ? en : zh],
    initials,
    key: textOf(command),
    run: () => perform(command, app),
  };
}

/** `另存为：GeoPackage`; asked for its choices alone, a command does not say its own name with each. */
function choiceEntries(app: App, command: Command, alone: boolean): Entry[] {
  const { zh, en, initials } = commandWords[command.id];
  const own = app.settings.language === 'zh' ? zh : en;
  return (command.choices?.(app) ?? []).map((choice) => ({
    id: `${command.id} ${choice.id}`,
    group: command.id === 'rule' ? 'rule' : 'command',
    name: alone || command.id === 'rule' ? choice.name : `${own}：${choice.name}`,
    also: [choice.name, `${en} ${choice.name}`],
    ...(choice.initials !== undefined && { initials: alone ? choice.initials : initials + choice.initials }),
    run: choice.run,
  }));
}

/** What the palette finds by name and that is not land: made once, while it stands open. */
export function commandEntries(app: App, within: CommandId | null): readonly Findable[] {
  const only = within && commandOf(within);
  if (only) return choiceEntries(app, only, true).map(findable);
  const possible = COMMANDS.filter((command) => command.id !== 'palette' && isPossible(command, app));
  return [
    ...possible.map((command) => commandEntry(app, command)),
    ...possible.flatMap((command) => choiceEntries(app, command, false)),
  ].map(findable);
}

/** Parks and townships that are open. */
export function placeEntries(app: App): readonly Findable[] {
  const { project } = app.open;
  const parks = (project?.parks ?? []).map(({ id, name, districtName }): Entry => ({
    id: `park ${id}`,
    group: 'park',
    name: name ?? id,
    also: [id, districtName].filter((text) => text !== undefined && text !== ''),
    run: () => app.selectPark(id),
  }));
  const townships = (project?.townships ?? []).flatMap(({ name, nameEn, bounds }, i): Entry[] =>
    bounds
      ? [
          {
            id: `township ${i}`,
            group: 'township',
            name,
            also: nameEn === undefined ? [] : [nameEn],
            run: () => app.map?.flyTo(bounds),
          },
        ]
      : [],
  );
  return [...parks, ...townships].map(findable);
}

/** Parcels by number or name: there may be a million, so they are searched as columns. */
function parcelEntries(app: App, text: string): readonly Entry[] {
  const columns = app.open.project?.parcels;
  const word = fold(text);
  if (!columns || word === '') return [];
  return Array.from(parcelsFound(columns, word).subarray(0, MOST), (row): Entry => {
    const id = textAt(columns.ids, row);
    const name = textAt(columns.names, row);
    return {
      id: `parcel ${row}`,
      group: 'parcel',
      name: name && name !== id ? `${id} ${name}` : id,
      run: () => {
        app.goTo('public');
        void app.selectParcel(id);
      },
    };
  });
}

/** The lines of the palette, group by group; without words the commands alone. */
export function linesOf(
  app: App,
  commands: readonly Findable[],
  places: readonly Findable[],
  text: string,
): readonly Entry[] {
  const typed = text.trim() !== '';
  const own = commands.filter(({ entry }) => typed || !entry.id.includes(' ') || app.palette.within !== null);
  const command = found(own, text, MOST_COMMANDS);
  if (!typed || app.palette.within !== null) return command;
  const land = found(places, text, MOST);
  const of = (group: Entry['group'], among: readonly Entry[]) =>
    among.filter((entry) => entry.group === group).slice(0, MOST);
  return [
    ...of('command', command),
    ...of('park', land),
    ...parcelEntries(app, text),
    ...of('township', land),
    ...of('rule', command),
  ];
}
