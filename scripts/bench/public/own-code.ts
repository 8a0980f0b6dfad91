import type { Loaded } from './loaded.ts';
import { isMapLibrary } from './own-time.ts';

export const isData = (name: string): boolean => name.startsWith('data/');
export const isLibrary = (name: string): boolean => isMapLibrary(`/${name}`);
export const isSvelte = (name: string): boolean => /\/svelte-/.test(name);
export const isOurs = (name: string): boolean => !isData(name) && !isLibrary(name) && !isSvelte(name);

/** Bytes of our own code, page, sheets and sign among it, that came until list and map were there. */
export const ownCodeBytes = (loaded: readonly Loaded[]): number =>
  loaded.filter(({ path, later }) => !later && isOurs(path)).reduce((sum, { bytes }) => sum + bytes, 0);
