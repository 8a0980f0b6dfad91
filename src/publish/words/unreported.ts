import type { Park } from '../../domain/land/model.ts';
import { gapSteps } from '../../policy/gaps.ts';
import type { PackLabels } from '../../policy/labels.ts';
import { unreportedText } from '../../texts/publish.ts';
import type { PublishedPark } from '../collect/published-park.ts';
import type { Words } from '../shape/published.ts';
import { inBoth } from './words.ts';

type Asked = 'address' | 'freeAreaM2' | 'rentYuanPerM2Month' | 'industries' | 'contactPhone';

/** What the park did not report 园区未填报, each once: what a visitor asks first, then what its findings lack. */
export function unreportedOf(
  { facts, findings }: Pick<PublishedPark, 'facts' | 'findings'>,
  labels: PackLabels,
): readonly Words[] {
  const { park } = facts;
  const asked = askedOf(park)
    .filter((field) => park[field] === undefined)
    .map((field): Words => labels.fields[`park.${field}`]);
  const lacked = gapSteps(findings, park.stage, labels.knownFrom)
    .filter(({ later }) => !later)
    .flatMap(({ gaps }) => gaps)
    .map((gap) => inBoth((language) => unreportedText(language, gap, labels)));
  const all = [...asked.map(({ zh, en }) => ({ zh, en })), ...lacked];
  return all.filter(({ zh }, i) => all.findIndex((own) => own.zh === zh) === i);
}

/** A park that is not being built yet has no rooms to let, one that is full no rent to ask, and one way to reach it is enough. */
function askedOf({ stage, freeAreaM2, operator, website }: Park): readonly Asked[] {
  const hasRooms = stage !== 'idea' && stage !== 'planned' && stage !== 'approved';
  return [
    'address',
    ...(hasRooms ? (['freeAreaM2'] as const) : []),
    ...(hasRooms && freeAreaM2 !== 0 ? (['rentYuanPerM2Month'] as const) : []),
    'industries',
    ...(operator === undefined && website === undefined ? (['contactPhone'] as const) : []),
  ];
}
