import type { Key } from '../../../../domain/land/change.ts';
import type { Building } from '../../../../domain/land/model.ts';
import type { DeskOfTools } from '../workbench.ts';

/** What copies of a building have of it: asked for while it is in hand. */
export class CopiedFields {
  readonly #known = new Map<Key, Partial<Building>>();

  of(building: Key): Partial<Building> | undefined {
    return this.#known.get(building);
  }

  async learn(building: Key, { park, calls }: DeskOfTools): Promise<void> {
    const sketch = park === null ? null : await calls.sketch({ park }).catch(() => null);
    const line = sketch?.buildings.find(({ key }) => key === building);
    if (!line) return;
    const { use, storeyHeightM, storeyHeightsM, held } = line;
    const storeys = line.storeys ?? undefined;
    const fields = Object.entries({ use, storeyHeightM, storeyHeightsM, held, storeys });
    this.#known.set(building, Object.fromEntries(fields.filter(([, value]) => value !== undefined)));
  }
}
