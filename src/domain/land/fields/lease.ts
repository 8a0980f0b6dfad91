import { date, flag, internal, m2, months, orNull, text, yuanPerM2Month } from './type.ts';

/** 租赁合同: a contract between two parties, of which the public sees nothing. */
export const lease = {
  id: internal(text),
  /** The unit 单元 it lets and its building, of which the unit has its number; absent: it names none. */
  buildingId: internal(text),
  unitId: internal(text),
  /** 租赁面积; absent: the whole unit. */
  floorAreaM2: internal(m2),
  /** 签订日期 */
  signedOn: internal(date),
  /** 网签备案日期; `null`: not filed. */
  filedOn: internal(orNull(date)),
  /** First and last day of the term, both included. */
  startOn: internal(date),
  endOn: internal(date),
  /** 租金支付周期 */
  paymentPeriodMonths: internal(months),
  rentYuanPerM2Month: internal(yuanPerM2Month),
  /** Average rent of the same time and place 周边市场平均租金. */
  marketRentYuanPerM2Month: internal(yuanPerM2Month),
  /** 转租 */
  sublet: internal(flag),
} as const;
