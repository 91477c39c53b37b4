/** Mail between departments of the sample handbook, for all reproductions of mail. */
import type { Mailbox, Person } from './answer';

const person = (name: string, address: string): Person => ({ name, address });
const zhang = person('Zhang Min', 'zhang.min@rnd.example.com');
const liu = person('Liu Wei', 'liu.wei@sales.example.com');
const chen = person('Chen Jie', 'chen.jie@operations.example.com');
const wang = person('王强', 'wang.qiang@production.example.com');
const sun = person('Sun Yan', 'sun.yan@finance.example.com');

export const mailbox: Mailbox = {
  account: zhang,
  threads: [
    {
      id: 'FMfcgzQbfxLampDelivery',
      subject: '[Desk Lamp 3] Delivery of the first order',
      label: 'Suppliers',
      messages: [
        {
          from: liu,
          to: [zhang, chen],
          date: '2026-11-18',
          paragraphs: [
            'The customer asks for a delivery before the holidays.',
            'For us it is done when acceptance is signed.',
          ],
        },
        {
          from: chen,
          to: [liu],
          date: '2026-11-18',
          paragraphs: ['The delivery leaves the warehouse on Friday if the stock is not on hold.'],
        },
      ],
    },
    {
      id: 'FMfcgzQbfxTaidengJiaofu',
      subject: '台灯三代 首批交付和排期',
      messages: [
        { from: wang, to: [zhang], date: '2026-11-19', paragraphs: ['首批下周三交付，排期见附表。'] },
      ],
    },
    {
      id: 'FMfcgzQbfxNextQuarters',
      subject: 'Budget of the next quarter',
      messages: [
        { from: sun, to: [zhang], date: '2026-11-23', paragraphs: ['Please send the cost by Friday.'] },
      ],
    },
  ],
};
