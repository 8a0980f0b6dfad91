import type { Language } from '../texts/language.ts';

/** What `yuantu help` prints. */
export const usage: Record<Language, string> = {
  zh: `园图 yuantu：小微企业园的面积、容积率与政策对照

  yuantu figures 文件… [--crs EPSG:n] [--layer 图层] [--datum gcj02|bd09|as-is] [--precision 米|--scale 分母] [--json] 每宗地的面积（平面、椭球、登记）、周长与界线问题；多个文件合为一层，注明来源文件
  yuantu check 文件… [--policy zhengzhou-draft] [--date YYYY-MM-DD] [--precision 米|--scale 分母] [--json]   逐条对照政策；多个文件合为一层；界址点中误差或底图比例尺用于判断临界
  yuantu dossier 文件… 园区 [输出.docx|.xlsx|.json] [--date YYYY-MM-DD] [--precision 米|--scale 分母]   一园一策：指标表、用地平衡表、对照结论、怎样改
  yuantu convert 输入… 输出 [--crs EPSG:n] [--layer 图层]   多个输入合为一层；在 GeoJSON、界址点 TXT、Shapefile、GeoPackage、FlatGeobuf、GeoParquet、KML/KMZ、DXF、CSV、Excel 等之间转换
    写 TXT 时可加 [--encoding gbk|utf-8] [--unit m2|hectare|mu 面积单位] [--closing Jn|J1|none 闭合点] [--rings plot|file 圈号] [--prefix yes|no 带号] [--decimals 小数位]
  yuantu repair 输入 [输出 --yes] [--gap 米] [--near 米] [--yields later|smaller|编号,…] [--json]   修复界线：先给建议与前后面积，--yes 才写入
  yuantu split 输入 [输出 --yes] --id 编号 (--line "X,Y X,Y"|--parts 份数|--areas m²,…) [--bearing 方位角] [--from left|right]   分割：沿线（经度,纬度或东,北；北,东也认）、等分或按面积；方位角是分割线的走向，0 为正北
  yuantu merge 输入 [输出 --yes] --ids 编号,… [--into 编号] [--straighten]   合并相邻宗地；--straighten 略去直线上的多余界址点
  yuantu snap 输入 [输出 --yes] --onto townships|zones --within 米 [--ids 编号,…]   宗地贴合镇（街道）或开发区界线
  yuantu serve [--port 8080]                         在本机打开园图网页

  读文件的命令都可加 --crs（坐标系）、--layer（多图层时选一个）、--datum gcj02|bd09|as-is（确认经纬度是否偏移）。支持的格式和限制见 docs/formats.md。
  --lang zh|en 选择语言。输出文件已存在时整个替换；出错或中断（Ctrl+C）时保持原样。退出码：0 完成；1 完成但有硬性条款不符合；2 输入不可用。`,
  en: `yuantu: areas, plot ratios and policy findings for small-enterprise parks

  yuantu figures FILE… [--crs EPSG:n] [--layer NAME] [--datum gcj02|bd09|as-is] [--precision METRES|--scale N] [--json] every parcel's area (plane, ellipsoid, registered), perimeter, boundary problems; several files are one layer
  yuantu check FILE… [--policy zhengzhou-draft] [--date YYYY-MM-DD] [--precision METRES|--scale N] [--json]   findings clause by clause, several files as one; the error of boundary points tells what is borderline
  yuantu dossier FILE… PARK [OUT.docx|.xlsx|.json] [--date YYYY-MM-DD] [--precision METRES|--scale N]   one park's dossier: indicators, land balance, findings, what would mend them
  yuantu convert IN… OUT [--crs EPSG:n] [--layer NAME]   several become one layer; between GeoJSON, boundary-point TXT, Shapefile, GeoPackage, FlatGeobuf, GeoParquet, KML/KMZ, DXF, CSV, Excel and more
    for a TXT [--encoding gbk|utf-8] [--unit m2|hectare|mu] [--closing Jn|J1|none] [--rings plot|file] [--prefix yes|no] [--decimals N]
  yuantu repair IN [OUT --yes] [--gap METRES] [--near METRES] [--yields later|smaller|ID,…] [--json]   sound boundaries, with areas before and after; writes only with --yes
  yuantu split IN [OUT --yes] --id ID (--line "X,Y X,Y"|--parts N|--areas M2,…) [--bearing DEG] [--from left|right]   along a line (longitude,latitude or east,north; the other order is understood), into equal parts or to areas; the bearing is the way the cuts run, 0 is north
  yuantu merge IN [OUT --yes] --ids ID,… [--into ID] [--straighten]   adjacent parcels into one; --straighten leaves out points where nothing bends
  yuantu snap IN [OUT --yes] --onto townships|zones --within METRES [--ids ID,…]   parcels fitted to the borders of townships or zones
  yuantu serve [--port 8080]                        open the page on this computer

  Every command that reads a file takes --crs, --layer (one of several) and --datum gcj02|bd09|as-is (what its degrees are). Formats and limits: docs/formats.md.
  --lang zh|en chooses the language. An output that is there is replaced whole, or stays as it was when anything fails or Ctrl-C ends it. Exit: 0 done; 1 done and a hard rule fails; 2 unusable input.`,
};
