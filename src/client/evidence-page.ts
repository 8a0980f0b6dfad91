import type { Evidence } from '../city/evidence/shape.ts';
import type { LandClass } from '../domain/land/model.ts';
import { heldBy, type ToldEvidence } from './evidence-held.ts';

interface Held extends ToldEvidence {
  readonly colourOf: (landClass: LandClass) => string | null;
}

/** Lets the page be drawn and keys be heard between the steps. */
const pause = () => new Promise<void>((go) => setTimeout(go));

/** What the file this page is says held against what its land comes to: a page from a disk has no other thread. */
export async function heldEvidence(evidence: Evidence): Promise<Held> {
  const version = document.querySelector<HTMLMetaElement>('meta[name="yuantu:version"]')?.content ?? '';
  const { pack, ...held } = await heldBy(evidence, version, pause);
  return { ...held, colourOf: (landClass) => pack?.landClassOf(landClass)?.colour ?? null };
}
