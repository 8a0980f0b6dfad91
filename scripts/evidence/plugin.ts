import { readFileSync } from 'node:fs';
import path from 'node:path';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type Plugin, type Rolldown } from 'vite';
import { noticeTextOf } from '../licences/text.ts';
import type { licences } from '../licences/plugin.ts';

/** The library of that name checks what strangers write; an evidence file holds what was written here, and no library that must stay a file of its own. */
const withoutLibrary: Plugin = {
  name: 'yuantu:evidence-without-library',
  enforce: 'pre',
  resolveId: (id) => (id === 'geojson-validation' ? '\0geojson-validation' : null),
  load: (id) => (id === '\0geojson-validation' ? 'export default { isFeature: () => [] };' : null),
};

/** What an element holds must not end it. */
const inScript = (code: string): string => code.replaceAll(/<\/(?=script)/gi, '<\\/').replaceAll('<!--', '<\\!--');

/** `evidence.html`: the page of evidence files, in which everything is, as one file of the build. */
export function evidencePage(licensed: ReturnType<typeof licences>): Plugin {
  let root = '';
  return {
    name: 'yuantu:evidence',
    apply: 'build',
    configResolved: (config) => void (root = config.root),
    async generateBundle() {
      const own = licensed.part();
      const made = await build({
        root,
        configFile: false,
        logLevel: 'warn',
        plugins: [withoutLibrary, svelte(), own.plugin],
        build: {
          write: false,
          target: 'es2022',
          cssCodeSplit: false,
          rolldownOptions: {
            input: path.join(root, 'src/evidence.ts'),
            output: { format: 'iife', codeSplitting: false },
          },
        },
      });
      const { output } = (Array.isArray(made) ? made[0] : made) as Rolldown.RolldownOutput;
      const script = output.find((file) => file.type === 'chunk')!.code;
      const style = output.find((file) => file.type === 'asset' && file.fileName.endsWith('.css')) as
        Rolldown.OutputAsset | undefined;
      const source = pageOf(readFileSync(path.join(root, 'evidence.html'), 'utf8'), {
        version: (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }).version,
        style: String(style?.source ?? ''),
        script,
        notices: noticeTextOf(own.packages()),
      });
      this.emitFile({ type: 'asset', fileName: 'evidence.html', source });
    },
  };
}

interface Parts {
  readonly version: string;
  readonly style: string;
  readonly script: string;
  readonly notices: string;
}

/** What stands in the page is put in by functions: in a text `$&` would mean something. */
const pageOf = (shell: string, { version, style, script, notices }: Parts): string =>
  shell
    .replace('name="yuantu:version" content=""', () => `name="yuantu:version" content="${version}"`)
    .replace(
      '</body>',
      // Behind what is said of a page that was cut off: cut anywhere behind its first lines it says so.
      () => `  <style>${style}</style>
    <script type="text/plain" id="licences">${inScript(notices)}</script>
    <script type="application/json" id="yuantu-evidence"></script>
    <script>${inScript(script)}</script>
  </body>`,
    );
