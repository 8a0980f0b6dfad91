/** What is said where the worker that computes has ended by itself. */
export const ended = {
  zh: {
    opening:
      '计算进程中途停止了，文件没有读完，多半是内存不够。原来打开的内容没有变。可以关掉别的标签页再试，或把文件分成几份。',
    lost: '计算进程意外停止，正在重新读取已打开的内容。列表和结论仍是原来的。',
    back: '已重新读取，可以继续。',
    gone: '计算进程意外停止，重新读取也没有成功，多半是内存不够。列表和结论仍可以看，地图和明细不再更新。',
    retry: '再读一次',
  },
  en: {
    opening:
      'The computation ended before the file was read whole, most likely for want of memory. What was open is unchanged. Close other tabs and try again, or split the file.',
    lost: 'The computation ended unexpectedly; what is open is read again. The list and the findings stand.',
    back: 'It is read again; go on.',
    gone: 'The computation ended unexpectedly and could not be taken up again, most likely for want of memory. The list and the findings stand; map and details are not updated any more.',
    retry: 'Read it again',
  },
};
