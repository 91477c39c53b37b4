/** All hosts, and which of them an address belongs to. */
import { MatchPattern } from 'wxt/utils/match-patterns';
import { aliyunMail } from './aliyun-mail';
import { asana } from './asana';
import { attempt } from './attempt';
import { backlog } from './backlog';
import { dingtalk } from './dingtalk';
import { feishu } from './feishu';
import { feishuProject } from './feishu-project';
import { anyBoard, anyMail } from './generic';
import { github } from './github';
import { gmail } from './gmail';
import type { Host } from './host';
import { jira } from './jira';
import { kanboard } from './kanboard';
import { maildev } from './maildev';
import { netease } from './netease';
import { ones } from './ones';
import { outlook } from './outlook';
import { pingcode } from './pingcode';
import { qqMail } from './qq-mail';
import { roundcube } from './roundcube';
import { slack } from './slack';
import { teambition } from './teambition';
import { teams } from './teams';
import { tower } from './tower';
import { trello } from './trello';
import { zentao } from './zentao';

/** Of two that fit one address, the first. */
export const hosts: readonly Host[] = [
  trello,
  kanboard,
  jira,
  github,
  asana,
  feishuProject,
  teambition,
  tower,
  ones,
  pingcode,
  zentao,
  backlog,
  gmail,
  outlook,
  roundcube,
  qqMail,
  netease,
  aliyunMail,
  maildev,
  dingtalk,
  feishu,
  slack,
  teams,
  anyBoard,
  anyMail,
];

const hosted = hosts.flatMap((host) =>
  host.patterns.map((pattern) => ({ host, pattern: new MatchPattern(pattern) })),
);

/**
 * @param declared what the user said of this origin: a host's id, `board` or `mail`
 * @returns the host of an address, whatever of it is in view; null: none that is known
 */
export function hostAt(url: URL, declared?: string): Host | null {
  // Patterns know no ports; hosts of everyone have their usual one.
  const known = url.port === '' && hosted.find(({ pattern }) => pattern.includes(url.href));
  if (known) return known.host;
  if (!/^https?:$/.test(url.protocol)) return null;
  return hosts.find(({ id, ownDomain }) => ownDomain && id === declared) ?? null;
}

/** @returns match patterns of all hosts that are the same for everyone */
export function hostPatterns(): string[] {
  return [...new Set(hosts.flatMap(({ patterns }) => patterns))];
}

/** @returns for "a board" or "mail" of the user's own, the program that its page is known by, if any; else the host */
export function programOf(host: Host, document: Document): Host {
  if (host !== anyBoard && host !== anyMail) return host;
  return (
    hosts.find(
      ({ kind, recognises }) => kind === host.kind && attempt(() => recognises?.(document), false) === true,
    ) ?? host
  );
}
