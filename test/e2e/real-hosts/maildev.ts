/** A mail server that takes every mail and shows it in a reader of its own, each in a sandboxed frame. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostPrograms } from '../../../scripts/setup/host-programs.mjs';
import { type Mail, sendMails } from './mail';
import { freePorts, startProgram } from './program';

export interface Received {
  from: Array<{ address: string; name: string }>;
  to: Array<{ address: string; name: string }>;
  subject: string;
  text: string;
  html?: string;
}

export interface Maildev {
  /** Of the reader, no slash at its end. */
  readonly url: string;
  readonly smtpPort: number;
  readonly folder: string;
  readonly groups: number[];
  /** All mails it has taken, oldest first. */
  received(): Promise<Received[]>;
  stop(): Promise<void>;
}

export async function startMaildev(mails: Mail[] = []): Promise<Maildev> {
  // It looks for settings in the folder it is started in, and above.
  const folder = await mkdtemp(join(tmpdir(), 'cg-maildev-'));
  const [smtpPort = 0, webPort = 0] = await freePorts(2);
  const url = `http://127.0.0.1:${webPort}`;
  const onlyHere = ['--ip', '127.0.0.1', '--web-ip', '127.0.0.1'];
  const program = await startProgram(
    process.execPath,
    [`${hostPrograms}maildev/dist/bin/maildev.js`, '-s', `${smtpPort}`, '-w', `${webPort}`, ...onlyHere],
    async () => (await fetch(`${url}/api/healthz`)).ok,
    { cwd: folder },
  );
  const stop = async () => {
    await program.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await sendMails(mails, smtpPort);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    smtpPort,
    folder,
    groups: [program.group],
    received: async () => (await (await fetch(`${url}/api/email`)).json()) as Received[],
    stop,
  };
}
