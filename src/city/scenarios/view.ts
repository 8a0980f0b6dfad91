import type { ScenarioId } from '../../desk/scenario.ts';

/** A scenario 方案 as lists show it. */
export interface ScenarioLine {
  readonly id: ScenarioId;
  /** '' of the base 底稿. */
  readonly name: string;
  /** The one it was begun from. */
  readonly of: ScenarioId;
  /** How many steps it is past that. */
  readonly steps: number;
  /** How many of the steps before that were undone in it. */
  readonly back: number;
  readonly isDropped: boolean;
  /** When and why the base last took it over; null where what was taken was undone, or another taken since. */
  readonly taken: { readonly on: string; readonly reason: string } | null;
}

/** The base first, then scenarios in the order they were begun. */
export interface ScenariosView {
  /** The one that is shown, changed and saved. */
  readonly hand: ScenarioId;
  readonly all: readonly ScenarioLine[];
  /** Steps of any of them that no file has that was saved. */
  readonly unsaved: number;
}
