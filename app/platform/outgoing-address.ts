import { BlockList, isIP } from "node:net";

/**
 * Addresses that lead nowhere, to this machine, or into the network around it (IANA special-purpose registries, RFC 6890):
 * a house that fetches what people typed must not be a door into the administration's own network (OWASP SSRF).
 */
const inward = new BlockList();
for (const [net, bits] of [
	["0.0.0.0", 8],
	["10.0.0.0", 8],
	["100.64.0.0", 10],
	["127.0.0.0", 8],
	["169.254.0.0", 16],
	["172.16.0.0", 12],
	["192.0.0.0", 24],
	["192.0.2.0", 24],
	["192.88.99.0", 24],
	["192.168.0.0", 16],
	["198.18.0.0", 15],
	["198.51.100.0", 24],
	["203.0.113.0", 24],
	["224.0.0.0", 3],
] as const) {
	inward.addSubnet(net, bits, "ipv4");
}
const outward6 = new BlockList();
outward6.addSubnet("2000::", 3, "ipv6");
const inward6 = new BlockList();
for (const [net, bits] of [
	["2001::", 23],
	["2001:db8::", 32],
	["2002::", 16],
	["3fff::", 20],
] as const) {
	inward6.addSubnet(net, bits, "ipv6");
}

/** Whether an IP address belongs to the public internet; anything that is no address does not. */
export function isPublicAddress(address: string): boolean {
	const version = isIP(address);
	if (version === 4) return !inward.check(address, "ipv4");
	return version === 6 && outward6.check(address, "ipv6") && !inward6.check(address, "ipv6");
}

/**
 * A web address that people typed, or null when it is none that a house may ask: http or https, no name and password in it,
 * and the usual port unless its host is one of the operator's own (`ownHosts`, "host" or "host:port").
 */
export function outsideAddress(text: string, ownHosts: readonly string[]): URL | null {
	const url = URL.parse(text);
	if (!url || (url.protocol !== "https:" && url.protocol !== "http:")) return null;
	if (url.username !== "" || url.password !== "" || url.hostname === "") return null;
	if (isOwnHost(url, ownHosts)) return url;
	if (url.port !== "") return null;
	const literal = url.hostname.replace(/^\[|\]$/g, "");
	if (isIP(literal) !== 0 && !isPublicAddress(literal)) return null;
	return url;
}

/** Whether the operator named this host: it may then lie in the house's own network and use any port that was named. */
export function isOwnHost(url: URL, ownHosts: readonly string[]): boolean {
	return ownHosts.includes(url.host) || ownHosts.includes(url.hostname);
}
