import { refuse } from '../../domain/outcome.ts';
import type { KeptDrafts } from '../client.ts';
import type { Holder } from '../holder.ts';
import type { Drafts } from './draft.ts';
import type { DraftKeeper } from './keeper.ts';
import { KeptGuides } from './guides.ts';
import { KeptReferences } from './references.ts';
import type { Windows } from './windows.ts';

/** Drafts of this device as the page has them: opened where what is open is held, shared with its other windows. */
export function keptDrafts(
  drafts: Drafts,
  windows: Windows | null,
  keeper: Pick<DraftKeeper, 'draft' | 'onBegun' | 'onOpened'>,
  holder: Pick<Holder, 'openDraft' | 'takeOver' | 'onTaken'>,
): KeptDrafts {
  const references = new KeptReferences(drafts);
  const guides = new KeptGuides(drafts);
  keeper.onOpened = (draft) => {
    references.opened(draft);
    guides.opened(draft);
  };
  keeper.onBegun = (draft) => {
    void references.begun(draft);
    void guides.begun(draft);
    // Else a browser short of room may throw it away without asking.
    void globalThis.navigator?.storage?.persist?.().catch(() => false);
  };
  return {
    references,
    guides,
    list: () => drafts.list(),
    async remove(id) {
      const others = (await windows?.others(id)) ?? 0;
      if (others > 0) return refuse('draft-open-elsewhere', { windows: others });
      const gone = await drafts.remove(id);
      windows?.tell(id);
      return gone;
    },
    open: async (id, options = {}) => {
      const draft = await drafts.read(id);
      return draft.ok ? holder.openDraft(draft.value, options) : draft;
    },
    get current() {
      return keeper.draft;
    },
    others: async () => (keeper.draft && (await windows?.others(keeper.draft.id))) ?? 0,
    takeOver: () => holder.takeOver(),
    onTold(listener) {
      holder.onTaken = () => listener(true);
      windows?.hear((draft) => listener(draft === keeper.draft?.id));
    },
  };
}
