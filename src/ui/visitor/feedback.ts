/**
 * The office's address for remarks, with what is remarked upon: a subject where it is a mail. A page of the office's is
 * opened as it is.
 */
export function feedbackAddress(address: string, subject: string, link?: string): string {
  if (!address.startsWith('mailto:')) return address;
  const said = [
    `subject=${encodeURIComponent(subject)}`,
    ...(link ? [`body=${encodeURIComponent(`\n\n${link}`)}`] : []),
  ];
  return `${address}${address.includes('?') ? '&' : '?'}${said.join('&')}`;
}
