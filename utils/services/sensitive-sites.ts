/**
 * Sites whose pages are left alone until the user turns them on one by one: banks, payment, health, government identity.
 * A list can never be whole; it spares most people the worst. Last revised 2026-11-24.
 */

/** What a part of a host name between dots begins or ends with: mybank, ebanking-login, my-health. */
const words =
  /(?:^|[.-])(?:e?bank(?:ing)?|pay|wallet|credit|hospital|clinic|patient|mychart|health[a-z]*)(?:[.-]|$)|(?:bank|banking|pay)(?:\.|$)/;

/** Registrable names that hold no such word. */
const names = new Set(
  (
    'abchina.com alipay.com bankcomm.com boc.cn bochk.com ccb.com cebbank.com cib.com.cn citibank.com cmbchina.com ' +
    'cmbc.com.cn chase.com hsbc.com icbc.com.cn paypal.com pingan.com psbc.com revolut.com spdb.com.cn stripe.com ' +
    'unionpay.com wellsfargo.com wise.com 95516.com guahao.com haodf.com jkda.cn webmd.com nhs.uk ' +
    'login.gov id.me'
  ).split(' '),
);

/** @param host a host name, lower case */
export function isSensitive(host: string): boolean {
  if (words.test(host)) return true;
  const labels = host.split('.');
  return labels.some((_, i) => names.has(labels.slice(i).join('.')));
}
