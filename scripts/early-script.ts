import type { Plugin } from 'vite';

/** Puts an entry of the build into a page as a script before the page's own, which imports it: it runs as soon as it is there. */
export function earlyScript(page: string, entry: string): Plugin {
  return {
    name: 'yuantu:early-script',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { path, bundle = {} }) {
        if (path !== `/${page}`) return undefined;
        const found = Object.values(bundle).find(
          (file) => file.type === 'chunk' && file.isEntry && file.name === entry,
        );
        if (!found) throw new Error(`There is no entry ${entry} for ${page}.`);
        return [
          {
            tag: 'script',
            attrs: { type: 'module', crossorigin: '', async: true, src: `./${found.fileName}` },
            injectTo: 'head-prepend',
          },
        ];
      },
    },
  };
}
