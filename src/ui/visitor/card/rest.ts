/** The card below its name, and what is done with it: one piece, fetched after the list. */
export { default as Actions } from './Actions.svelte';
export { default as Rest } from './Rest.svelte';
export { spokenLines } from './spoken.ts';
