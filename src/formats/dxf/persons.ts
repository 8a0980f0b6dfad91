/*
 * Whether a holder of land is an organisation: names of persons are not read from drawings, which go on to maps that anyone
 * sees. In doubt a name is a person's.
 */

const ends =
  /(公司|集团|工厂|厂|企业|合作社|合作联社|商行|银行|信用社|局|委员会|管委会|政府|办事处|街道办|服务中心|中心|学校|大学|学院|中学|小学|幼儿园|医院|卫生院|研究院|研究所|设计院|村委会|居委会|村民小组|村民组|小组|村|社区|大队|部队|总队|支队|站|所|处|部|队|协会|学会|基金会|寺|教堂|敬老院|国家|国有)$/u;

/** As many characters as the name of a person has, of whatever people of the country. */
const MOST_OF_A_SHORT_NAME = 3;

/** Every holder in the text is one that no person is called. */
export function isOrganisation(text: string): boolean {
  const names = text
    .replace(/[（(][^（）()]*[）)]/gu, '')
    .split(/[、,，;；/\s]+/u)
    .filter(Boolean);
  return names.length > 0 && names.every((name) => name.length > MOST_OF_A_SHORT_NAME && ends.test(name));
}

/** Two to four characters of Chinese, or a name with a dot between: what a person may be called. */
export function mayBePerson(text: string): boolean {
  // A name of two characters is often spread to the width of three.
  const name = text.replace(/\s/g, '');
  return (
    !isOrganisation(name) &&
    (/^\p{Script=Han}{2,4}$/u.test(name) || /^\p{Script=Han}+[·•．]\p{Script=Han}+$/u.test(name))
  );
}

/** Whether a text has the name of a holder in it, alone or with words beside: 权利人：张三. */
export function namesPerson(text: string, person: string): boolean {
  const [all, name] = [text, person].map((own) => own.replace(/\s/g, ''));
  // Some write 无 or 0 for a holder who is not known, which stand in other texts as well.
  return name.length > 1 && /\p{L}/u.test(name) ? all.includes(name) : all === name;
}

/** Numbers of identity cards 身份证号 and of telephones, wherever they stand. */
export const tellsPerson = (text: string): boolean =>
  /(?<!\d)(\d{17}[\dXx]|1[3-9]\d{9}|0\d{2,3}-\d{7,8})(?!\d)/.test(text);

/** The same of a number that is called one. */
export const saysPerson = (text: string): boolean => /电话|手机|身份证/u.test(text) && tellsPerson(text);
