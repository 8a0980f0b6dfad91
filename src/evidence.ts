import { mount } from 'svelte';
import { CONTENT_ID } from './city/evidence/page.ts';
import { evidenceOfPage } from './city/evidence/read.ts';
import { heldEvidence } from './client/evidence-page.ts';
import EvidencePage from './ui/evidence/EvidencePage.svelte';
import './ui/styles/tokens.css';
import './ui/styles/base.css';

// The composition root of an evidence file: one page from a disk, with all it needs in it.
const target = document.getElementById('app');
if (!target) throw new Error('evidence.html holds no #app');
const version = document.querySelector<HTMLMetaElement>('meta[name="yuantu:version"]')?.content ?? '';
const read = evidenceOfPage(document.getElementById(CONTENT_ID)?.textContent ?? '', version);
const shell = [...target.childNodes];
mount(EvidencePage, { target, props: { read, check: heldEvidence } });
// What fails before it is there leaves the sentence that nothing is checked.
for (const node of shell) node.remove();
