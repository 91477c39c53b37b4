/** Real web mail: Roundcube on PHP's own server, over a Dovecot whose mailboxes last as long as it does. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { hasHostPrograms } from '../../../scripts/setup/host-programs.mjs';
import { hasMailPrograms, mailPrograms } from '../../../scripts/setup/mail-host.mjs';
import { type Mail, writeOut } from './mail';
import { freePorts, type Program, startProgram } from './program';

/** Whether it can run on this machine. */
export const hasRoundcube = hasMailPrograms() && hasHostPrograms();

export interface Roundcube {
  /** No slash at its end. */
  readonly url: string;
  readonly folder: string;
  /** Process groups of all that runs for it. */
  readonly groups: number[];
  /** Logs in by the form; resolves when the mailbox is listed. */
  logIn(tab: Page, user: string): Promise<void>;
  stop(): Promise<void>;
}

const password = 'secret';

/**
 * @param mailboxes mails by the address of whose inbox they lie in
 * @param smtpPort of a server of this machine that takes what is sent
 */
export async function startRoundcube(
  mailboxes: Record<string, Mail[]>,
  smtpPort: number,
): Promise<Roundcube> {
  // Dovecot's user has to come through, and names of sockets may not be long.
  const folder = await mkdtemp(join(tmpdir(), 'cg-mail-'));
  chmodSync(folder, 0o711);
  const programs: Program[] = [];
  const stop = async () => {
    await Promise.all(programs.map((program) => program.stop()));
    await rm(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    const [imapPort = 0, webPort = 0] = await freePorts(2);
    const url = `http://127.0.0.1:${webPort}`;
    const [dovecot, web] = await Promise.allSettled([
      startDovecot(folder, mailboxes, imapPort),
      startWeb(folder, { imapPort, smtpPort, webPort }),
    ]);
    for (const started of [dovecot, web]) if (started.status === 'fulfilled') programs.push(started.value);
    for (const started of [dovecot, web]) if (started.status === 'rejected') throw started.reason;
    return { url, folder, groups: programs.map(({ group }) => group), logIn: logInto(url), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const logInto = (url: string) => async (tab: Page, user: string) => {
  await tab.goto(url);
  await tab.type('#rcmloginuser', user);
  await tab.type('#rcmloginpwd', password);
  await Promise.all([tab.waitForNavigation(), tab.click('#rcmloginsubmit')]);
  await tab.waitForSelector('#messagelist tbody tr');
};

async function startDovecot(folder: string, mailboxes: Record<string, Mail[]>, port: number) {
  const { uid, gid } = owner();
  for (const [address, mails] of Object.entries(mailboxes)) {
    const inbox = join(folder, 'mail', address);
    for (const part of ['cur', 'new', 'tmp']) await mkdir(join(inbox, part), { recursive: true });
    for (const [i, mail] of mails.entries()) {
      // Maildir: unread mails are in `new`, under names that nobody else gives.
      await writeFile(join(inbox, 'new', `${mail.date.getTime() / 1000}.${i}.test`), await writeOut(mail));
    }
  }
  await give(join(folder, 'mail'), uid, gid);
  const config = join(folder, 'dovecot.conf');
  await writeFile(config, dovecotConfig(folder, port, owner()));
  return startProgram(mailPrograms.dovecot, ['-F', '-c', config], () => says(port, '* OK'));
}

/** Dovecot reads mail as any user but the superuser; Debian keeps one for mail. */
function owner(): { uid: number; gid: number } {
  const { uid, gid } = userInfo();
  return uid === 0 ? { uid: Number(id('-u', 'mail')), gid: Number(id('-g', 'mail')) } : { uid, gid };
}

const id = (...args: string[]) => execFileSync('id', args, { encoding: 'utf8' }).trim();

async function give(path: string, uid: number, gid: number): Promise<void> {
  chownSync(path, uid, gid);
  for (const name of await readdir(path, { recursive: true })) chownSync(join(path, name), uid, gid);
}

/** Where it is not started by the superuser, it runs as we do (Dovecot's manual, Rootless Installation). */
function rootless(): string {
  const { uid, username } = userInfo();
  if (uid === 0) return '';
  const free = ['anvil', 'imap-login', 'stats'].map((service) => `service ${service} {\n  chroot =\n}`);
  return `default_internal_user = ${username}
default_internal_group = ${id('-gn')}
default_login_user = ${username}
${free.join('\n')}`;
}

function dovecotConfig(folder: string, port: number, { uid, gid }: { uid: number; gid: number }): string {
  const boxes = ['Drafts', 'Sent', 'Trash'].map(
    (name) => `  mailbox ${name} {\n    auto = subscribe\n    special_use = \\${name}\n  }`,
  );
  return `base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = /dev/stderr
protocols = imap
ssl = no
disable_plaintext_auth = no
first_valid_uid = 1
mail_location = maildir:${folder}/mail/%u
service imap-login {
  inet_listener imap {
    address = 127.0.0.1
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${uid} gid=${gid} home=${folder}/mail/%u
}
namespace inbox {
  inbox = yes
${boxes.join('\n')}
}
${rootless()}
`;
}

async function startWeb(
  folder: string,
  { imapPort, smtpPort, webPort }: Record<'imapPort' | 'smtpPort' | 'webPort', number>,
) {
  const config = join(folder, 'config');
  for (const name of [config, join(folder, 'log'), join(folder, 'temp')]) await mkdir(name);
  // Without these Roundcube says "Internal Error".
  for (const name of ['defaults.inc.php', 'mimetypes.php'])
    await symlink(`/etc/roundcube/${name}`, join(config, name));
  const database = join(folder, 'roundcube.db');
  const settings = {
    db_dsnw: `sqlite:///${database}?mode=0600`,
    imap_host: `127.0.0.1:${imapPort}`,
    smtp_host: `127.0.0.1:${smtpPort}`,
    smtp_user: '',
    smtp_pass: '',
    des_key: randomBytes(12).toString('hex'),
    log_dir: `${folder}/log/`,
    temp_dir: `${folder}/temp/`,
    enable_spellcheck: false,
    // The next mail comes when it is asked for.
    refresh_interval: 0,
    draft_autosave: 0,
    plugins: [],
    skin: 'elastic',
  };
  await writeFile(
    join(config, 'config.inc.php'),
    `<?php $config = json_decode(${phpString(JSON.stringify(settings))}, true);`,
  );
  execFileSync(mailPrograms.php, [
    '-r',
    '(new PDO("sqlite:$argv[1]"))->exec(file_get_contents("/usr/share/roundcube/SQL/sqlite.initial.sql"));',
    database,
  ]);
  return startProgram(
    mailPrograms.php,
    ['-d', 'opcache.enable_cli=1', '-S', `127.0.0.1:${webPort}`, '-t', mailPrograms.roundcube],
    async () => (await (await fetch(`http://127.0.0.1:${webPort}/`)).text()).includes('rcmloginuser'),
    // One worker alone would answer a page and its frames one by one.
    { env: { ROUNDCUBE_CONFIG_DIR: config, PHP_CLI_SERVER_WORKERS: '4' } },
  );
}

const phpString = (text: string) => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** Whether a server greets so. */
function says(port: number, greeting: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('error', () => resolve(false));
    socket.once('data', (data) => {
      socket.destroy();
      resolve(data.toString().startsWith(greeting));
    });
  });
}
