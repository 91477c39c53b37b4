import { describe, expect, it } from 'vitest';
import { isSensitive } from '@/utils/services/sensitive-sites';
import { isCovered, nextResume, reachOf, siteState, withRule, workspaceReach } from '@/utils/services/sites';
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

describe('where boards and mail are read', () => {
  const hosted = ['https://trello.com/*', 'https://*.atlassian.net/*'];
  const board = { origin: wiki, rule: 'on', host: 'board' } as const;
  const trello: SiteRule = { origin: 'https://trello.com', rule: 'on' };
  const shop: SiteRule = { origin: 'https://shop.atlassian.net', rule: 'on' };
  it.each<[string, string[], SiteRule[], string[]]>([
    ['no site is added: nowhere', [], [], []],
    ['a site that is nothing of the kind', [], rule('on'), []],
    ['a site that the user named', ['https://wiki.example.com/*'], [board], []],
    [
      'known hosts that were added',
      ['https://trello.com/*', 'https://shop.atlassian.net/*'],
      [trello, shop],
      [],
    ],
    ['every site: the known hosts', hosted, [], every],
    ['every site, and one named', [...hosted, 'https://wiki.example.com/*'], [board], every],
    ['every site, one named and turned off', hosted, [{ ...board, rule: 'off' }], every],
    ['every site, one named whose pause is over', [...hosted, 'https://wiki.example.com/*'],
      [{ ...board, rule: 'paused', until: now - 1 }], every], // biome-ignore format: a table
  ])('%s', (_, matches, sites, granted) => {
    expect(workspaceReach(sites, granted, hosted, now).matches).toEqual(matches);
  });

  it('leaves out what is silent', () => {
    const sites: SiteRule[] = [
      { ...trello, rule: 'off' },
      { ...board, rule: 'paused', until: now + 1 },
    ];
    expect(workspaceReach(sites, every, hosted, now)).toEqual({
      matches: hosted,
      excluded: ['https://trello.com/*', 'https://wiki.example.com/*'],
    });
  });

  it.each([
    [true, 'https://trello.com/b/1', hosted],
    [true, 'https://shop.atlassian.net/', hosted],
    [true, 'https://atlassian.net/', hosted],
    [true, 'http://trello.com:8080/', ['*://trello.com/*']],
    [false, 'http://trello.com/b/1', hosted],
    [false, 'https://eviltrello.com/', hosted],
    [false, 'https://trello.com.evil.example/', hosted],
    [false, 'https://notatlassian.net/', hosted],
    [false, 'https://trello.com/', []],
    [false, 'https://trello.com/', ['nonsense']],
  ])('%s: %s is covered', (covered, url, patterns) => {
    expect(isCovered(url, patterns)).toBe(covered);
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
