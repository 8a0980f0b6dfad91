import type { Fault, Measure, ToolEvent } from '../../../../desk/tools/index.ts';
import { sayFault, sayHint, saySnap } from '../../../../texts/sketch.ts';
import { sayChangeNote } from '../../../../texts/change-notes.ts';
import { commandWords } from '../../../../texts/ui/commands.ts';
import { sayMeasure } from '../../../../texts/ui/sketch-said.ts';
import type { Workbench } from '../workbench.ts';
import type { ToolId } from '../tool-ids.ts';
import type { Hand } from './hand.svelte.ts';
import type { SharedQuestion } from './results.svelte.ts';

/** What comes next, as a sentence. */
export function hintOf(hand: Hand, { page }: Workbench): string {
  const { language, texts } = page.settings;
  const { choose } = texts.sketch;
  const { needs, many, makes } = hand.spec;
  if (many) return choose.many;
  if (hand.isLooking) return needs?.length === 1 ? choose[needs[0]] : choose.one;
  return makes === 'proposal' ? '' : sayHint(language, hand.ghost.hint);
}

/** 端点 LX-0417 界址点 J4. */
function snapOf({ ghost }: Hand, { page, ground }: Workbench): string {
  const { snap } = ghost;
  if (!snap) return '';
  const id = snap.of ? ground.idOf(snap.of) : '';
  return saySnap(page.settings.language, snap.kind, id && snap.of ? { id, number: snap.of.number } : undefined);
}

/** A tool that was taken, with what comes first. */
function taken(tool: ToolId, hand: Hand | null, bench: Workbench): string {
  const { language, texts } = bench.page.settings;
  return texts.sketch.taken(commandWords[tool][language], hand ? hintOf(hand, bench) : texts.sketch.selectHint);
}

/** What is wrong with no field of the strip, each once: a line may cross itself at many places. */
export const faultsSaid = (faults: readonly Fault[]): readonly Fault[] =>
  faults.filter(({ field, code }, i) => field === undefined && faults.findIndex((own) => own.code === code && own.field === undefined) === i); // prettier-ignore

/** 邻宗: what was moved, and whether the neighbours that share it move too. */
function question({ act, id, neighbours }: SharedQuestion, { page }: Workbench): string {
  const { language, texts } = page.settings;
  return texts.sketch.shared(
    sayChangeNote(language, { code: act.code, params: { ...act.params, id } }, {}),
    named(neighbours, texts.say.and),
  );
}

const MOST_NAMED = 3;
/** The first of several ids. */
export const named = (ids: readonly string[], and: string): string =>
  ids.slice(0, MOST_NAMED).join(and) + (ids.length > MOST_NAMED ? '…' : '');

let snapped = '';

/** What a step did, for a screen reader; '' where there is nothing to say. */
function stepped(event: ToolEvent, hand: Hand, bench: Workbench): string {
  const { language, texts } = bench.page.settings;
  const { ghost, points } = hand;
  const isByKeys = !('pointer' in event) || event.pointer.kind === 'keys';
  const isSet = event.type === 'click' || (event.type === 'command' && event.command === 'finish');
  const [fault] = ghost.faults;
  if (isSet && fault) return sayFault(language, fault);
  // Edges that are set back are counted, and are no points.
  if (isSet && points > 0 && hand.spec.fields(points).length > 1) {
    const last = ghost.measures.filter((m): m is Extract<Measure, { kind: 'length' }> => m.kind === 'length' && !m.inHand).at(-1); // prettier-ignore
    const of = [last ? sayMeasure(language, last) : '', snapped].filter(Boolean);
    return texts.sketch.point(points, of.map((text) => `${texts.say.and}${text}`).join(''));
  }
  const before = snapped;
  snapped = snapOf(hand, bench);
  return isByKeys && event.type === 'move' && snapped !== before ? snapped : '';
}

export const announced = { taken, stepped, question };
