import { createHash } from "node:crypto";
import { type Fetched, fetchOutside, NotFetched } from "~/platform/outgoing.server";
import { hashOf } from "../oparl/commands/keep-objects.server";
import { type ReadObject, readObject } from "../oparl/read-object";
import type { Seen } from "./link";
import { pageText } from "./page-text";

/** A file for the storage, whose kind it finds out by itself. */
type Copy = { name: string; bytes: Uint8Array };

export type Look = Seen & { copy: Copy | null };

const gone: Look = { found: "gone", copy: null };
const away = (reason: string): Look => ({ found: "away", reason, copy: null });

/**
 * Looks at what a link leads to: an object of OParl with its main file, or a web page or file.
 * @param hosts that the organisation has named
 */
export async function look(
	link: { oparlId: string | null; webUrl: string | null; title: string },
	hosts: readonly string[],
): Promise<Look> {
	try {
		if (link.oparlId) return await lookAtObject(link.oparlId, link.title, hosts);
		return link.webUrl ? await lookAtPage(link.webUrl, link.title, hosts) : away("address-refused");
	} catch (error) {
		if (error instanceof NotFetched) return away(error.reason);
		throw error;
	}
}

/** What a status says of the thing itself; null when it is there. */
function absent({ status }: Fetched): Look | null {
	if (status === 404 || status === 410) return gone;
	return status === 200 ? null : away(`status-${status}`);
}

async function lookAtObject(address: string, title: string, hosts: readonly string[]): Promise<Look> {
	const answer = await fetchOutside(address, { hosts, accept: "application/json" });
	const missing = absent(answer);
	if (missing) return missing;
	const { objects } = readObject(jsonIn(answer.body), address);
	const [object] = objects;
	if (!object) return away("no-json");
	if (object.deleted) return gone;
	const file = objects.find(({ type, id }) => type === "File" && id === object.data.mainFile);
	const main = file ? await mainFile(file, hosts) : null;
	const { modified: _modified, created: _created, ...said } = object.data;
	const hash = hashOf({ type: object.type, said, file: main && sumOf(main.body) });
	if (main) return { found: "there", hash, copy: { name: nameOf(file?.data.fileName, title, main), bytes: main.body } };
	return { found: "there", hash, copy: textCopy(title, JSON.stringify(object.data, null, "\t")) };
}

/** The file itself, where it can be had; a file that is away makes the whole look come to nothing. */
async function mainFile({ data }: ReadObject, hosts: readonly string[]): Promise<Fetched | null> {
	const address = data.downloadUrl ?? data.accessUrl;
	if (typeof address !== "string" || !hosts.includes(URL.parse(address)?.host ?? "")) return null;
	const answer = await fetchOutside(address, { hosts });
	if (answer.status === 404 || answer.status === 410) return null;
	if (answer.status !== 200) throw new NotFetched("unreachable");
	return answer;
}

async function lookAtPage(address: string, title: string, hosts: readonly string[]): Promise<Look> {
	const answer = await fetchOutside(address, { hosts });
	const missing = absent(answer);
	if (missing) return missing;
	const { body, mediaType, charset } = answer;
	if (/^text\/|html|json|xml/.test(mediaType)) {
		const text = pageText(body, charset);
		return { found: "there", hash: sumOf(text), copy: textCopy(title, text) };
	}
	return { found: "there", hash: sumOf(body), copy: { name: nameOf(undefined, title, answer), bytes: body } };
}

function jsonIn(body: Buffer): unknown {
	try {
		return JSON.parse(body.toString("utf8"));
	} catch {
		return null;
	}
}

function sumOf(content: Buffer | string): string {
	return createHash("sha256").update(content).digest("hex");
}

/** A text that would be taken for a page gets a harmless first sign. */
function textCopy(title: string, text: string): Copy {
	return { name: `${title.slice(0, 80)}.txt`, bytes: Buffer.from(text.startsWith("<") ? `› ${text}` : text) };
}

function nameOf(given: unknown, title: string, { mediaType, url }: Fetched): string {
	const ending = mediaType === "application/pdf" ? "pdf" : (/\.(\w{2,5})$/.exec(new URL(url).pathname)?.[1] ?? "pdf");
	const name = typeof given === "string" && given.includes(".") ? given : `${title}.${ending}`;
	return name.slice(-120);
}
