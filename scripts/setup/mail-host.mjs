// @ts-check
/** Roundcube, with PHP and Dovecot beneath it, from Debian: the web mail that tests lie over. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { installPackages, missingPackages } from './debian.mjs';

const packages = [
  'roundcube-core',
  'roundcube-sqlite3',
  // PHP comes with one of several web server modules; without a choice, Apache comes along.
  'php-cgi',
  'php-cli',
  'php-sqlite3',
  'php-mbstring',
  'php-xml',
  'php-intl',
  'dovecot-imapd',
];

export const mailPrograms = {
  dovecot: '/usr/sbin/dovecot',
  php: '/usr/bin/php',
  roundcube: '/var/lib/roundcube/public_html',
};

/** @returns {boolean} whether the tests on web mail can run here; Dovecot 2.4 names its settings otherwise */
export function hasMailPrograms() {
  if (!Object.values(mailPrograms).every((path) => existsSync(path))) return false;
  return spawnSync(mailPrograms.dovecot, ['--version'], { encoding: 'utf8' }).stdout.startsWith('2.3.');
}

/**
 * Installs what is missing; nothing of it is started.
 * @returns {Promise<boolean>} whether all is there
 */
export async function installMailHost() {
  const missing = await missingPackages(packages);
  if (missing.length > 0)
    await installPackages(missing, {
      answers: ['roundcube-core roundcube/dbconfig-install boolean false'],
      services: missing.includes('dovecot-imapd') ? ['dovecot'] : [],
    });
  return hasMailPrograms();
}
