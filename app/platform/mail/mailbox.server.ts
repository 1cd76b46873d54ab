import type { AddressInfo } from "node:net";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";
import { readMailAddress } from "./address";

/** A message as the demonstration's mailbox received it. */
export type ReceivedMessage = {
	/** Without angle brackets; empty when the sender gave none. */
	messageId: string;
	/** Addresses of the envelope: who really sent it and who really gets it. */
	from: string;
	recipients: string[];
	subject: string;
	text: string;
	html: string;
	/** Header names in lower case. */
	headers: Record<string, string>;
	attachments: { name: string; mediaType: string; content: Buffer }[];
};

export type Mailbox = {
	/** The address for SMTP_URL. */
	url: string;
	/** Stops listening; messages being received are finished first. */
	close(): Promise<void>;
};

const largest = 30_000_000;

/**
 * Starts a mail server for the demonstration and for tests: real SMTP, but only on this machine and without passing
 * anything on. A message counts as received only when `onMail` has stored it; when that throws, the sender is told to
 * try again (451), so nothing is lost.
 * @param port 0 takes a free one
 */
export async function startMailbox({
	port = 0,
	onMail,
}: {
	port?: number;
	onMail: (message: ReceivedMessage) => Promise<void> | void;
}): Promise<Mailbox> {
	const server = new SMTPServer({
		name: "localhost",
		size: largest,
		authOptional: true,
		disabledCommands: ["AUTH", "STARTTLS"],
		disableReverseLookup: true,
		logger: false,
		onData(stream, { envelope }, callback) {
			const chunks: Buffer[] = [];
			stream.on("data", (chunk: Buffer) => {
				if (!stream.sizeExceeded) chunks.push(chunk);
			});
			stream.once("error", callback);
			stream.once("end", () => {
				if (stream.sizeExceeded) return callback(reply(552, "message too large"));
				const from = envelope.mailFrom === false ? "" : envelope.mailFrom.address;
				read(
					Buffer.concat(chunks),
					from,
					envelope.rcptTo.map(({ address }) => address),
				)
					.then(onMail)
					.then(
						() => callback(null, "stored"),
						() => callback(reply(451, "could not be stored, try again")),
					);
			});
		},
	});
	// Clients that hang up in the middle; their message was not acknowledged, so it is theirs to send again.
	server.on("error", () => {});
	await new Promise<void>((resolve, reject) => {
		server.server.once("error", reject);
		server.listen(port, "127.0.0.1", resolve);
	});
	const { port: taken } = server.server.address() as AddressInfo;
	return {
		url: `smtp://127.0.0.1:${taken}`,
		close: () => new Promise((resolve) => server.close(() => resolve())),
	};
}

function reply(responseCode: number, message: string): Error {
	return Object.assign(new Error(message), { responseCode });
}

async function read(raw: Buffer, from: string, recipients: string[]): Promise<ReceivedMessage> {
	const mail = await PostalMime.parse(raw, { attachmentEncoding: "arraybuffer" });
	return {
		messageId: mail.messageId?.replace(/^<|>$/g, "") ?? "",
		// smtp-server shows umlaut domains in Unicode; stored addresses have them in ASCII.
		from: readMailAddress(from) ?? from,
		recipients: recipients.map((recipient) => readMailAddress(recipient) ?? recipient),
		subject: mail.subject ?? "",
		text: mail.text ?? "",
		html: mail.html ?? "",
		headers: Object.fromEntries(mail.headers.map(({ key, value }) => [key, value])),
		attachments: mail.attachments.map(({ filename, mimeType, content }) => ({
			name: filename ?? "",
			mediaType: mimeType,
			content: typeof content === "string" ? Buffer.from(content) : Buffer.from(new Uint8Array(content)),
		})),
	};
}
