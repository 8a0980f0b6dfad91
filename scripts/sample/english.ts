/** English of invented names: how they sound, and what they are. */
const SOUNDS: Readonly<Record<string, string>> = {
  云渡: 'Yundu',
  星垂: 'Xingchui',
  白苇: 'Baiwei',
  织云: 'Zhiyun',
  砚台: 'Yantai',
  砚台山: 'Yantaishan',
  百工: 'Baigong',
  鹭洲: 'Luzhou',
  鹭洲港: 'Luzhou Port',
  同舟: 'Tongzhou',
  墨池: 'Mochi',
  听涛: 'Tingtao',
  采菱: 'Cailing',
  知新: 'Zhixin',
  流霞: 'Liuxia',
  澄中: 'Chengzhong',
  芦洲: 'Luzhou',
  霁月: 'Jiyue',
  柳溪: 'Liuxi',
  青岗: 'Qinggang',
  石笋: 'Shisun',
  松声: 'Songsheng',
  揽翠: 'Lancui',
  砚湖: 'Yanhu',
  苇岸: 'Wei’an',
  桐荫: 'Tongyin',
  晓风: 'Xiaofeng',
  鹤汀: 'Heting',
  帆影: 'Fanying',
  望舒: 'Wangshu',
  星野: 'Xingye',
  苇塘: 'Weitang',
  稻香: 'Daoxiang',
  青蘅: 'Qingheng',
  麦浪: 'Mailang',
  杏台: 'Xingtai',
  梅垄: 'Meilong',
  鹿角坪: 'Lujiaoping',
  竹影: 'Zhuying',
  雁渚: 'Yanzhu',
  晴川坝: 'Qingchuanba',
  橡树湾: 'Xiangshuwan',
  松峪: 'Songyu',
  芦荻: 'Ludi',
  梨花汀: 'Lihuating',
  麦垛: 'Maiduo',
  三棵松: 'Sankesong',
  荻浦: 'Dipu',
  竹坞: 'Zhuwu',
  鲤跃: 'Liyue',
  砂锅渡: 'Shaguodu',
};

const KINDS: readonly (readonly [string, string])[] = [
  ['街道', 'Subdistrict'],
  ['镇', 'Town'],
  ['高新区', 'High-tech Zone'],
  ['经开区', 'Economic Development Zone'],
  ['经济区', 'Economic Zone'],
  ['区', 'District'],
  ['县', 'County'],
];

const TRADES: Readonly<Record<string, string>> = {
  智造: 'Smart Manufacturing',
  新材料: 'New Materials',
  铝制品: 'Aluminium Products',
  精密机械: 'Precision Machinery',
  五金: 'Hardware',
  汽车零部件: 'Automotive Parts',
  服装家居: 'Clothing and Home',
  电子装配: 'Electronics Assembly',
  食品科创: 'Food Technology',
  生物医药: 'Biomedical',
  印刷包装: 'Printing and Packaging',
  节能环保: 'Clean Technology',
  创意设计: 'Creative Design',
  检测服务: 'Testing Services',
  数字服务: 'Digital Services',
  科技服务: 'Technology Services',
};
const ROUNDS = ['第二', '第三', '第四', '第五'];

/** `柳溪镇` → `Liuxi Town`; undefined of a name that is not made here. */
export function placeInEnglish(name: string): string | undefined {
  const kind = KINDS.find(([end]) => name.endsWith(end));
  const sound = kind && SOUNDS[name.slice(0, -kind[0].length)];
  return sound && `${sound} ${kind[1]}`;
}

/** `柳溪智造第二小微企业园` → `Liuxi Smart Manufacturing Park 2` */
export function parkInEnglish(name: string): string | undefined {
  const core = name.replace(/小微企业园$/, '');
  const round = ROUNDS.findIndex((own) => core.endsWith(own));
  const plain = round < 0 ? core : core.slice(0, -2);
  const trade = Object.keys(TRADES).find((own) => plain.endsWith(own));
  const sound = trade && SOUNDS[plain.slice(0, -trade.length)];
  return sound && `${sound} ${TRADES[trade]} Park${round < 0 ? '' : ` ${round + 2}`}`;
}
