/* The parts of the supply desk: a file of their own, loaded when the desk is opened first. */
export { default as Panel } from './Panel.svelte';
export { default as Table } from './FlagDrawer.svelte';
export { default as Title } from './FlagTitle.svelte';
