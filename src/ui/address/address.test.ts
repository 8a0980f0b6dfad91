import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress } from './address.ts';

describe('the address', () => {
  it('reads place, selection and language', () => {
    expect(parseAddress('#at=113.62541,34.74821,13.20&park=P-007&lang=en')).toEqual({
      place: { lon: 113.62541, lat: 34.74821, zoom: 13.2 },
      parkId: 'P-007',
      language: 'en',
    });
  });

  it('carries the day of judgement, and only one that exists', () => {
    expect(formatAddress({ workspace: 'policy', date: '2021-06-01' })).toBe('#desk=policy&date=2021-06-01');
    expect(parseAddress('#date=2021-06-01')).toEqual({ date: '2021-06-01' });
    for (const wrong of ['2021-02-30', '2021-6-1', 'yesterday', '20210601'])
      expect(parseAddress(`#date=${wrong}`)).toEqual({});
  });

  it('names the desk; links of before are understood', () => {
    expect(parseAddress('#desk=sketch')).toEqual({ workspace: 'sketch' });
    expect(parseAddress('#view=policy&rule=far.minimum')).toEqual({ workspace: 'policy', ruleId: 'far.minimum' });
    expect(parseAddress('#desk=public')).toEqual({});
    expect(parseAddress('#desk=nowhere')).toEqual({});
  });

  it('names the step of the supply desk, where it is not the first that is worked at', () => {
    expect(parseAddress('#desk=supply&step=assemble')).toEqual({ workspace: 'supply', step: 'assemble' });
    expect(formatAddress({ workspace: 'supply', step: 'ledger' })).toBe('#desk=supply&step=ledger');
    for (const none of ['screen', 'nowhere', '']) expect(parseAddress(`#step=${none}`)).toEqual({});
  });

  it('names the township in hand', () => {
    const address = { workspace: 'supply', step: 'assemble', township: '410181001 410181' } as const;
    expect(parseAddress(formatAddress(address))).toEqual(address);
  });

  it('holds what of the law is read, tried and lies open', () => {
    const address = {
      workspace: 'policy',
      ruleId: 'far.minimum',
      view: 'trial',
      trial: { parameter: 'far.minimum=x,0', value: 1.75 },
      clauseOf: 'scale.service',
    } as const;
    expect(parseAddress(formatAddress(address))).toEqual(address);
    for (const wrong of ['', 'far.minimum', 'far.minimum=', 'far.minimum=x', 'far.minimum=-1', '=2'])
      expect(parseAddress(`#try=${wrong}`).trial).toBeUndefined();
  });

  it.each(['', '#', '#at=1,2', '#at=1,2,3,4', '#at=,,', '#at=200,0,3', '#at=a,b,c', '#lang=fr', '#park='])(
    'leaves out what it cannot use: %s',
    (hash) => expect(parseAddress(hash)).toEqual({}),
  );

  it('comes back as it went out, whatever the ids are', () => {
    const id = fc.string({ minLength: 1, unit: 'grapheme' });
    fc.assert(
      fc.property(id, id, id, fc.constantFrom('zh' as const, 'en' as const), (parkId, parcelId, query, language) => {
        const address = { parkId, parcelId, query, filter: 'idle', language };
        expect(parseAddress(formatAddress(address))).toEqual(address);
      }),
    );
  });

  it('keeps commas readable', () => {
    expect(formatAddress({ place: { lon: 113.1, lat: 34.2, zoom: 12 } })).toBe('#at=113.10000,34.20000,12.00');
  });
});
