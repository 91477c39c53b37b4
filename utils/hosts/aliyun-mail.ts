/** Aliyun Mail 阿里邮箱: of its reader no stable selector is known, so address and title must do. */
import { aliyunMail as anchors } from './anchors/aliyun-mail';
import type { Host, Place } from './host';
import { inPath } from './paths';
import { withoutProduct } from './titles';

export const aliyunMail: Host = {
  id: 'aliyun-mail',
  name: 'Aliyun Mail',
  kind: 'mail',
  patterns: ['https://qiye.aliyun.com/alimail/*'],
  essential: {},
  anchors,
  place: (url): Place | null => {
    const folder = inPath(url, /^\/alimail\/entries\/[^/]+\/mail\/([^/]+)/);
    return { kind: 'mailbox', ...(folder && { id: folder }) };
  },
  titled: (full) => ({ board: withoutProduct(full, '阿里邮箱', '阿里企业邮箱', 'Alibaba Mail') }),
};
