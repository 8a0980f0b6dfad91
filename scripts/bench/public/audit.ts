import lighthouse from 'lighthouse';

/** Scores of Lighthouse, 0–100, and what falls short of them. */
export interface Audited {
  readonly scores: Readonly<Record<string, number>>;
  readonly short: readonly string[];
}

const CATEGORIES = ['accessibility', 'best-practices', 'seo'];

/** `port`: that of the browser's own tools. */
export async function audited(address: string, port: number): Promise<Audited> {
  const ran = await lighthouse(address, { port, onlyCategories: CATEGORIES, logLevel: 'error' });
  if (!ran) throw new Error('Lighthouse told nothing');
  const { categories, audits } = ran.lhr;
  const score = (id: string) => Math.round(100 * (categories[id].score ?? 0));
  const short = CATEGORIES.flatMap((id) =>
    categories[id].auditRefs
      .filter(({ id: audit, weight }) => weight > 0 && (audits[audit].score ?? 1) < 1)
      .map(({ id: audit }) => `${audit}: ${audits[audit].title}`),
  );
  return { scores: Object.fromEntries(CATEGORIES.map((id) => [id, score(id)])), short };
}
