import type { Both } from './language.ts';

const both = (zh: string, en: string): Both => ({ zh: () => zh, en: () => en });

/** The notice of what is shipped to a browser, made by the build (`scripts/licences`). */
export const licenceTexts = {
  title: both('开放源代码许可', 'Open-source licences'),
  head: both(
    '园图按 Apache-2.0 许可发布。这个网页还用到下列软件，版权归各自作者；每种许可的全文列在表后。按 MPL-2.0、LGPL-3.0 发布的，其源代码可按“来源”一栏所写的名称和版本取得。',
    'Yuantu is published under Apache-2.0. This page contains the software below, whose authors hold the copyright; the full text of every licence follows the table. The source of what is under MPL-2.0 or LGPL-3.0 is had by the name and version in the column "Source".',
  ),
  own: both(
    '标有文件名的库以原样单独成为一个文件：换成修改过的文件，重新载入网页即可使用。',
    'A library with the name of a file is that file, unchanged: put a changed one in its place, reload the page, and it is used.',
  ),
  columns: [both('软件', 'Software'), both('许可', 'Licence'), both('来源', 'Source'), both('全文', 'Text')],
} as const;
