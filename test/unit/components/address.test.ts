import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHeaderValue, readAddress } from '@/components/address';

describe('readAddress', () => {
  it.each([
    ['https://a.example.com/h.json', 'https://a.example.com/h.json'],
    ['  http://a.example.com  ', 'http://a.example.com/'],
    ['a.example.com/h.json', 'https://a.example.com/h.json'],
    ['wiki/h.json', 'https://wiki/h.json'],
    ['localhost:8080', 'http://localhost:8080/'],
    ['127.0.0.1:8770/h.json', 'http://127.0.0.1:8770/h.json'],
    ['[::1]:8080/h.json', 'http://[::1]:8080/h.json'],
    ['手册.example.com', 'https://xn--26q012b.example.com/'],
  ])('reads %s', (typed, address) => {
    expect(readAddress(typed).address?.href).toBe(address);
  });

  it.each([
    ['', 'address_empty'],
    ['   ', 'address_empty'],
    ['two words', 'address_broken'],
    ['https://', 'address_broken'],
    ['ftp://a.example.com/h.json', 'address_not_web'],
    ['file:///home/h.json', 'address_not_web'],
    ['https://ann@a.example.com/', 'address_secret'],
    ['ann:secret@a.example.com', 'address_secret'],
  ])('says what is wrong with “%s”', (typed, problem) => {
    expect(readAddress(typed)).toEqual({ problem });
  });

  it('gives an http or https address without a secret, or a problem, whatever is typed', () => {
    const start = fc.constantFrom(
      '',
      'https://',
      'HTTP://',
      'ftp://',
      'localhost:',
      'ann:secret@',
      'mailto:',
    );
    fc.assert(
      fc.property(start, fc.string({ unit: 'binary' }), (scheme, rest) => {
        const { address, problem } = readAddress(scheme + rest);
        expect(Boolean(address) !== Boolean(problem)).toBe(true);
        if (address) {
          expect(address.protocol).toMatch(/^https?:$/);
          expect(address.username + address.password).toBe('');
        }
      }),
    );
  });
});

it('takes only what a header can carry', () => {
  expect(isHeaderValue('Bearer abc.DEF-123==')).toBe(true);
  expect(isHeaderValue('')).toBe(true);
  expect(isHeaderValue('Bearer 令牌')).toBe(false);
  expect(isHeaderValue('a\r\nX-Other: b')).toBe(false);
});
