import { expect, it } from 'vitest';
import { dictionaryOf } from '../fields/dictionary.ts';
import { columnsOf, wordOf } from './columns.ts';
import { readDefinition, readDomain } from './definition.ts';
import { TYPE, type Field } from './head.ts';
import type { GdbLayer } from './layers.ts';
import { Parts } from './parts.ts';

/* As ArcGIS writes items: subtypes 子类型 with domains of their own. */
const xml = `<DEFeatureClassInfo xmlns:typens="x"><DatasetType>esriDTFeatureClass</DatasetType>
<GPFieldInfoExs><GPFieldInfoEx><Name>KIND</Name></GPFieldInfoEx>
<GPFieldInfoEx><Name>STATE</Name><DomainName>状态</DomainName></GPFieldInfoEx></GPFieldInfoExs>
<AliasName>宗地</AliasName><FeatureType>esriFTSimple</FeatureType><ShapeType>esriGeometryPolygon</ShapeType>
<AreaFieldName>TXMJ</AreaFieldName><LengthFieldName/><SpatialReference><WKT>x</WKT><WKID>4526</WKID><LatestWKID>4526</LatestWKID></SpatialReference>
<SubtypeFieldName>Kind</SubtypeFieldName><DefaultSubtypeCode>1</DefaultSubtypeCode>
<Subtypes><Subtype><SubtypeName>国有</SubtypeName><SubtypeCode>1</SubtypeCode><FieldInfos/></Subtype>
<Subtype><SubtypeName>集体</SubtypeName><SubtypeCode>2</SubtypeCode><FieldInfos><SubtypeFieldInfo><FieldName>state</FieldName>
<DomainName>集体状态</DomainName></SubtypeFieldInfo></FieldInfos></Subtype></Subtypes></DEFeatureClassInfo>`;
const domainXml = (name: string, word: string) =>
  `<GPCodedValueDomain2><DomainName>${name}</DomainName><CodedValues><CodedValue><Name>${word}</Name><Code>A</Code></CodedValue></CodedValues></GPCodedValueDomain2>`;

const field = (name: string, alias = '', type: number = TYPE.text): Field => ({ name, alias, type, isNullable: true });

it('codes are the words of the domain a column has, or has in the subtype of the row', () => {
  const definition = readDefinition(xml)!;
  expect([definition.alias, definition.epsg, definition.shapeType]).toEqual(['宗地', 4526, 'esriGeometryPolygon']);
  const named = ['状态', '集体状态'].map((name, i) => readDomain(domainXml(name, ['在用', '闲置'][i]))!);
  const domains = new Map(named.map(({ name, words }) => [name, words]));
  const listed = { id: 9, name: 'ZD', definition };
  const layer: GdbLayer = { parts: new Parts('', []), listed, domains, kind: 'polygon', label: 'ZD 宗地' };
  const fields = [field('STATE'), field('KIND', '', TYPE.int32), field('TXMJ', '面积')];
  const { of, subtype } = columnsOf(fields, layer, dictionaryOf());
  expect(subtype).toBe(1);
  const said = (state: string | null, kind: number | null) => [wordOf(of[0]!, state, kind), wordOf(of[1]!, kind, kind)];
  expect(said('A', 1)).toEqual(['在用', '国有']);
  expect(said('A', 2)).toEqual(['闲置', '集体']);
  expect(said('A', null)).toEqual(['在用', null]);
  // What stands for nothing stays.
  expect(said('Z', 7)).toEqual(['Z', 7]);
  // The area that is computed from the shape keeps its name, whatever its alias.
  expect(of[2]!.name).toBe('TXMJ');
});

it('an item of another kind, or none that is XML, defines nothing', () => {
  expect(readDefinition('<GPRangeDomain2><DomainName>x</DomainName></GPRangeDomain2>')).toBeNull();
  expect(readDefinition('<a><b>')).toBeNull();
  expect(readDomain('<GPRangeDomain2><DomainName>x</DomainName></GPRangeDomain2>')).toBeNull();
});
