import { describe, expect, it } from 'vitest';
import { isSensitive } from '@/utils/services/sensitive-sites';
import { nextResume, reachOf, siteState, withRule } from '@/utils/services/sites';
import type { SiteRule } from '@/utils/store/settings';

const now = 1_000_000;
const every = ['*://*/*'];
const wiki = 'https://wiki.example.com';
const rule = (rule: SiteRule['rule'], more: Partial<SiteRule> = {}): SiteRule[] => [
  { origin: wiki, rule, ...more },
];
const stateOf = (url: string, sites: SiteRule[], granted: string[]) =>
  siteState(url, sites, granted, now).rule;

describe('what happens on a site', () => {
  it.each<[string, string, SiteRule[], string[]]>([
    ['not-added', `${wiki}/a`, [], []],
    ['not-added', `${wiki}/a`, rule('on'), []],
    ['on', `${wiki}/a`, rule('on'), ['https://wiki.example.com/*']],
    ['on', `${wiki}/a`, rule('on'), ['https://*.example.com/*']],
    ['not-added', `${wiki}/a`, rule('on'), ['http://wiki.example.com/*']],
    ['on', `${wiki}/a`, rule('on'), ['*://wiki.example.com/*']],
    ['on', `${wiki}/a`, [], every],
    ['off', `${wiki}/a`, rule('off'), every],
    ['paused', `${wiki}/a`, rule('paused', { until: now + 1 }), every],
    ['on', `${wiki}/a`, rule('paused', { until: now }), every],
    ['sensitive', 'https://www.mybank.example/', [], every],
    ['on', 'https://www.mybank.example/', [{ origin: 'https://www.mybank.example', rule: 'on' }], every],
    ['impossible', 'about:blank', [], every],
    ['impossible', 'chrome://extensions', [], every],
    ['impossible', 'not an address', [], every],
  ])('%s: %s', (expected, url, sites, granted) => {
    expect(stateOf(url, sites, granted)).toBe(expected);
  });

  it('is nothing where only the handbook is fetched from', () => {
    expect(stateOf(`${wiki}/handbook`, [], ['https://wiki.example.com/*'])).toBe('not-added');
    expect(reachOf([], ['https://wiki.example.com/*'], now).matches).toEqual([]);
  });
});

describe('where scripts run', () => {
  it('is every site but those off and paused, once all are granted', () => {
    const sites = [...rule('off'), { origin: 'http://intranet:8080', rule: 'on' as const }];
    expect(reachOf(sites, every, now)).toEqual({ matches: every, excluded: ['https://wiki.example.com/*'] });
  });
  it('leaves a host whose one port is off and whose other is on to the page', () => {
    const sites = [
      { origin: 'http://localhost:3000', rule: 'off' as const },
      { origin: 'http://localhost:4000', rule: 'on' as const },
    ];
    expect(reachOf(sites, every, now).excluded).toEqual([]);
  });
  it('is the sites added, else', () => {
    const sites = [...rule('on'), { origin: 'http://intranet:8080', rule: 'on' as const }];
    expect(reachOf(sites, ['https://wiki.example.com/*'], now).matches).toEqual([
      'https://wiki.example.com/*',
      'http://intranet/*',
    ]);
  });
});

it('ends the earliest pause first', () => {
  const sites = [
    ...rule('paused', { until: now + 20 }),
    { origin: 'https://b.example', rule: 'paused' as const, until: now + 10 },
    { origin: 'https://c.example', rule: 'paused' as const, until: now - 10 },
  ];
  expect(nextResume(sites, now)).toBe(now + 10);
  expect(nextResume(rule('off'), now)).toBeUndefined();
});

it('changes one rule, and of it only what is asked', () => {
  const spoken = withRule([], wiki, { department: 'sales', until: 0 });
  expect(spoken).toEqual(rule('on', { department: 'sales' }));
  expect(withRule(spoken, wiki, { rule: 'off', until: 0 })).toEqual(rule('off', { department: 'sales' }));
  const paused = withRule(spoken, wiki, { rule: 'paused', department: null, until: 5 });
  expect(paused).toEqual(rule('paused', { until: 5 }));
  expect(withRule(paused, wiki, { department: 'rnd', until: 9 })).toEqual(
    rule('paused', { until: 5, department: 'rnd' }),
  );
});

describe('sensitive hosts', () => {
  it.each([
    'www.mybank.com',
    'ebanking-services.example',
    'www.alipay.com',
    'b2c.icbc.com.cn',
    'my-health.example',
    'pay.example.com',
    'www.bankofamerica.com',
    'www.bankofchina.com',
    'verified.capitalone.com',
    'bank.barclays.co.uk',
    'www.barclays.co.uk',
    'www.santander.com',
    'www.santander.co.uk',
    'www.sparkasse.de',
    'www.sparkasse-koelnbonn.de',
    'www.berliner-sparkasse.de',
    'www.deutsche-bank.de',
    'www.handelsbanken.se',
    'www.bancosantander.es',
    'www.webank.com',
    'pay.weixin.qq.com',
    'www.doctolib.de',
    'www.healthcare.gov',
    'etax.chinatax.gov.cn',
    'www.gjzwfw.gov.cn',
    'signin.account.gov.uk',
    'app.franceconnect.gouv.fr',
    'www.elster.de',
    'mijn.digid.nl',
    'secure.login.gov',
    'www.irs.gov',
  ])('%s is one', (host) => expect(isSensitive(host)).toBe(true));
  it.each([
    'snowbankhotel.example',
    'www.banksy.example',
    'bankruptcy-law.example',
    'hospitality.example',
    'clinicaltrials.example',
    'accredit.example',
    'patients-like-me.example',
    'chasing.example',
    'gov.uk',
    'www.gov.cn',
    'notlogin.gov.example',
    'wiki.example.com',
    'trello.com',
    'payload.example',
  ])('%s is none', (host) => expect(isSensitive(host)).toBe(false));
});
