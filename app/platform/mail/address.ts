const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~]+(?:[.-]+[a-z0-9!#$%&'*+/=?^_`{|}~]+|-)*$/i;
const domainPart = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * A mail address in the one spelling that is stored and compared: trimmed, the domain in lower-case ASCII (umlaut domains
 * as Punycode), the part before the @ as given. Returns null for what is no plain address: names, comments, quotes, lists.
 */
export function readMailAddress(text: string): string | null {
	const trimmed = text.trim();
	const at = trimmed.lastIndexOf("@");
	const local = trimmed.slice(0, at);
	const domain = asciiDomain(trimmed.slice(at + 1));
	if (at < 1 || local.length > 64 || local.includes("..") || !localPart.test(local)) return null;
	if (domain === null || domain.length > 253 || local.length + domain.length > 253) return null;
	return `${local}@${domain}`;
}

function asciiDomain(domain: string): string | null {
	// URL would also take ports, paths and the like.
	if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || !URL.canParse(`http://${domain}`)) return null;
	const { hostname } = new URL(`http://${domain}`);
	return domainPart.test(hostname) && !/^[0-9.]+$/.test(hostname) ? hostname : null;
}

/** `Name <address>` or an address, as MAIL_FROM has it. Returns null when the address is none. */
export function readSender(text: string): { name: string; address: string } | null {
	const [, name = "", inside] = /^([^<>\p{Cc}]*)<([^<>]+)>$/u.exec(text.trim()) ?? [];
	const address = readMailAddress(inside ?? text);
	return address === null ? null : { name: name.trim().replace(/^"|"$/g, ""), address };
}
