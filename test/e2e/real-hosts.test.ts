/** The real hosts themselves: they serve what was put into them, and leave nothing when they end. */
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasPrograms, startBoard } from './real-hosts/board';
import { boardName, cards, lists } from './real-hosts/cards';
import { startMaildev } from './real-hosts/maildev';
import { processesOf, startProgram } from './real-hosts/program';
import { hasRoundcube, startRoundcube } from './real-hosts/roundcube';
import { reader, threads } from './real-hosts/threads';

interface Host {
  url: string;
  folder: string;
  groups: number[];
  stop(): Promise<void>;
}

async function expectGoneAfterStop(host: Host): Promise<void> {
  expect(host.groups.flatMap(processesOf)).not.toEqual([]);
  await host.stop();
  expect(host.groups.flatMap(processesOf)).toEqual([]);
  expect(existsSync(host.folder)).toBe(false);
  await expect(fetch(host.url)).rejects.toThrow();
}

/** Logs in as a browser does, so that Dovecot and the web server have started all they start. */
async function logIn(url: string): Promise<string> {
  const form = await fetch(url);
  const cookie = form.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const token = /name="_token" value="([^"]+)"/.exec(await form.text())?.[1] ?? '';
  const body = new URLSearchParams({
    _token: token,
    _task: 'login',
    _action: 'login',
    _user: reader,
    _pass: 'secret',
  });
  const answer = await fetch(`${url}/?_task=login`, {
    method: 'POST',
    body,
    headers: { cookie },
    redirect: 'manual',
  });
  return answer.headers.get('location') ?? '';
}

describe.skipIf(!hasRoundcube)('Roundcube', () => {
  it('lets its reader in, and leaves nothing behind', async () => {
    const roundcube = await startRoundcube({ [reader]: threads }, 9);
    expect(await logIn(roundcube.url)).toContain('_task=mail');
    const running = roundcube.groups.flatMap(processesOf);
    expect(running.filter((line) => line.includes('php')).length).toBeGreaterThan(3);
    expect(running.filter((line) => line.includes('dovecot')).length).toBeGreaterThan(3);
    await expectGoneAfterStop(roundcube);
  });
});

describe.skipIf(!hasPrograms)('Programs of the npm registry', () => {
  it('maildev takes mails, and leaves nothing behind', async () => {
    const maildev = await startMaildev(threads);
    const received = await maildev.received();
    expect(received.map(({ subject }) => subject).sort()).toEqual(
      threads.map(({ subject }) => subject).sort(),
    );
    await expectGoneAfterStop(maildev);
  });

  it('the board keeps its cards in their lists, and leaves nothing behind', async () => {
    const board = await startBoard(boardName, lists, cards);
    for (const { title, list } of cards) expect(await board.listOf(title)).toBe(list);
    await expectGoneAfterStop(board);
  });

  it('a program that does not start says why', async () => {
    await expect(startProgram('sh', ['-c', 'echo no paper; exit 3'], async () => false)).rejects.toThrow(
      'no paper',
    );
  });
});
