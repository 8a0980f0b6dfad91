import { REPORT_PARTS } from '../texts/dossier/parts.ts';
import type { Language } from '../texts/language.ts';
import type { OptionName, OptionUsage } from './usage-options.ts';

type Told = Readonly<Record<Language, string>>;

export interface Usage {
  /** After `yuantu`, the files first. */
  readonly call: Told;
  readonly does: Told;
  /** In the order in which one looks for them. */
  readonly options: readonly OptionName[];
  readonly examples: readonly string[];
  /** Of options that are something else here. */
  readonly told?: Readonly<Partial<Record<OptionName, OptionUsage>>>;
}

const reading = ['crs', 'layer', 'faces', 'datum', 'degrees'] as const;
const law = ['policy', 'date', 'precision', 'scale'] as const;
const editing = ['yes', ...reading, 'json'] as const;

/** What each command is called with and does; `main` takes the options from here, so that none is without a word. */
export const usages = {
  figures: {
    call: { zh: 'figures 文件… [选项]', en: 'figures FILE… [options]' },
    does: {
      zh: '每宗地的面积（平面、椭球、登记）、周长与界线问题；多个文件或一个文件夹合为一层，注明来源文件',
      en: 'areas of every parcel (plane, ellipsoid, registered), perimeter, boundary problems; several files, or a folder, are one layer',
    },
    options: ['precision', 'scale', ...reading, 'json'],
    examples: ['figures data/examples/parcels.txt --precision 0.05'],
  },
  check: {
    call: { zh: 'check 文件… [选项]', en: 'check FILE… [options]' },
    does: {
      zh: '每个园区逐条对照政策；多个文件合为一个城市',
      en: 'every park against the policy, clause by clause; several files are one city',
    },
    options: ['park', 'only', ...law, ...reading, 'json'],
    examples: ['check data/examples/park.geojson', 'check data/sample/city.geojson.gz --only fail,advisory'],
  },
  screen: {
    call: { zh: 'screen 文件… [选项]', en: 'screen FILE… [options]' },
    does: {
      zh: '逐宗筛查：在用、疑似闲置、低效、批而未供，附证据、缺项、把握和潜力',
      en: 'every parcel: in use, suspected idle, low-efficiency or approved and not supplied, with the evidence',
    },
    options: ['class', 'try', 'policy', 'date', ...reading, 'json'],
    examples: [
      'screen data/sample/city.geojson.gz --date 2026-11-28 --class suspected-idle',
      'screen data/sample/city.geojson.gz --try idle.not-started=3',
    ],
  },
  plan: {
    call: { zh: 'plan 文件… --years 2026..2028 [选项]', en: 'plan FILE… --years 2026..2028 [options]' },
    does: {
      zh: '供应计划：哪些地拼成园区、哪年供应，按各单位的目标、资金和指标；附证明的上界、缺口和原因',
      en: 'the supply plan: which land becomes parks in which year, by targets, money and quota; with a proven bound',
    },
    options: [
      'years',
      'budget',
      'quota',
      'land',
      'credit',
      'fix',
      'ban',
      'district-factor',
      'targets',
      'city',
      'missing-cost',
      'set',
      'gap',
      'time',
      'seed',
      'spare',
      'explain',
      'certify',
      'frontier',
      'variants',
      'loss',
      'policy',
      'date',
      ...reading,
      'json',
    ],
    told: {
      gap: {
        value: { zh: '比例', en: 'SHARE' },
        what: {
          zh: '与证明的上界相差不超过这个比例就停，默认 0.005；0 为求最优',
          en: 'ends once the plan is proven to be so near to the best; 0.005. 0: the best',
        },
      },
    },
    examples: [
      'plan data/sample/city.geojson.gz --years 2026..2028',
      'plan data/sample/city.geojson.gz --years 2026..2028 --budget 2026=60000,2027..2028=150000 --quota 500',
      'plan data/sample/city.geojson.gz --years 2026..2028 --fix D00076 --ban D00104 --json',
    ],
  },
  ledger: {
    call: { zh: 'ledger 文件… --year 2026 --out 文件夹 [选项]', en: 'ledger FILE… --year 2026 --out DIR [options]' },
    does: {
      zh: '年度供应计划台账：Excel 各表、计划文本（Word）、计划宗地的 SHP 和 TXT；--json 打印各表',
      en: 'the year’s supply plan: its tables as Excel, its text as Word, land of its rows as SHP and TXT; --json prints the tables',
    },
    options: ['year', 'plan', 'out', 'conditions', 'policy', 'date', ...reading, 'json'],
    examples: ['ledger data/sample/city.geojson.gz --year 2025 --date 2026-11-28 --out 台账'],
  },
  layout: {
    call: { zh: 'layout 文件… --id 宗地[,…] [选项]', en: 'layout FILE… --id PARCEL[,…] [options]' },
    does: {
      zh: '厂房排布：一宗地（或相邻几宗合为一处）的几种完整方案及指标；--out 写出采用每种方案后的文件',
      en: 'complete layouts of factory buildings on a parcel, or on several that adjoin as one, in figures; --out writes the land with each of them taken',
    },
    options: [
      'id',
      'far',
      'setback',
      'rowgap',
      'bay',
      'apron',
      'wish',
      'cleared',
      'kept',
      'prices',
      'out',
      ...reading,
      'json',
    ],
    examples: ['layout data/sample/city.geojson.gz --id D02676 --far 1.8 --cleared'],
  },
  dossier: {
    call: { zh: 'dossier 文件… 园区 [输出] [选项]', en: 'dossier FILE… PARK [OUT] [options]' },
    does: {
      zh: '一园一策报告：指标表、用地平衡表、对照结论、怎样改、平面图和界址点坐标；输出为 .docx、.xlsx 或 .json，不写则打印 JSON',
      en: 'one park’s report: indicators, land balance, findings, what would mend them, site plan, boundary points; as .docx, .xlsx or .json, printed as JSON without OUT',
    },
    options: ['paper', 'lying', 'map-scale', 'parts', ...law, ...reading],
    told: {
      parts: {
        value: { zh: '部分,…', en: 'PART,…' },
        what: {
          zh: `只要这些部分：${REPORT_PARTS.join('、')}`,
          en: `these parts only: ${REPORT_PARTS.join(', ')}`,
        },
      },
    },
    examples: [
      'dossier data/examples/park.geojson P1 park.docx',
      'dossier data/examples/park.geojson P1 park.docx --paper a3 --lying --map-scale 1000 --parts indicators,map,points',
    ],
  },
  evidence: {
    call: {
      zh: 'evidence 文件… --park 园区 --out 文件.html [选项]，或 evidence --check 文件.html',
      en: 'evidence FILE… --park PARK --out FILE.html [options], or evidence --check FILE.html',
    },
    does: {
      zh: '证据文件：一个园区的图、指标、结论及其依据，离线打开即自行核验；--check 核验一份',
      en: 'a park’s map, figures and verdicts with what they rest on, as one page that checks itself offline; --check checks one',
    },
    options: ['park', 'out', 'key', 'check', 'public-key', ...law, ...reading, 'json'],
    told: {
      park: {
        value: { zh: '编号', en: 'ID' },
        what: { zh: '园区编号或名称', en: 'the park, by id or name' },
      },
      out: {
        value: { zh: '文件.html', en: 'FILE.html' },
        what: { zh: '写到这个文件', en: 'the file to write' },
      },
    },
    examples: ['evidence data/examples/park.geojson --park P1 --out park.html', 'evidence --check park.html'],
  },
  convert: {
    call: { zh: 'convert 输入… 输出 [选项]', en: 'convert IN… OUT [options]' },
    does: {
      zh: '按扩展名转换：.geojson .txt .shp .gpkg .fgb .parquet .kml .kmz .dxf .csv .xlsx .ytp；只读：.gdb .vct .mif .ovkml .dat；多个输入合为一层',
      en: 'by the extension: .geojson .txt .shp .gpkg .fgb .parquet .kml .kmz .dxf .csv .xlsx .ytp; read only: .gdb .vct .mif .ovkml .dat; several inputs become one layer',
    },
    options: [...reading, 'encoding', 'unit', 'closing', 'rings', 'prefix', 'decimals'],
    examples: [
      'convert data/examples/parcels.txt parcels.gpkg',
      'convert data/examples/parcels.txt data/examples/broken.txt all.geojson --crs EPSG:4490',
    ],
  },
  repair: {
    call: { zh: 'repair 输入 [输出 --yes] [选项]', en: 'repair IN [OUT --yes] [options]' },
    does: {
      zh: '修复界线：自交、尖刺、近重合点、缝隙；先给建议与前后面积',
      en: 'sound boundaries: self-crossings, spikes, near-duplicate points, gaps; proposals with the areas before and after',
    },
    options: ['gap', 'near', 'yields', ...editing],
    examples: ['repair data/examples/broken.txt', 'repair data/examples/broken.txt 修复.txt --gap 0.1 --yes'],
  },
  split: {
    call: { zh: 'split 输入 [输出 --yes] --id 编号 …', en: 'split IN [OUT --yes] --id ID …' },
    does: {
      zh: '分割一宗地：沿线、等分或按面积，三者选一；先给建议与前后面积',
      en: 'one parcel in pieces: along a line, into equal parts or to areas, one of the three; proposals with the areas',
    },
    options: ['id', 'line', 'parts', 'areas', 'bearing', 'from', ...editing],
    examples: [
      'split data/examples/parcels.txt --id S1 --parts 2 --bearing 90',
      'split data/examples/parcels.txt 分割.txt --id S1 --areas 20000,30000 --from right --yes',
      'split data/examples/parcels.txt 分割.txt --id S1 --line "3847400,38406500 3847420,38406900" --yes',
    ],
  },
  merge: {
    call: { zh: 'merge 输入 [输出 --yes] --ids 编号,… [选项]', en: 'merge IN [OUT --yes] --ids ID,… [options]' },
    does: { zh: '合并相邻宗地', en: 'adjacent parcels into one' },
    options: ['ids', 'into', 'straighten', ...editing],
    examples: ['merge data/sample/city.geojson.gz 合并.geojson --ids D03717,D03718 --into D03717 --yes'],
  },
  snap: {
    call: {
      zh: 'snap 输入 [输出 --yes] --onto townships|zones --within 米 [选项]',
      en: 'snap IN [OUT --yes] --onto townships|zones --within METRES [options]',
    },
    does: {
      zh: '宗地贴合同一文件中的镇（街道）或开发区界线',
      en: 'parcels fitted to the borders of townships or zones in the same file',
    },
    options: ['onto', 'within', 'ids', ...editing],
    examples: ['snap data/sample/city.geojson.gz --onto townships --within 0.5'],
  },
  publish: {
    call: { zh: 'publish 文件夹 [文件…] [选项]', en: 'publish DIR [FILE…] [options]' },
    does: {
      zh: '公众地图：只含已公布内容的静态文件夹，放到任何网站都能用；不写文件则为示例城市',
      en: 'the public map: a folder of static files for any web host, of what is published alone; of the sample city without FILE',
    },
    options: ['settings', 'backdrop', 'keep', 'data-only', 'policy', 'date', ...reading],
    examples: ['publish 公众地图', 'publish 公众地图 data/sample/city.geojson.gz --date 2026-11-28'],
  },
  serve: {
    call: { zh: 'serve [选项]', en: 'serve [options]' },
    does: { zh: '在本机打开园图网页，或发布好的公众地图', en: 'the page, or a published map, on this computer' },
    options: ['folder', 'port', 'host'],
    examples: ['serve --port 8081', 'serve --folder 公众地图'],
  },
} as const satisfies Record<string, Usage>;

export type CommandName = keyof typeof usages;
export const isCommand = (name: string): name is CommandName => Object.hasOwn(usages, name);

/** The first line of a command's help, for refusals. */
export const callOf = (name: CommandName, language: Language): string => `yuantu ${usages[name].call[language]}`;
