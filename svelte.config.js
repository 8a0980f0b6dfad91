import { vitePreprocess } from '@sveltejs/vite-plugin-svelte';

// Without it a component that has no rune would bring Svelte's ways of before 5 along.
export default { preprocess: vitePreprocess(), compilerOptions: { runes: true } };
