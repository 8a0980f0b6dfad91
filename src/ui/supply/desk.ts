/* The parts of the supply desk: a file of their own, loaded when the desk is opened first. */
export { default as Over } from './Over.svelte';
export { default as Panel } from './Panel.svelte';
export { default as Table } from './Drawer.svelte';
export { default as Title } from './Title.svelte';
