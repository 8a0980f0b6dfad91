import { ok, refuse, type Refusal, type Result } from '../../domain/outcome.ts';
import type { FormatRefusal } from '../../formats/contract.ts';
import { loadEarlierPack } from '../../policy/load/pack.ts';
import type { Pack, PackRefusal } from '../../policy/shape/pack.ts';
import { judgedAnew } from '../judged-anew.ts';
import { readLand } from './land.ts';
import { statedOf } from './stated.ts';
import type { EvidenceContent, Stated } from './shape.ts';

type Sealed = Pick<EvidenceContent, 'land' | 'park'> & { readonly law: Omit<EvidenceContent['law'], 'policy'> };

export type ComeToRefusal = FormatRefusal | PackRefusal | Refusal<'evidence-no-park'>;

export interface ComeTo {
  readonly stated: Stated;
  readonly pack: Pack;
  /** Whether the land says that it is synthetic. */
  readonly sample: boolean;
}

/** What the land of an evidence file comes to by its policy: measured and judged from nothing. */
export async function comeTo(
  { land, law, park }: Sealed,
  pause: () => Promise<void> = () => Promise.resolve(),
): Promise<Result<ComeTo, ComeToRefusal>> {
  const pack = loadEarlierPack(law.files);
  if (!pack.ok) return pack;
  await pause();
  const read = readLand(land, pack.value);
  if (!read.ok) return read;
  await pause();
  const { city, judgement } = judgedAnew(read.value, { pack: pack.value, date: law.date, precision: law.precision });
  const [key] = city.placed.parksCalled(park.id);
  if (key === undefined) return refuse('evidence-no-park', { id: park.id });
  await pause();
  return ok({ stated: statedOf(judgement, key), pack: pack.value, sample: read.value.extra?.sample === true });
}
