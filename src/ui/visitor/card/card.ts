/** The card of a park, and what is done with it: one piece, fetched after the list. */
export { default as Actions } from './Actions.svelte';
export { default } from './ParkCard.svelte';
export { spokenLines } from './spoken.ts';
