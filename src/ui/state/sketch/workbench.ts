import type { ParkLine } from '../../../city/view.ts';
import type { KeptDrafts } from '../../../client/client.ts';
import type { Intent, ParkTarget } from '../../../desk/intent.ts';
import type { RecordRef, Scene } from '../../../desk/tools/index.ts';
import type { Key } from '../../../domain/land/change.ts';
import type { Building } from '../../../domain/land/model.ts';
import type { Refusal, Result } from '../../../domain/outcome.ts';
import type { MapView, Workspace } from '../../address/address.ts';
import type { Edits } from '../edits.svelte.ts';
import type { OpenProject } from '../project.svelte.ts';
import type { Selection } from '../selection.svelte.ts';
import type { Settings } from '../settings.svelte.ts';
import type { Edited, SketchCalls } from './asked.ts';
import type { Guides } from './hand/guides.svelte.ts';
import type { HeldGround } from './hand/held-ground.svelte.ts';
import type { SketchSettings } from './sketch-settings.svelte.ts';

/** What the desk asks of the page. */
export interface SketchPage {
  readonly open: OpenProject;
  readonly edits: Edits;
  readonly settings: Settings;
  readonly selection: Selection;
  readonly park: ParkLine | null;
  readonly place: MapView | null;
  readonly workspace: Workspace;
  announcement: string;
  selectPark(id: string | null, fly?: boolean): void;
}

/** What its tools ask of the desk. */
export interface DeskOfTools {
  readonly park: Key | null;
  readonly target: ParkTarget;
  readonly settings: SketchSettings;
  readonly calls: SketchCalls;
  /** Where guides are kept; null where nothing is. */
  readonly keptGuides: KeptDrafts['guides'] | null;
  selected: readonly RecordRef[];
  select(refs: readonly RecordRef[]): void;
  toggle(ref: RecordRef): void;
  try(intent: Intent | null): void;
  do(intent: Intent): Promise<Result<Edited>>;
  apply(edit: Edited): Promise<Result<Edited>>;
  say(refusal: Refusal | null): void;
}

/** What the parts of the bench share. */
export interface Workbench {
  readonly desk: DeskOfTools;
  readonly page: SketchPage;
  readonly ground: HeldGround;
  readonly guides: Guides;
  readonly scene: Scene | null;
  /** What is known of a building that is drawn. */
  readonly newBuilding: Partial<Building>;
  /** Buildings that were drawn since the tools that draw them were taken. */
  drawn: readonly Key[];
}
