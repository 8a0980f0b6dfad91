import type { CommandId } from '../../texts/ui/commands.ts';
import type { App } from '../state/app.svelte.ts';
import { SNAP_KINDS, type Together } from '../state/sketch/sketch-settings.svelte.ts';
import type { ToolId } from '../state/sketch/tool-ids.ts';
import type { Choice, Command } from './command.ts';
import type { KeyName } from './keys.ts';

const isAtDesk = ({ workspace }: App) => workspace === 'sketch';
const isSketching = (app: App) => isAtDesk(app) && app.open.project !== null;
const hasClosedOverlap = ({ sketch: { bench } }: App) =>
  bench !== null && bench.overlapping.of !== null && bench.overlapping.found.length > 0;
const isDrawing = (app: App) => isSketching(app) && app.sketch.tool !== 'select';

/** The keys of the tools; where one is a letter of its English name, of a CAD program or of the look, it is that. */
const TOOL_KEYS: Readonly<Record<ToolId, KeyName>> = {
  select: 'V',
  polygon: 'P',
  rectangle: 'R',
  threePoints: 'Q',
  hole: 'O',
  part: 'A',
  building: 'B',
  buildingBox: 'N',
  buildingSize: 'D',
  buildingRow: 'W',
  setback: 'K',
  setbackLine: 'Shift+K',
  reshape: 'E',
  move: 'G',
  rotate: 'U',
  copy: 'Y',
  along: 'Shift+Y',
  splitLine: 'S',
  splitParts: 'Shift+S',
  splitAreas: 'X',
  merge: 'M',
  measure: 'J',
};

const tools = (Object.entries(TOOL_KEYS) as [ToolId, KeyName][]).map(([id, key]): Command => ({
  id,
  key,
  // As on the rail: a tool can be in hand before the land is there.
  possible: isAtDesk,
  run: ({ sketch }) => sketch.take(id),
}));

const snaps = (app: App): readonly Choice[] =>
  SNAP_KINDS.map((kind) => ({
    id: kind,
    name: `${app.sketch.settings.snaps[kind] ? '✓ ' : ''}${app.settings.texts.sketch.snap[kind]}`,
    run: () => app.sketch.settings.toggleSnap(kind),
  }));

const neighbourChoices = (app: App): readonly Choice[] =>
  (['ask', 'yes', 'no'] as const satisfies readonly Together[]).map((id) => ({
    id,
    name: app.settings.texts.sketch.together[id],
    run: () => (app.sketch.settings.together = id),
  }));

const drawing = (id: CommandId, key: KeyName, run: Command['run'], otherKey?: KeyName): Command => ({
  id,
  key,
  otherKey,
  leavesControls: true,
  possible: isDrawing,
  run,
});

const TURN_DEG = 15;
const TILT_DEG = 10;
const turning = (id: CommandId, key: KeyName, bearing: number, pitch: number): Command => ({
  id,
  key,
  possible: (app) => isSketching(app) && app.mass.on && app.map !== null,
  run: ({ map }) => map?.drawing.turn(bearing, pitch),
});

const raising = (id: CommandId, key: KeyName, by: 1 | -1): Command => ({
  id,
  key,
  leavesFields: true,
  leavesControls: true,
  possible: (app) => isSketching(app) && app.raising.keys.length > 0,
  run: (app) => app.raising.step(by),
});

/** What is done with land on the sketch desk: there alone it can be done. */
export const SKETCH_COMMANDS: readonly Command[] = [
  ...tools,
  // Where keys move a crosshair Enter is its click.
  drawing('drawFinish', 'Enter', ({ sketch }) => sketch.finish(), 'Mod+Enter'),
  drawing('drawBack', 'Backspace', ({ sketch }) => sketch.back()),
  {
    ...drawing('drawCancel', 'Escape', ({ sketch }) => sketch.cancel()),
    possible: (app) => isSketching(app) && (app.sketch.tool !== 'select' || app.sketch.selected.length > 0),
  },
  {
    id: 'ortho',
    key: 'Shift+O',
    possible: isSketching,
    run: (app) => {
      const { settings } = app.sketch;
      const { sketch } = app.settings.texts;
      settings.nextOrtho();
      app.announcement = sketch.orthoSaid(settings.ortho === 0 ? sketch.off : sketch.ortho[settings.ortho]);
    },
  },
  {
    id: 'trace',
    key: 'Shift+T',
    possible: isSketching,
    run: (app) => {
      const { settings } = app.sketch;
      settings.trace = !settings.trace;
      app.announcement = app.settings.texts.sketch.traceSaid[settings.trace ? 'on' : 'off'];
    },
  },
  { id: 'flip', key: 'I', possible: isDrawing, run: ({ sketch }) => sketch.command('flip') },
  { id: 'snaps', key: 'Shift+F', possible: isSketching, choices: snaps },
  { id: 'together', key: 'Shift+N', possible: isSketching, choices: neighbourChoices },
  {
    id: 'clips',
    key: 'Shift+X',
    possible: isSketching,
    run: ({ sketch }) => (sketch.settings.clips = !sketch.settings.clips),
  },
  {
    id: 'clipSelected',
    key: 'Shift+C',
    possible: (app) => isSketching(app) && hasClosedOverlap(app),
    run: ({ sketch }) => sketch.bench?.overlapping.clip(),
  },
  { id: 'pickParcels', key: 'Z', possible: isSketching, run: ({ sketch }) => sketch.togglePicking() },
  { id: 'suggest', key: 'Shift+Z', possible: isSketching, run: ({ suggesting }) => suggesting.show() },
  {
    id: 'layOut',
    key: 'Shift+L',
    possible: (app) => isSketching(app) && app.laying.offered.length > 0,
    run: ({ laying }) => laying.open(),
  },
  { id: 'scenarios', key: 'Shift+A', possible: isSketching, run: ({ scenarios }) => scenarios.open() },
  {
    id: 'mass',
    key: 'Shift+V',
    possible: (app) => isSketching(app) && app.map !== null,
    run: (app) => {
      app.mass.toggle();
      const { on, off } = app.settings.texts.mass;
      app.announcement = app.mass.on ? on : off;
    },
  },
  turning('turnLeft', ',', -TURN_DEG, 0),
  turning('turnRight', '.', TURN_DEG, 0),
  turning('tiltMore', ';', 0, TILT_DEG),
  turning('tiltLess', "'", 0, -TILT_DEG),
  raising('storeyMore', 'PageUp', 1),
  raising('storeyLess', 'PageDown', -1),
  {
    id: 'divideStoreys',
    key: 'Shift+U',
    possible: (app) => isSketching(app) && app.floors.offered !== null,
    run: ({ floors }) => floors.open(),
  },
  {
    id: 'removeSelected',
    key: 'Delete',
    leavesControls: true,
    possible: (app) =>
      isSketching(app) && (app.sketch.selected.length > 0 || app.sketch.canBack || app.sketch.tool === 'reshape'),
    run: ({ sketch }) => sketch.remove(),
  },
  {
    id: 'clearGuides',
    key: 'Shift+G',
    possible: (app) => isSketching(app) && (app.sketch.bench?.ground.guides.length ?? 0) > 0,
    run: ({ sketch }) => sketch.bench?.clearGuides(),
  },
  {
    id: 'hints',
    key: 'Shift+H',
    possible: isSketching,
    run: (app) => {
      app.sketch.settings.toggleHints();
      app.announcement = app.settings.texts.sketch.hints[app.sketch.settings.hints ? 'on' : 'off'];
    },
  },
];
