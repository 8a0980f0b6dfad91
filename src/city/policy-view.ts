import type { PolicyView } from './view.ts';
import { labelsOf } from '../policy/labels.ts';
import type { Pack } from '../policy/shape/pack.ts';
import { parametersOf } from '../policy/what-if/parameters.ts';

/** The pack as the page shows it: text, titles and labels; the tests stay behind. `earliest`: first day of any pack. */
export function policyView(pack: Pack, date: string, earliest: string | null = null): PolicyView {
  const landClasses = Object.entries(pack.landClasses).map(
    ([system, entries]) =>
      [system, entries.map(({ code, zh, en, guide }) => ({ code, zh, en, ...(guide && { guide }) }))] as const,
  );
  return {
    id: pack.id,
    title: pack.title,
    titleEn: pack.titleEn,
    status: pack.status,
    statusEn: pack.statusEn,
    version: pack.version,
    earliest,
    clauses: pack.clauses.map(({ id, heading, headingEn, text }) => ({ id, heading, headingEn, text })),
    rules: pack.rules.map(({ id, clause, phrase, title, reading, strength, about }) => ({
      id,
      clause,
      phrase,
      title,
      reading,
      strength,
      about,
    })),
    parameters: parametersOf(pack, date),
    leaseFields: pack.fields.lease,
    ...labelsOf(pack),
    landClasses: Object.fromEntries(landClasses),
    ...(pack.centralMeridian !== undefined && { centralMeridian: pack.centralMeridian }),
  };
}
