import type { ChangeNote, Key } from '../../domain/land/change.ts';
import { ok, refuse, type Refusal, type Result } from '../../domain/outcome.ts';
import type { Judgement } from '../judgement.ts';
import { notCanonical } from './canonical.ts';
import { comeTo, type ComeToRefusal } from './come-to.ts';
import { differencesOf } from './differences.ts';
import { landFiles, landToSeal } from './land.ts';
import { statedOf } from './stated.ts';
import type { Stated, Unplaced } from './shape.ts';

export type EvidenceRefusal = ComeToRefusal | Refusal<'evidence-differs' | 'evidence-unwritable'>;

/** Where the land is from, and what was done to it. */
export interface EvidenceAbout {
  readonly made: string;
  readonly sample: boolean;
  readonly source: { readonly title: string; readonly files: readonly string[] };
  readonly history: readonly ChangeNote[];
}

/**
 * A park of a city as an evidence file holds it. What its land comes to by itself is computed here as it will be there, and
 * where that is not, to the last digit, what the city says, none is made.
 */
export async function evidenceOf(
  judgement: Judgement,
  key: Key,
  { made, sample, source, history }: EvidenceAbout,
): Promise<Result<Unplaced, EvidenceRefusal>> {
  const { pack, date, precision } = judgement.law;
  const { project } = judgement.land(key);
  const [{ id, name = id }] = project.parks;
  const land = landFiles(landToSeal({ ...project, ...(sample && { extra: { sample } }) }));
  if (!land.ok) return land;
  const park = { id, name };
  const law = { files: pack.files, date, ...(precision && { precision }) };
  const anew = await comeTo({ land: land.value, law, park });
  if (!anew.ok) return anew;
  const { stated } = anew.value;
  const [other] = differencesOf(results(statedOf(judgement, key)), results(stated));
  if (other) return refuse('evidence-differs', { id, what: other.path.join('.') });
  const content: Unplaced = {
    format: 1,
    made,
    park,
    sample,
    law: { policy: { id: pack.id, version: pack.version }, ...law },
    source,
    history,
    land: land.value,
    stated,
  };
  const detail = notCanonical(content);
  return detail === null ? ok(content) : refuse('evidence-unwritable', { id, detail });
}

/** What was computed, without the records, which are not whole in an evidence file, and without places in a city. */
const RECORDS = new Set(['park', 'parcel', 'building', 'key', 'row']);

function results(stated: Stated): unknown {
  return JSON.parse(JSON.stringify(stated, (name, own: unknown) => (RECORDS.has(name) ? undefined : own))) as unknown;
}
