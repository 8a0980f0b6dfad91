/* The parts of the sketch desk: a file of their own, loaded when the desk is opened first. */
export { default as Over } from './Over.svelte';
export { default as Rail } from './Rail.svelte';
export { default as Start } from './Start.svelte';
export { default as Inspector } from './Inspector.svelte';
export { default as ScenarioBar } from './scenarios/ScenarioBar.svelte';
export { default as Scenarios } from './scenarios/Scenarios.svelte';
export { default as LayOut } from './laying/LayOut.svelte';
export { default as Clause } from './inspector/ClauseBeside.svelte';
export { default as Tables } from './inspector/Tables.svelte';
export { default as Tabs } from './inspector/TableTabs.svelte';
