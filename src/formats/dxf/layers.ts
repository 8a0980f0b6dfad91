import type { Drawing } from './drawing.ts';
import { numberOf, textOf, type Item } from './groups.ts';
import { plainText } from './words.ts';

/** Every layer that is seen: the answer to a question which of several to read. No layer can be called so. */
export const everyLayer = '*';

/** Layers are told apart whatever the case. */
export const layerKey = (name: string): string => name.trim().toUpperCase();

const frozenFlag = 1;

/** Layers that are off 关闭 or frozen 冻结, by key; what is on them is not seen. */
export class LayerStates {
  readonly #off = new Set<string>();
  readonly #frozen = new Set<string>();

  constructor({ layers }: Pick<Drawing, 'layers'>) {
    for (const item of layers) {
      const key = layerKey(plainText(textOf(item, 2) ?? ''));
      if ((numberOf(item, 70, 0) & frozenFlag) !== 0) this.#frozen.add(key);
      // The colour of a layer that is off is negative.
      else if (numberOf(item, 62, 7) < 0) this.#off.add(key);
    }
  }
  isHidden(name: string): boolean {
    return this.#off.has(layerKey(name)) || this.isFrozen(name);
  }
  /** What an INSERT on a frozen layer brings is not seen, whatever its layers; one on a layer that is off leaves it. */
  isFrozen(name: string): boolean {
    return this.#frozen.has(layerKey(name));
  }
}

const invisible = 1;
const paper = 1;
/** Entities of a layout 布局, of paper space, and those switched off one by one. */
export const isOfPaper = (item: Item): boolean => numberOf(item, 67, 0) === paper;
export const isInvisible = (item: Item): boolean => numberOf(item, 60, 0) === invisible;
