/**
 * Sites whose pages are left alone until the user turns them on one by one: banks, payment, health, government identity.
 * A list can never be whole; it spares most people the worst. Last revised 2026-11-24.
 */

/**
 * A host name is cut at dots and hyphens. Sensitive is a part that is one of these words, or begins with the first, or
 * ends with the second: `www.bankofamerica.com`, `www.mybank.com`, `my-health.example`. A word in the middle of a part
 * says nothing (`snowbankhotel`), nor does "pay" at its beginning (`payload`).
 */
const part =
  /^(?:credit|clinic|patient|mychart|sparkasse)$|^(?:e?bank(?!rupt|sy)|banco|banca|banque|health)|(?:bank|banken|banking|pay|wallet|hospital|clinic|health)$/;

/** Parts between dots that name such a company in whatever country: `www.santander.co.uk`. */
const companies = new Set(
  (
    'barclays bbva bnpparibas caixabank citi doctolib fidelity hsbc intesasanpaolo paypal raiffeisen revolut santander ' +
    'scotiabank societegenerale sparkasse unicredit unionpay'
  ).split(' '),
);

/** Registrable names, and names of services, that hold no such word. */
const names = new Set(
  // Banks, brokers and payment: China
  (
    '95516.com 99bill.com abchina.com bankcomm.com boc.cn bochk.com ccb.com cebbank.com cgbchina.com.cn cib.com.cn ' +
    'cmbc.com.cn cmbchina.com hxb.com.cn icbc.com.cn lakala.com nbcb.com.cn njcb.com.cn pingan.com psbc.com ' +
    'spdb.com.cn ' +
    // Europe
    'abnamro.nl belfius.be comdirect.de dkb.de halifax.co.uk haspa.de ing.be ing.com ing.de ing.nl kbc.be klarna.com ' +
    'labanquepostale.fr caisse-epargne.fr lcl.fr monzo.com n26.com nationwide.co.uk natwest.com nordea.com ' +
    'pkobp.pl postfinance.ch seb.se ubs.com wise.com ' +
    // United States
    'americanexpress.com capitalone.com cash.app chase.com coinbase.com discover.com navyfederal.org pnc.com ' +
    'schwab.com sofi.com stripe.com truist.com vanguard.com venmo.com wellsfargo.com ' +
    // Health
    'aetna.com ameli.fr anthem.com aok.de barmer.de cigna.com guahao.com haodf.com jkda.cn kp.org medicare.gov ' +
    'nhs.uk tk.de va.gov webmd.com zocdoc.com ' +
    // Government identity, taxes and social insurance
    '12333.gov.cn 122.gov.cn chinatax.gov.cn gjzwfw.gov.cn nia.gov.cn access.service.gov.uk account.gov.uk ' +
    'tax.service.gov.uk agenciatributaria.gob.es clave.gob.es autenticacao.gov.pt csam.be digid.nl eesti.ee elster.de ' +
    'franceconnect.gouv.fr id-austria.gv.at id.bund.de impots.gouv.fr inps.it itsme-id.com login.gov.pl mitid.dk ' +
    'spid.gov.it suomi.fi id.me irs.gov login.gov ssa.gov studentaid.gov uscis.gov'
  ).split(' '),
);

/** @param host a host name, lower case */
export function isSensitive(host: string): boolean {
  const labels = host.split('.');
  return (
    host.split(/[.-]/).some((one) => part.test(one)) ||
    labels.some((label, i) => companies.has(label) || names.has(labels.slice(i).join('.')))
  );
}
