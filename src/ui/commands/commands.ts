import { checkGiven } from '../file/evidence.ts';
import { tick } from 'svelte';
import type { CommandId } from '../../texts/ui/commands.ts';
import type { Workspace } from '../address/address.ts';
import { exportPicture, exportTable } from '../file/export.ts';
import { LEDGER_FILES, offerLedger } from '../file/ledger-files.ts';
import { PARK_FILES, parkFileName, savePark } from '../file/park-files.ts';
import { drawerStep } from '../state/frame.ts';
import type { App } from '../state/app.svelte.ts';
import { SAVE_FORMATS } from '../state/saving.svelte.ts';
import type { Choice, Command } from './command.ts';
import type { KeyName } from './keys.ts';
import { SKETCH_COMMANDS } from './sketch-commands.ts';
import { SUPPLY_COMMANDS } from './supply-commands.ts';

const isOpen = ({ open }: App) => open.project !== null;
const hasMap = ({ map }: App) => map !== null;

/** In another desk the field is drawn first. */
async function toSearch(app: App) {
  app.goTo('public');
  await tick();
  document.getElementById('search')?.focus();
}

async function toList(app: App) {
  app.goTo('public');
  app.selectPark(null);
  app.search.reset();
  await tick();
  document.getElementById('list')?.focus();
}

const filters = (app: App): readonly Choice[] =>
  app.search.filters.map(({ filter, count }) => ({
    id: filter,
    name: `${app.settings.texts.filters[filter]} ${count}`,
    run: () => {
      app.goTo('public');
      if (app.selection.parkId ?? app.selection.parcelId) app.selectPark(null, false);
      app.search.filter = filter;
      app.searched('push');
    },
  }));

const rules = (app: App): readonly Choice[] =>
  (app.open.policy?.rules ?? []).map(({ id, title, clause }) => ({
    id,
    name: `${title[app.settings.language]} ${app.settings.texts.clause.chip(clause)}`,
    run: () => app.readRule(id),
  }));

const recent = (app: App): readonly Choice[] =>
  app.recent.list.map((entry) => ({
    id: entry.id,
    name: entry.names.join('、'),
    run: () => app.files.openRecent(entry),
  }));

const formats = (app: App): readonly Choice[] =>
  SAVE_FORMATS.map((format) => ({
    id: format,
    name: app.settings.texts.frame.formats[format],
    run: () => app.saving.save(format),
  }));

const parkFiles = (app: App): readonly Choice[] =>
  PARK_FILES.map((kind) => ({
    id: kind,
    name: parkFileName(app, kind),
    run: () => savePark(app, kind),
  }));

const canMakeLedger = (app: App): boolean => isOpen(app) && !app.ledgerBook.busy && !app.printing.busy;

const ledgerFiles = (app: App): readonly Choice[] =>
  LEDGER_FILES.map((kind) => ({
    id: kind,
    name: app.settings.texts.ledgerFiles.kinds[kind],
    run: () => offerLedger(app, kind),
  }));

const desk = (id: Workspace & CommandId, key: KeyName): Command => ({ id, key, run: (app) => app.goTo(id) });

/** All commands of the page: what is not here has no key and is not found. */
export const COMMANDS: readonly Command[] = [
  { id: 'palette', key: 'Mod+K', run: (app) => app.palette.show() },
  desk('public', '1'),
  desk('sketch', '2'),
  desk('supply', '3'),
  desk('policy', '4'),
  { id: 'search', key: '/', run: toSearch },
  { id: 'list', key: 'Shift+B', possible: isOpen, run: toList },
  { id: 'filter', key: 'F', possible: isOpen, choices: filters },
  { id: 'rule', key: 'Shift+R', possible: ({ open }) => (open.policy?.rules.length ?? 0) > 0, choices: rules },
  { id: 'open', key: 'Mod+O', run: (app) => app.files.choose() },
  { id: 'recent', key: 'Mod+Shift+O', possible: (app) => app.recent.list.length > 0, choices: recent },
  {
    id: 'forgetRecent',
    key: 'Mod+Shift+Backspace',
    possible: (app) => app.recent.list.length > 0,
    run: (app) => app.recent.forget(),
  },
  { id: 'checkEvidence', key: 'Mod+Alt+E', run: checkGiven },
  {
    id: 'sample',
    key: 'H',
    possible: ({ open }) => !open.project?.sample && !open.busy,
    run: (app) => app.files.openSample(),
  },
  {
    id: 'undo',
    key: 'Mod+Z',
    leavesFields: true,
    possible: ({ edits, sketch, supply }) => sketch.canUndo || supply.canBack || edits.last !== null,
    detail: ({ edits, sketch, supply }) =>
      edits.last && !sketch.canUndo && !supply.canBack ? edits.nameOf(edits.last) : '',
    run: ({ edits, sketch, supply }) => sketch.undo() || supply.back() || edits.undo(),
  },
  {
    id: 'redo',
    key: 'Mod+Shift+Z',
    otherKey: 'Mod+Y',
    leavesFields: true,
    possible: ({ edits, sketch, supply }) => sketch.canRedo || supply.canForth || edits.next !== null,
    detail: ({ edits, sketch, supply }) =>
      edits.next && !sketch.canRedo && !supply.canForth ? edits.nameOf(edits.next) : '',
    run: ({ edits, sketch, supply }) => sketch.redo() || supply.forth() || edits.redo(),
  },
  { id: 'saveAs', key: 'Mod+S', possible: isOpen, choices: formats },
  { id: 'picture', key: 'Mod+Shift+E', possible: hasMap, run: exportPicture },
  { id: 'table', key: 'Mod+E', possible: isOpen, run: exportTable },
  {
    id: 'report',
    key: 'Mod+Alt+R',
    possible: ({ parkView }) => parkView !== null,
    run: ({ reporting }) => (reporting.isOpen = true),
  },
  { id: 'dossier', key: 'Mod+Shift+D', possible: ({ parkView }) => parkView !== null, choices: parkFiles },
  { id: 'ledgerFiles', key: 'Mod+Shift+L', possible: canMakeLedger, choices: ledgerFiles },
  {
    id: 'print',
    key: 'Mod+P',
    possible: (app) => app.workspace !== 'policy' && isOpen(app) && !app.printing.busy,
    run: (app) => app.printing.start(),
  },
  // The link of a file of one's own would show nothing to anyone else.
  { id: 'copyLink', key: 'C', possible: ({ open }) => open.project?.sample === true, run: (app) => app.copyLink() },
  { id: 'whole', key: '0', possible: hasMap, run: (app) => app.showAll() },
  { id: 'zoomIn', key: 'Plus', possible: hasMap, run: (app) => app.map?.zoomIn() },
  { id: 'zoomOut', key: 'Minus', possible: hasMap, run: (app) => app.map?.zoomOut() },
  {
    id: 'drawerUp',
    key: ']',
    possible: (app) => app.shape.bottom,
    run: (app) => (app.drawer = drawerStep(app.drawer, 1)),
  },
  {
    id: 'drawerDown',
    key: '[',
    possible: (app) => app.shape.bottom,
    run: (app) => (app.drawer = drawerStep(app.drawer, -1)),
  },
  { id: 'language', key: 'L', run: (app) => app.toggleLanguage() },
  { id: 'theme', key: 'T', run: (app) => app.settings.toggleTheme() },
  { id: 'letterKeys', key: 'Mod+/', run: (app) => app.toggleLetterKeys() },
  ...SUPPLY_COMMANDS,
  ...SKETCH_COMMANDS,
];

export const commandOf = (id: CommandId): Command | undefined => COMMANDS.find((command) => command.id === id);
