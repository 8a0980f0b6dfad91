import { createContext } from 'svelte';
import type { Language } from '../../texts/language.ts';

/** The language of the page, for parts that both pages have. */
export const [useReading, provideReading] = createContext<{ readonly language: Language }>();
