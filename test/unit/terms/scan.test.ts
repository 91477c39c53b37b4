import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { Concept } from '@/utils/handbook/schema';
import { scan } from '@/utils/terms/scan';
import { Tokeniser } from '@/utils/terms/tokens';
import { Trie } from '@/utils/terms/trie';
import { buildVocabulary, formsBeginning } from '@/utils/terms/vocabulary';

type TermInput = v.InferInput<typeof Concept>['terms'][number];

const traditional: Record<string, string> = { 客户: '客戶', 灰度发布: '灰度發佈', 大客户: '大客戶' };

/** Marks of `text` (nodes joined by nothing; `null` is a block's end) with one concept a term. */
function marks(terms: TermInput[], ...nodes: Array<string | null>): string[] {
  const concepts = terms.map((term, i) => v.parse(Concept, { id: `c${i}`, terms: [term], definition: 'd' }));
  const vocabulary = buildVocabulary(concepts, (text) => [traditional[text] ?? text]);
  const trie = new Trie();
  for (const form of formsBeginning(vocabulary, [...new Set(vocabulary.keys)])) trie.add(form);
  const texts = nodes.filter((node) => node !== null);
  const tokeniser = new Tokeniser();
  let index = 0;
  for (const node of nodes) {
    if (node === null) tokeniser.break();
    else tokeniser.read(node, index++);
  }
  return scan(tokeniser.finish(), texts, trie).map((match) =>
    match.startNode === match.endNode
      ? texts[match.startNode]!.slice(match.start, match.end)
      : texts[match.startNode]!.slice(match.start) +
        texts.slice(match.startNode + 1, match.endNode).join('') +
        texts[match.endNode]!.slice(0, match.end),
  );
}

describe('leftmost, longest', () => {
  it('takes the longest term that begins first', () => {
    expect(marks(['net revenue', 'revenue', 'net'], 'The net revenue, and the net of revenue.')).toEqual([
      'net revenue',
      'net',
      'revenue',
    ]);
    expect(marks(['revenue growth', 'net revenue'], 'net revenue growth')).toEqual(['net revenue']);
  });
  it('falls back to a shorter term where the longer is not spelt to the end', () => {
    expect(marks(['net', 'net revenue growth'], 'net revenue fell')).toEqual(['net']);
  });
});

describe('Latin bounds', () => {
  it.each([
    ['leader misleading leads', ['leads']],
    ['在lead增长', ['lead']],
    ['lead_time user_lead', []],
    ['lead.ts and lead. And', ['lead']],
    ['https://lead.example.com/lead', []],
    ['a lead@example.com', []],
    ['/usr/lead and sales/lead', ['lead']],
    ["the lead's, leads' and 'lead'", ["lead's", 'leads', 'lead']],
    ["he'd lead'd", []],
    ['(lead) “lead”', ['lead', 'lead']],
  ])('%s', (text, expected) => {
    expect(marks(['lead'], text)).toEqual(expected);
  });
});

describe('acronyms', () => {
  it('match by case', () => {
    expect(marks(['IT', 'US', 'SLA'], 'it gave us IT; It, Us, US; SLA, SLAs, sla, ＳＬＡ')).toEqual([
      'IT',
      'US',
      'SLA',
      'SLAs',
      'ＳＬＡ',
    ]);
  });
  it('match in any case where the term says so', () => {
    expect(marks([{ text: 'GMV', language: 'en', match: { case: false } }], 'gmv Gmv GMV')).toHaveLength(3);
  });
  it('match with the signs they hold', () => {
    expect(marks(['R&D', 'A/B test', 'C++'], 'R&D ran an a/b test in C++.')).toEqual([
      'R&D',
      'a/b test',
      'C++',
    ]);
  });
});

describe('capitals', () => {
  it.each([
    ['SAFe', 'safe, Safe, SAFe', ['SAFe']],
    ['DoS', 'dos, DOS, a DoS', ['DoS']],
    ['COMPASS', 'a compass, the COMPASS', ['COMPASS']],
    ['U.S.C.', '18 U.S.C. 1030, u.s.c.', ['U.S.C.']],
    ['V.', 'v. 2', []],
    ['DevOps', 'devops, DevOps', ['devops', 'DevOps']],
    ['SaaS', 'saas, SaaS', ['saas', 'SaaS']],
    ['BOM revision', 'bom revision', ['bom revision']],
    ['VIP客户', 'vip客户', ['vip客户']],
  ])('of %s in %s', (term, text, expected) => {
    expect(marks([term], text)).toEqual(expected);
  });

  it.each([
    ['IT IS IMPORTANT TO US ALL', []],
    ['IMPORTANT: IT WORKS', []],
    ["IT'S THERE, and IT's budget", ["IT's"]],
    ['The IT department, and US sales', ['IT', 'US']],
    ['Ask IT', ['IT']],
    ['IT', ['IT']],
    ['IT SLA', ['IT', 'SLA']],
    ['联系IT部门', ['IT']],
    ['SLA REPORT FOR THE QUARTER', ['SLA']],
    ['IT 2026', ['IT']],
  ])('in a line of capitals say nothing of a common word: %s', (text, expected) => {
    expect(marks(['IT', 'US', 'SLA'], text)).toEqual(expected);
  });

  it('inside a name made with signs are not an acronym', () => {
    expect(marks(['AT', 'T', 'C', 'R'], 'AT&T, C++, C#; C, R & C; R, C+')).toEqual(['C', 'R', 'C', 'R']);
  });
});

describe('Han bounds', () => {
  it.each([
    ['服务', '服务器与服务，新服务上线', ['服务', '服务']],
    ['容器', '容器化不是容器', ['容器']],
    ['服务', '服务端、服务端口', ['服务']],
    ['服务', '访问某些服务端的服务，现代服务器具有', ['服务']],
    ['版本', '新版本和版本的，对版本，在版本', ['版本', '版本', '版本', '版本']],
    ['方案', '对方案的意见', ['方案']],
    ['虚拟', '虚拟化工具、虚拟化解决方案、虚拟与现实', ['虚拟']],
    ['线索', '产品线索引和销售线索', ['线索']],
    ['客户', '大客户、客戶的客户端', ['客户', '客戶', '客户'].slice(0, 2)],
    ['GMV', '在GMV增长时ＧＭＶ', ['GMV', 'ＧＭＶ']],
    ['交付', '交\n付 与 交 付', ['交\n付']],
  ])('%s in %s', (term, text, expected) => {
    expect(marks([term], text)).toEqual(expected);
  });
  it('matches a part of a word where the term says so', () => {
    expect(marks([{ text: '服务', language: 'zh-CN', match: { whole: false } }], '服务器')).toEqual(['服务']);
  });
});

describe('what may stand inside a term', () => {
  it.each([
    ['net  revenue', 1],
    ['net\n   revenue', 1],
    ['net\u00a0revenue', 1],
    ['net-revenue', 1],
    ['net\u2011revenue', 1],
    ['net\u2013revenue', 1],
    ['net-\n  revenue', 1],
    ['net rev\u00adenue', 1],
    ['net - revenue', 0],
    ['net. Revenue', 0],
    ['net, revenue', 0],
    ['net\u2014revenue', 0],
  ])('%j', (text, count) => {
    expect(marks(['net revenue'], text)).toHaveLength(count);
  });
  it('is an element border, but not a block border', () => {
    expect(marks(['net revenue'], 'the ', 'net', ' reve', 'nue.')).toEqual(['net revenue']);
    expect(marks(['net revenue'], 'the net', null, 'revenue')).toEqual([]);
  });
  it('is nothing where a term with a hyphen is written closed up', () => {
    expect(marks(['e-mail', 'follow-up'], 'email, e-mail, e mail, Followups')).toHaveLength(4);
  });
});

describe('phrases in which it is not meant', () => {
  it.each([
    ['lead', ['lead time', 'take the lead'], 'A lead, the lead\ntime, they take the lead.', ['lead']],
    ['sign', ['sign-in'], 'sign in, sign-in, signin page; sign it', ['sign']],
    ['lead', ['lead time'], 'Lead times, lead timer', ['lead']],
    ['return', ['return to'], 'return tomorrow, return to the shop', ['return']],
    ['客户', ['大客户'], '大客户和老客户，重大客戶', ['客户']],
    ['客户', ['大客户'], '大客戶', []],
    ['email', ['e-mail list'], 'email list, e-mail list, email', ['email']],
  ])('of %s, %j: %s', (text, never, around, expected) => {
    expect(marks([{ text, language: 'en', match: { never } }], around)).toEqual(expected);
  });
});

describe('a term that also stands inside longer words', () => {
  const part = (text: string, never: string[] = []) => ({
    text,
    language: 'en',
    match: { whole: false, never },
  });
  it('is marked alone and inside them', () => {
    expect(marks([part('cyber')], 'Cyber risk, cybersecurity, a hypercyber word')).toEqual([
      'Cyber',
      'cyber',
      'cyber',
    ]);
  });
  it('is not marked in phrases in which it is not meant', () => {
    const term = part('cyber', ['cyber monday', 'cyberpunk']);
    expect(marks([term], 'Cyber Monday, cyberpunk, cybersecurity')).toEqual(['cyber']);
  });
  it('is not marked in an address', () => {
    expect(
      marks([part('port')], 'https://example.com/port/x reports.csv, a@port.example; the report'),
    ).toEqual(['port']);
  });
  it('gives way to another that is meant there', () => {
    expect(marks([part('cyber', ['cybersecurity']), part('security')], 'cybersecurity')).toEqual([
      'security',
    ]);
  });
});

it('is taken in its very case before it is in any', () => {
  const terms = ['SAFe', 'safe'];
  const found = (text: string) => marks(terms, text);
  expect(found('SAFe is safe, Safe')).toEqual(['SAFe', 'safe', 'Safe']);
});

it('holds characters outside the BMP', () => {
  expect(marks(['𠮷野'], '在𠮷野，😀𠮷野')).toEqual(['𠮷野', '𠮷野']);
});
