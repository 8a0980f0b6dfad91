import type { SketchDesk } from '../sketch-desk.svelte.ts';
import type { SketchPage } from '../workbench.ts';

/** What the panel of floor plans asks of the page. */
export interface FloorsPage extends SketchPage {
  readonly sketch: SketchDesk;
  readonly laying: { close(): void };
  readonly scenarios: { close(): void };
}
