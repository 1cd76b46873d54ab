import { type LookupAddress, lookup } from "node:dns";
import { type IncomingMessage, request as plainRequest } from "node:http";
import { request as secureRequest } from "node:https";
import type { LookupFunction } from "node:net";
import { env } from "./env.server";
import { isOwnHost, isPublicAddress, outsideAddress } from "./outgoing-address";

export type NotFetchedReason =
	/** No address that may be asked. */
	| "address-refused"
	/** Its host is not on the list of the asking organisation, or leads into the own network. */
	| "host-refused"
	| "unreachable"
	| "too-slow"
	| "too-large"
	| "too-many-redirects";

/** Nothing came back from outside that could be used. A status such as 404 is an answer, not this. */
export class NotFetched extends Error {
	override name = "NotFetched";
	constructor(readonly reason: NotFetchedReason) {
		super(reason);
	}
}

export type Fetched = {
	status: number;
	/** Where it was found, after redirects. */
	url: string;
	/** Without parameters, lower case. */
	mediaType: string;
	/** As the answer names it, lower case; null where it does not. */
	charset: string | null;
	body: Buffer;
};

const mostRedirects = 3;

/** Hosts of the operator's own network that may be asked although their addresses are not public (OUTGOING_HOSTS). */
export function ownHosts(): readonly string[] {
	return env().OUTGOING_HOSTS ?? [];
}

/**
 * Asks an address outside with GET. It is asked only when its host is on the given list, and connected only to a public
 * address (looked up once and used, so that the name cannot change between check and use), each redirect anew. No cookies, no
 * credentials, no compressed answers.
 * @param hosts "host" or "host:port", as in `URL.host`, that the caller's organisation has named
 * @param mostBytes of the answer's body
 * @param timeLimit milliseconds for everything together
 * @throws NotFetched
 */
export async function fetchOutside(
	address: string,
	{
		hosts,
		accept = "*/*",
		mostBytes = 20_000_000,
		timeLimit = 20_000,
	}: { hosts: readonly string[]; accept?: string; mostBytes?: number; timeLimit?: number },
): Promise<Fetched> {
	const signal = AbortSignal.timeout(timeLimit);
	let next = address;
	for (let hop = 0; hop <= mostRedirects; hop += 1) {
		const url = outsideAddress(next, ownHosts());
		if (!url) throw new NotFetched("address-refused");
		if (!hosts.includes(url.host)) throw new NotFetched("host-refused");
		const response = await ask(url, accept, signal);
		const { statusCode = 0, headers } = response;
		if (statusCode >= 300 && statusCode < 400 && headers.location) {
			response.destroy();
			next = URL.parse(headers.location, url)?.href ?? "";
			continue;
		}
		return {
			status: statusCode,
			url: url.href,
			mediaType: (headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "",
			charset: /;\s*charset="?([\w-]+)/i.exec(headers["content-type"] ?? "")?.[1]?.toLowerCase() ?? null,
			body: await bodyOf(response, mostBytes, signal),
		};
	}
	throw new NotFetched("too-many-redirects");
}

function ask(url: URL, accept: string, signal: AbortSignal): Promise<IncomingMessage> {
	const request = url.protocol === "https:" ? secureRequest : plainRequest;
	return new Promise((resolve, reject) => {
		const asking = request(
			url,
			{
				agent: false,
				signal,
				lookup: isOwnHost(url, ownHosts()) ? undefined : publicOnly,
				headers: { Accept: accept, "Accept-Encoding": "identity", "User-Agent": "Gemeinwerk" },
			},
			resolve,
		);
		asking.on("error", (error) => reject(failure(error, signal)));
		asking.end();
	});
}

/** Looks a name up for the connection itself; one inward address among several is reason enough to refuse. */
const publicOnly: LookupFunction = (hostname, options, callback) => {
	lookup(hostname, { ...options, all: true }, (error, found) => {
		const addresses = found as LookupAddress[] | undefined;
		const [first] = addresses ?? [];
		if (error || !addresses || !first) return callback(error ?? new NotFetched("unreachable"), "", 4);
		if (!addresses.every(({ address }) => isPublicAddress(address))) {
			return callback(new NotFetched("host-refused"), "", 4);
		}
		if (options.all) return callback(null, addresses);
		return callback(null, first.address, first.family);
	});
};

async function bodyOf(response: IncomingMessage, mostBytes: number, signal: AbortSignal): Promise<Buffer> {
	const pieces: Buffer[] = [];
	let bytes = 0;
	try {
		for await (const piece of response as AsyncIterable<Buffer>) {
			bytes += piece.length;
			if (bytes > mostBytes) throw new NotFetched("too-large");
			pieces.push(piece);
		}
	} catch (error) {
		response.destroy();
		throw failure(error, signal);
	}
	return Buffer.concat(pieces);
}

function failure(error: unknown, signal: AbortSignal): NotFetched {
	if (error instanceof NotFetched) return error;
	return new NotFetched(signal.aborted ? "too-slow" : "unreachable");
}
