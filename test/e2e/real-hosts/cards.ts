/** What stands on the board of the tests: work on the Desk Lamp 3 of the sample handbook. */
import type { Card } from './board';

export const boardName = 'Desk Lamp 3';

/** The last before done is where Production hands over to Quality. */
export const lists = ['To Do', 'In Progress', 'Quality 质量部', 'Done'];

export const cards: Card[] = [
  {
    title: 'Delivery of the sample to the hotel',
    list: 'In Progress',
    labels: ['sales', 'operations'],
    due: '2026-12-08',
    text: 'The customer calls it delivery when acceptance is signed.',
  },
  { title: 'Schedule the second batch', list: 'To Do', labels: ['production'], text: 'Stock is short.' },
  { title: 'Write the key message', list: 'To Do', labels: ['marketing'], text: 'Before the launch.' },
  {
    title: '首批交付前的验收',
    list: 'Quality 质量部',
    labels: ['质量部'],
    text: '按抽样方案做，缺陷逐条记录。',
  },
  { title: '安排灰度发布的版本', list: 'In Progress', labels: ['研发部'], text: '排期见附表。' },
  { title: 'Order the hinge', list: 'Done', labels: ['production'], text: 'Lead time is six weeks.' },
  { title: '更新彩盒文案', list: 'Done', labels: ['市场部'], text: '上线前改完。' },
];
