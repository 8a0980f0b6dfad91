import { ok, type Result } from '../../domain/outcome.ts';
import type { Pack, PackRefusal, ListedTownship } from '../shape/pack.ts';
import { assemble } from './assemble.ts';
import { checkDictionary } from './check-dictionary.ts';
import { checkLedger } from './check-ledger.ts';
import { checkMeasures } from './check-measures.ts';
import { checkRules } from './check-rules.ts';
import { checkIdentity, checkScreening } from './check-identity.ts';
import { checkPlan } from './check-plan.ts';
import { checkThresholds } from './check-thresholds.ts';
import { readDocument, type PackDocument } from './document.ts';
import { withEarlierNames } from './earlier-names.ts';
import { Complaint } from './place.ts';
import { checkSchema, definitions, type PackFile } from './schema.ts';
import { readTownships } from './townships.ts';

/**
 * A pack from the text of its files by name (`rules.yaml`, …). Refuses the first file that is missing or wrong, naming
 * file, line and rule; a pack that loads refers only to clauses, phrases, kinds, measures, fields and units there are.
 */
export const loadPack = (files: Pack['files']): Result<Pack, PackRefusal> => loaded(files, (dictionary) => dictionary);

/** The same of one that was written with an earlier program: fields that have come since go by their codes. */
export const loadEarlierPack = (files: Pack['files']): Result<Pack, PackRefusal> => loaded(files, withEarlierNames);

function loaded(files: Pack['files'], named: (dictionary: unknown) => unknown): Result<Pack, PackRefusal> {
  const documents = {} as Record<PackFile, PackDocument>;
  for (const file of Object.keys(definitions) as PackFile[]) {
    const read = readDocument(file, files[file]);
    if (!read.ok) return read;
    const document = file === 'fields.yaml' ? { ...read.value, content: named(read.value.content) } : read.value;
    const checked = checkSchema(document);
    if (!checked.ok) return checked;
    documents[file] = document;
  }
  const townships = readTownships('townships.csv', files['townships.csv']);
  if (!townships.ok) return townships;
  return checkedPack(documents, townships.value, files);
}

function checkedPack(
  documents: Readonly<Record<PackFile, PackDocument>>,
  townships: readonly ListedTownship[],
  files: Pack['files'],
): Result<Pack, PackRefusal> {
  const pack = assemble(documents, townships, files);
  try {
    checkDictionary(pack, documents['fields.yaml']);
    checkMeasures(pack, documents['measures.yaml']);
    checkIdentity(pack, documents['pack.yaml']);
    checkThresholds(pack, documents['thresholds.yaml']);
    checkPlan(pack, documents['plan.yaml']);
    checkLedger(pack, documents['ledger.yaml']);
    checkRules(pack, documents['rules.yaml']);
    checkScreening(pack, documents['pack.yaml']);
  } catch (error) {
    if (error instanceof Complaint) return { ok: false, refusal: error.refusal };
    throw error;
  }
  return ok(pack);
}
