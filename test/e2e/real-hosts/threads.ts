/** What departments of the sample handbook write to each other, in English and in Chinese, plain and with HTML. */
import type { Mail } from './mail';

/** In whose mailbox all of it lies: somebody of R&D. */
export const reader = 'zhang.min@rnd.example.com';

const sales = 'Liu Wei <liu.wei@sales.example.com>';
const operations = 'Chen Jie <chen.jie@operations.example.com>';
const production = '王强 <wang.qiang@production.example.com>';
const quality = '李娜 <li.na@quality.example.com>';
const service = 'Zhao Lei <zhao.lei@service.example.com>';
const finance = 'Sun Yan <sun.yan@finance.example.com>';

const on = (day: number, time: string) => new Date(`2026-11-${day}T${time}:00+08:00`);

/** Of Desk Lamp 3, from Sales, plain. */
export const fromSales: Mail = {
  from: sales,
  to: [`Zhang Min <${reader}>`],
  cc: [operations],
  subject: '[Desk Lamp 3] Delivery of the first order',
  date: on(18, '10:12'),
  messageId: '<first-order@sales.example.com>',
  text: `Hello Zhang Min,

they ask for a delivery before the holidays. Can we keep that?

Please answer by Friday.

Liu Wei`,
};

/** Its answer, from Operations, with HTML. */
export const fromOperations: Mail = {
  from: operations,
  to: [sales],
  cc: [`Zhang Min <${reader}>`],
  subject: 'Re: [Desk Lamp 3] Delivery of the first order',
  date: on(18, '14:40'),
  inReplyTo: '<first-order@sales.example.com>',
  text: 'The delivery leaves the warehouse on Friday if stock is not on hold.',
  html: `<p>Hello both,</p>
<p>the <b>delivery</b> leaves the warehouse on Friday if the <i>stock</i> is not on hold.</p>
<ul><li>The order is in the shop system.</li><li>Its lead time is six days.</li></ul>
<p>Chen Jie</p>`,
};

/** Of the same project, from Production, Chinese, with HTML. */
export const fromProduction: Mail = {
  from: production,
  to: [`张敏 <${reader}>`],
  cc: [quality],
  subject: '台灯三代 首批交付和排期',
  date: on(19, '09:05'),
  messageId: '<first-batch@production.example.com>',
  text: '张工：首批下周三交付，排期见附表。',
  html: `<p>张工：</p>
<p>首批 500 台下周三<b>交付</b>入库，<span style="color:#a00">排期</span>已按新版本调整。</p>
<p>良率连续两批低于目标，请看一下返工记录。</p>
<p>王强</p>`,
};

/** Its answer, from Quality, Chinese, plain. */
const fromQuality: Mail = {
  from: quality,
  to: [production],
  cc: [`张敏 <${reader}>`],
  subject: '回复：台灯三代 首批交付和排期',
  date: on(19, '11:30'),
  inReplyTo: '<first-batch@production.example.com>',
  text: `王工、张工：

这一批还没放行，验收按抽样方案做。缺陷清单今天下班前发出。

李娜`,
};

/** Of another project, from Customer service, with a table. */
export const ofReturns: Mail = {
  from: service,
  to: [`Zhang Min <${reader}>`],
  subject: '[Returns] The ten most frequent troubles, week 47',
  date: on(20, '15:00'),
  text: 'The ten most frequent troubles are in the table.',
  html: `<p>Every return of this week, by defect:</p>
<table border="1"><tr><th>Defect</th><th>Units</th></tr><tr><td>Hinge loose</td><td>41</td></tr>
<tr><td>Refund without a return</td><td>12</td></tr></table><p>Zhao Lei</p>`,
};

/** Of no project, from Finance. */
export const ofNoProject: Mail = {
  from: finance,
  to: [`Zhang Min <${reader}>`],
  subject: 'Budget of the next quarter',
  date: on(23, '16:20'),
  text: `Hello,

please send the cost of the next quarter by Friday. The budget is in freeze after that.

Sun Yan`,
};

/** Of no project, from nobody the handbook knows. */
export const fromOutside: Mail = {
  from: 'Pat Doe <pat@elsewhere.example>',
  to: [`Zhang Min <${reader}>`],
  subject: 'Parking on Thursday',
  date: on(24, '08:00'),
  text: 'The car park is closed on Thursday.',
};

export const threads: Mail[] = [
  fromSales,
  fromOperations,
  fromProduction,
  fromQuality,
  ofReturns,
  ofNoProject,
  fromOutside,
];
