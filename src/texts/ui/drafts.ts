/** 草案: what was done on this device and is kept there. */
export const drafts = {
  zh: {
    title: '本机草案',
    line: (deeds: number, when: string) => `${deeds} 步 · ${when}`,
    open: '继续',
    opening: (title: string) => `继续草案：${title}`,
    remove: '删除',
    removing: (title: string) => `删除草案：${title}`,
    sure: (title: string) => `删除“${title}”的草案？删除后不能恢复。`,
    yes: '删除',
    no: '留着',
  },
  en: {
    title: 'Drafts on this device',
    line: (deeds: number, when: string) => `${deeds} ${deeds === 1 ? 'step' : 'steps'} · ${when}`,
    open: 'Continue',
    opening: (title: string) => `Continue the draft ${title}`,
    remove: 'Delete',
    removing: (title: string) => `Delete the draft ${title}`,
    sure: (title: string) => `Delete the draft of "${title}"? It cannot be brought back.`,
    yes: 'Delete',
    no: 'Keep',
  },
};
