import { build, type InlineConfig, type Plugin, type Rolldown } from 'vite';

/**
 * Pages with a build of their own, whose files lie beside those of this one: they share no file with it, so that none holds what
 * only the other's pages need. Of the library that both use each has what it needs itself.
 */
export function builtApart(config: () => InlineConfig): Plugin {
  let root = '';
  return {
    name: 'yuantu:built-apart',
    apply: 'build',
    configResolved: (of) => void (root = of.root),
    async generateBundle() {
      const own = config();
      const made = await build({
        ...own,
        ...{ root, configFile: false, logLevel: 'warn' },
        build: { ...own.build, write: false },
      });
      const { output } = (Array.isArray(made) ? made[0] : made) as Rolldown.RolldownOutput;
      for (const file of output)
        this.emitFile({
          type: 'asset',
          fileName: file.fileName,
          source: file.type === 'chunk' ? file.code : file.source,
        });
    },
  };
}
