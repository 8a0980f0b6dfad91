/* The parts of the sketch desk: a file of their own, loaded when the desk is opened first. */
export { default as Over } from './Over.svelte';
export { default as Rail } from './Rail.svelte';
export { default as Start } from './Start.svelte';
