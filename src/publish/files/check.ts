import { City } from '../../city/city.ts';
import type { Law } from '../../city/law.ts';
import type { Project } from '../../domain/land/model.ts';
import { readFiles, writeFiles } from '../../formats/index.ts';
import type { Outcome } from '../../policy/shape/outcome.ts';
import { checkedPark } from '../check/checked-park.ts';
import type { CheckedPark, CheckFile } from '../shape/published.ts';

interface Checked {
  readonly records: Uint8Array;
  readonly file: CheckFile;
}

/**
 * The records a visitor judges anew, and what they come to. They are read and judged here as they will be there: a finding the
 * thinned boundaries do not carry is told apart instead of promised.
 */
export async function checkFiles(project: Project, published: readonly CheckedPark[], law: Law): Promise<Checked> {
  const written = await writeFiles('ytp', project, { name: 'check' });
  if (!written.ok) throw new Error(`the published records cannot be written: ${written.refusal.code}`);
  const [{ bytes }] = written.value.files;
  const read = await readFiles([{ name: 'check.ytp', bytes }], {
    fields: law.pack.fields,
    landClasses: law.pack.landClasses,
  });
  if (!read.ok) throw new Error(`the published records cannot be read: ${read.refusal.code}`);
  const city = City.open(read.value.project)!; // null only when cancelled
  let judgement = city.judge(law);
  const parks = city.parks.map((key, row) => {
    if (row % TOGETHER === 0) judgement = city.judge(law);
    return comparedWith(published[row], checkedPark(judgement.facts(key), judgement.findings(key)));
  });
  return { records: bytes, file: { policy: law.pack.id, date: law.date, parks } };
}

/** So many parks are judged before what is remembered of them is let go. */
const TOGETHER = 200;

const figures = ['landM2', 'floorM2', 'plotRatio'] as const;

function comparedWith(published: CheckedPark, anew: CheckedPark): CheckedPark {
  const isSame = ([rule, outcome]: readonly [string, Outcome]) => anew.findings[rule] === outcome;
  const all = Object.entries(published.findings);
  const beyond = all.filter((finding) => !isSame(finding));
  const figuresBeyond = figures.filter((what) => anew[what] !== published[what]);
  return {
    ...published,
    findings: Object.fromEntries(all.filter(isSame)),
    ...(beyond.length > 0 && { beyond: Object.fromEntries(beyond) }),
    ...(figuresBeyond.length > 0 && { figuresBeyond }),
  };
}
