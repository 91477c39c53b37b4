/** Terms of both languages, and what a query finds of them. */
import { buildSearch } from '@/utils/handbook/search/build';
import { search } from '@/utils/handbook/search/query';
import { loadReadings } from '@/utils/handbook/search/readings';

export const english = [
  'gross margin',
  'margin',
  'net margin',
  'marginal cost',
  'retention',
  'retention rate',
  'conversion',
  'conversion rate',
  'churn rate',
  'delivery',
  'deliverable',
  'lead time',
  'lead',
  'R&D',
  'e-mail campaign',
  'go-live',
  'C++ client',
  'GMV',
  'SLA',
  'Café',
];
const chinese = [
  '交付',
  '交付日期',
  '转化率',
  '客户转化率',
  '客户转化',
  'GMV增长',
  '行业',
  '银行',
  '重庆仓',
  '重量',
  '词汇',
  '词汇表',
  '灰度发布',
  '绿色通道',
  '缴费',
];
const entries = [
  ...english.map((text) => ({ text, language: 'en' })),
  ...chinese.map((text) => ({ text, language: 'zh-CN' })),
].map((entry, concept) => ({ ...entry, concept }));

/** How characters are read, as the extension has it. */
export const readings = await loadReadings();
const index = buildSearch(entries, { readings });

export const found = (query: string) => search(index, query, { limit: 100 });
export const texts = (query: string) => found(query).map(({ text }) => text);
export const matchOf = (query: string, text: string) =>
  found(query).find((result) => result.text === text)?.match;
