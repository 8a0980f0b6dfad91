import { mount } from 'svelte';
import { createBrowserClient } from './client/browser.ts';
import App from './ui/App.svelte';

// The composition root: the page, and who answers it.
const target = document.getElementById('app');
if (!target) throw new Error('index.html holds no #app');
target.replaceChildren();
mount(App, { target, props: { client: createBrowserClient() } });
