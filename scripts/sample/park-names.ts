import type { Park } from '../../src/domain/land/model.ts';
import type { Spec } from './park-specs.ts';

const TRADES: readonly (readonly [string, readonly string[]])[] = [
  ['智造', ['智能装备', '工业机器人']],
  ['新材料', ['先进陶瓷', '超硬材料']],
  ['铝制品', ['铝精深加工']],
  ['精密机械', ['精密零部件']],
  ['五金', ['五金制品', '表面处理']],
  ['汽车零部件', ['汽车零部件', '新能源汽车配套']],
  ['服装家居', ['服装', '智能家居', '家纺']],
  ['电子装配', ['电子信息']],
  ['食品科创', ['冷链食品', '休闲食品']],
  ['生物医药', ['医疗器械', '体外诊断']],
  ['印刷包装', ['绿色印刷']],
  ['节能环保', ['节能环保装备']],
];
const SERVICES: readonly (readonly [string, readonly string[]])[] = [
  ['创意设计', ['工业设计']],
  ['检测服务', ['检验检测']],
  ['数字服务', ['工业软件', '信息服务']],
  ['科技服务', ['研发服务', '知识产权服务']],
];

/** Where parks that have no land yet are thought of. */
const IDEAS = ['枕溪', '蓼花', '荻花', '涵碧'];

/**
 * Names parks after their township and trade, each once, and gives the industries that go with the name.
 * @param town name of the township, undefined for a park without land
 */
export const namer = (): ((spec: Spec, town: string | undefined) => Pick<Park, 'name' | 'industries'>) => {
  const used = new Set<string>();
  let turn = 0;
  return (spec, town) => {
    const trades = spec.park.parkType === 'service' ? SERVICES : TRADES;
    const place = town?.replace(/(街道|镇)$/, '') ?? IDEAS[used.size % IDEAS.length];
    const rounds = ['', '第二', '第三', '第四', '第五'];
    for (const round of rounds)
      for (let i = 0; i < trades.length; i += 1) {
        const [trade, industries] = trades[(turn + i) % trades.length];
        const name = `${place}${trade}${round}小微企业园`;
        if (used.has(name)) continue;
        used.add(name);
        turn += 1;
        return { name, industries };
      }
    throw new Error(`${spec.id}: no name left in ${place}`);
  };
};
