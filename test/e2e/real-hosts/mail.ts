/** Mails, written out as mail programs send them. */
import { createRequire } from 'node:module';
import { hostPrograms } from '../../../scripts/setup/host-programs.mjs';

export interface Mail {
  /** `Name <address>` */
  from: string;
  to: string[];
  cc?: string[];
  subject: string;
  date: Date;
  text: string;
  html?: string;
  /** Only where another mail answers this one. */
  messageId?: string;
  inReplyTo?: string;
}

interface Transport {
  sendMail(mail: object): Promise<{ message: Buffer }>;
  close(): void;
}

/** It comes with maildev. */
const nodemailer = () =>
  createRequire(hostPrograms)('nodemailer') as { createTransport(options: object): Transport };

/** @returns the mail as MIME */
export async function writeOut(mail: Mail): Promise<Buffer> {
  const transport = nodemailer().createTransport({ streamTransport: true, buffer: true });
  return (await transport.sendMail(mail)).message;
}

/** Sends mails by SMTP to a server of this machine, in their order. */
export async function sendMails(mails: Mail[], port: number): Promise<void> {
  const transport = nodemailer().createTransport({ host: '127.0.0.1', port, ignoreTLS: true });
  for (const mail of mails) await transport.sendMail(mail);
  transport.close();
}
