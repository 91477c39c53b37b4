/** NetEase Mail 网易邮箱: 163, 126, yeah, company mail and what else runs on Coremail. Its routes stand in the hash. */
import { netease as anchors } from './anchors/netease';
import type { Host, Place } from './host';
import { decoded } from './paths';
import { withoutProduct } from './titles';

export const netease: Host = {
  id: 'netease',
  name: 'NetEase Mail',
  kind: 'mail',
  patterns: [
    'https://*.mail.163.com/*',
    'https://*.mail.126.com/*',
    'https://*.mail.yeah.net/*',
    'https://*.qiye.163.com/*',
  ],
  ownDomain: true,
  essential: { draft: ['editor'] },
  anchors,
  // /js6/main.jsp?sid=…#module=read.ReadModule|{"area":"normal","id":"15:1tbi…","fid":1}
  place: (url): Place | null => {
    if (!url.pathname.endsWith('/main.jsp')) return null;
    const [, module = '', rest = ''] = /^#module=([\w.]+)(.*)$/s.exec(decoded(url.hash)) ?? [];
    if (module.startsWith('compose.')) return { kind: 'draft' };
    const id = /"id":\s*"([^"]+)"/.exec(rest)?.[1];
    if (module.startsWith('read.')) return { kind: 'thread', ...(id && { id }) };
    const folder = /"fid":\s*"?(\d+)/.exec(rest)?.[1];
    return module === '' || module.startsWith('mbox.')
      ? { kind: 'mailbox', ...(folder && { id: folder }) }
      : null;
  },
  titled: (full, { kind }) => {
    const text = withoutProduct(full, '网易邮箱6.0版', '163网易免费邮', '网易邮箱', '网易企业邮箱');
    return kind === 'mailbox' ? { board: text } : kind === 'thread' ? { title: text } : {};
  },
};
