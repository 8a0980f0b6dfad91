import { classNameOf } from './class-names.ts';
import { isOrganisation, saysPerson, tellsPerson } from './persons.ts';
import { codeOf, parcelCode, type Xdata } from './xdata.ts';

/**
 * The further applications of a parcel that CASS 南方 writes once its attributes were edited, by the column they become.
 * Those of persons (FRDB… 法人代表, DLR… 代理人, TXDZ 通讯地址), of neighbours (四至) and free texts that may name some
 * (QSLYZM, SBJZWQS) are none of them.
 */
const columns: Readonly<Record<string, string>> = {
  TDZL: '土地坐落', MPH: '门牌号', YBDJH: '预编地籍号', TDZH: '土地证号', TUFU: '图幅号', DWXZ: '单位性质',
  QSXZ: '权属性质', SYQLX: '使用权类型', TDDJ: '土地等级', PZTDYT: '批准用途', JZMJ: '建筑占地面积', BDDJ: '标定地价',
  SBDJ: '申报地价', SHRQ: '审核日期', DJRQ: '登记日期', ZZRQ: '终止日期', SJZGBM: '主管部门', TDSYZ: '土地所有者',
}; // prettier-ignore
/** Where a person holds the land it is that person's address. */
const addresses: ReadonlySet<string> = new Set(['TDZL', 'MPH']);
/** Numbers, figures and days are what they are, whatever else has as many digits; words beside them may say otherwise. */
const figures: ReadonlySet<string> = new Set(['YBDJH', 'TDZH', 'TUFU', 'JZMJ', 'BDDJ', 'SBDJ', 'SHRQ', 'DJRQ', 'ZZRQ']);
/** Read only where an organisation is named. */
const holders: ReadonlySet<string> = new Set(['SJZGBM', 'TDSYZ']);

export interface CassParcel {
  readonly id?: string;
  /** 权利人, of organisations alone. */
  readonly holder?: string;
  /** What the holder is called where it may be a person: for finding it in other texts, and never read. */
  readonly person?: string;
  readonly landClass?: string;
  readonly className?: string;
  readonly more: Readonly<Record<string, string>>;
}

/** What CASS says of a parcel 宗地: 宗地号, 权利人, 地类, and its further attributes; null for what is none. */
export function parcelOf(xdata: Xdata): CassParcel | null {
  if (codeOf(xdata) !== parcelCode) return null;
  const [, id, holder, landClass] = xdata.get('SOUTH') ?? [];
  const person = holder && !isOrganisation(holder) ? holder : undefined;
  const more = Object.entries(columns).flatMap(([application, column]) => {
    const text = xdata.get(application)?.join(' ').trim() ?? '';
    const isLeft = person !== undefined && addresses.has(application);
    const isOfPerson = figures.has(application) ? saysPerson(text) : tellsPerson(text);
    if (text === '' || isLeft || isOfPerson || (holders.has(application) && !isOrganisation(text))) return [];
    return [[column, text]];
  });
  const className = landClass && classNameOf(landClass);
  return {
    ...(id && { id }),
    ...(holder && person === undefined && { holder }),
    ...(person !== undefined && { person }),
    ...(landClass && { landClass }),
    ...(className && { className }),
    more: Object.fromEntries(more) as Readonly<Record<string, string>>,
  };
}
