import type { Asking } from './asking.ts';
import type { Opened } from './opened.ts';
import type { Session } from './session.ts';

/** What a call has to do with what is open. */
export interface Manner {
  /** What the answer rests on: the open land; that and the law it is judged by; neither. */
  readonly about: 'nothing' | 'land' | 'law';
  /** What is another afterwards: which project is open, the law it is judged by, the land, or the parcels made out on the map. */
  readonly changes: 'nothing' | 'project' | 'law' | 'land' | 'listed';
  /** Of several asked one after the other only the last is wanted. */
  readonly latest: boolean;
}

/** One call: what it is asked with, and what answers it. */
export interface Row<I, A> extends Manner {
  readonly answer: (session: Session, input: I, asking: Asking) => A | Promise<A>;
}

const plain = { about: 'nothing', changes: 'nothing', latest: false } as const satisfies Manner;

/** A call of the session; about no project unless `manner` says otherwise. */
export const ofSession = <A, I = void>(
  answer: (session: Session, input: I, asking: Asking) => A | Promise<A>,
  manner: Partial<Manner> = {},
): Row<I, A> => ({ ...plain, ...manner, answer });

/** About the open land, whatever it is judged by; null while nothing is open. */
export const ofLand = <A, I = void>(
  answer: (opened: Opened, input: I, asking: Asking) => A | Promise<A>,
  manner: Partial<Manner> = {},
): Row<I, A | null> => ({
  ...plain,
  about: 'land',
  ...manner,
  answer: (session, input, asking) => session.opened && answer(session.opened, input, asking),
});

/** About the open land by the law it is asked of; null while nothing is open, or on a day without a law. */
export const ofLaw = <A, I = void>(
  answer: (opened: Opened, input: I, asking: Asking) => A | Promise<A>,
  manner: Partial<Manner> = {},
): Row<I, A | null> => ({
  ...plain,
  about: 'law',
  ...manner,
  answer: async (session, input, asking) => {
    const judged = await session.judged(asking);
    return judged?.ok ? answer(judged.value, input, asking) : null;
  },
});
