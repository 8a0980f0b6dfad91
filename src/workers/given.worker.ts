import { readEvidenceFile } from '../city/evidence/page.ts';
import { heldBy } from '../client/evidence-held.ts';
import type { GivenAsk, GivenReply } from '../client/given-line.ts';

const reply = (message: GivenReply) => self.postMessage(message);

async function check({ file, version }: GivenAsk): Promise<void> {
  const read = await readEvidenceFile(await file.text());
  reply({ kind: 'read', read });
  if (!read.ok) return;
  let steps = 0;
  const pause = () => Promise.resolve(reply({ kind: 'step', steps: ++steps }));
  const { checked, policy } = await heldBy(read.value.evidence, version, pause);
  reply({ kind: 'held', held: { checked, policy } });
}

self.addEventListener('message', ({ data }: MessageEvent<GivenAsk>) => {
  check(data).catch((error: unknown) =>
    reply({ kind: 'fault', message: error instanceof Error ? error.message : String(error) }),
  );
});
