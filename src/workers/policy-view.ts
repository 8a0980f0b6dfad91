import type { PolicyView } from '../client/view.ts';
import type { Pack } from '../policy/pack.ts';

/** The pack as the page shows it: text, titles and labels; the tests stay behind. */
export function policyView(pack: Pack): PolicyView {
  const fields = Object.values(pack.fields).flatMap((kind) =>
    Object.entries(kind).map(([name, { zh, en }]) => [name, { zh, en }] as const),
  );
  const landClasses = Object.entries(pack.landClasses).map(
    ([system, entries]) => [system, entries.map(({ code, zh, en }) => ({ code, zh, en }))] as const,
  );
  return {
    id: pack.id,
    title: pack.title,
    status: pack.status,
    version: pack.version,
    clauses: pack.clauses.map(({ id, heading, text }) => ({ id, heading, text })),
    rules: pack.rules.map(({ id, clause, phrase, title, reading }) => ({ id, clause, phrase, title, reading })),
    measures: Object.fromEntries(Object.entries(pack.measures).map(([name, { zh, en }]) => [name, { zh, en }])),
    fields: Object.fromEntries(fields),
    landClasses: Object.fromEntries(landClasses),
  };
}
