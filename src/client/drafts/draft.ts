import type { Deed } from '../../city/deeds.ts';
import type { DraftCard } from '../../city/draft-card.ts';
import type { Judging, ReadChoices } from '../../city/view.ts';
import type { DraftRefusal } from '../../desk/draft-refusal.ts';
import type { Result } from '../../domain/outcome.ts';
import type { Shape } from '../../domain/geometry/edit/frame.ts';
import type { NamedBytes } from '../../formats/contract.ts';

/** What a draft was begun on: files, or the sample city. */
export interface DraftSource {
  /** Null: the sample city. */
  readonly files: readonly NamedBytes[] | null;
  readonly choices?: ReadChoices;
  /** Which sample city. */
  readonly fingerprint?: string;
}

/** 草案 as it is listed: land and what was done to it, kept on this device. */
export interface DraftEntry {
  readonly id: string;
  /** The title of the land it was begun on. */
  readonly title: string;
  /** Names of its files; empty: the sample city. */
  readonly files: readonly string[];
  readonly begunAt: number;
  readonly changedAt: number;
  /** How many deeds are kept. */
  readonly deeds: number;
  readonly judging: Judging;
  /** What a list shows of it; absent until it is first told, which is after a deed was kept. */
  readonly card?: DraftCard;
}

/** A draft whole: doing the deeds in order to the land of the source gives what was left. */
export interface Draft {
  readonly entry: DraftEntry;
  readonly source: DraftSource;
  readonly deeds: readonly Deed[];
}

/** 参考层 of a draft: files that are drawn beside its land. */
export interface KeptReference {
  readonly id: string;
  readonly files: readonly NamedBytes[];
  readonly choices: ReadChoices;
  readonly isShown: boolean;
  readonly addedAt: number;
}

/** 辅助线 of a draft: an outline on the plane `crs` (EPSG), metres. */
export interface KeptGuide {
  readonly crs: number;
  readonly shape: Shape;
}

/** Where drafts are kept. What is answered with success is on the device's disk. */
export interface Drafts {
  /** Latest first. */
  list(): Promise<Result<readonly DraftEntry[], DraftRefusal>>;
  /** Keeps the source and the first deeds together. */
  begin(
    begun: Pick<DraftEntry, 'title' | 'judging'>,
    source: DraftSource,
    deeds: readonly Deed[],
  ): Promise<Result<DraftEntry, DraftRefusal>>;
  /** Keeps deed number `at`, from 0. */
  append(id: string, at: number, deed: Deed): Promise<Result<DraftEntry, DraftRefusal>>;
  /** Keeps what a list shows of it. */
  describe(id: string, card: DraftCard): Promise<Result<null, DraftRefusal>>;
  read(id: string): Promise<Result<Draft, DraftRefusal>>;
  /** Deeds from number `from` on. */
  deedsFrom(id: string, from: number): Promise<Result<readonly Deed[], DraftRefusal>>;
  remove(id: string): Promise<Result<null, DraftRefusal>>;
  /** In the order they were added. */
  references(id: string): Promise<Result<readonly KeptReference[], DraftRefusal>>;
  keepReference(id: string, reference: KeptReference): Promise<Result<null, DraftRefusal>>;
  dropReference(id: string, reference: string): Promise<Result<null, DraftRefusal>>;
  guides(id: string): Promise<Result<readonly KeptGuide[], DraftRefusal>>;
  /** In place of those before. */
  keepGuides(id: string, guides: readonly KeptGuide[]): Promise<Result<null, DraftRefusal>>;
}
