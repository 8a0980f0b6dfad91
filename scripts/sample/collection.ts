import { CITY } from './names.ts';

/** One feature a line, so that a large file can be read and compared line by line. */
export function* collection(features: Iterable<string>): Generator<string> {
  yield `{"type":"FeatureCollection","title":"${CITY}（示例数据）","sample":true,"features":[`;
  let first = true;
  for (const text of features) {
    yield first ? `\n${text}` : `,\n${text}`;
    first = false;
  }
  yield '\n]}\n';
}
