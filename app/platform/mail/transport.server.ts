import { createTransport, type NodemailerError } from "nodemailer";
import { isLoopback } from "~/platform/loopback";
import { readMailAddress, readSender } from "./address";

/** A mail as the outbox holds it. Headers are only those that letters set. */
export type OutgoingMail = {
	/** Makes the Message-ID: the same mail delivered twice is recognised as the same by those who receive it. */
	id: string;
	to: string;
	subject: string;
	text: string;
	html: string;
	headers?: Readonly<Record<string, string>>;
	attachments?: readonly { name: string; mediaType: string; content: Buffer }[];
};

/** `retry`: the server or the way there has a trouble that may pass. `never`: this mail to this address will not be taken. */
export type Delivery = { sent: true } | { retry: string } | { never: string };

export type Postman = { send(mail: OutgoingMail): Promise<Delivery>; close(): void };

const allowedHeaders = ["List-Unsubscribe", "List-Unsubscribe-Post", "Auto-Submitted", "Content-Language"];

/**
 * Sends mail over SMTP. `send` never throws for anything a mail server or an address can do.
 * @param smtpUrl `smtp://` or `smtps://` with host, port and, if needed, user and password
 * @param from `Name <address>`; throws when it is none
 * @param patience milliseconds to wait for the server at each step
 */
export function createPostman({
	smtpUrl,
	from,
	patience = 20_000,
}: {
	smtpUrl: string;
	from: string;
	patience?: number;
}): Postman {
	const sender = readSender(from);
	if (!sender) throw new Error("the sender of mails is no mail address");
	const { hostname, username } = new URL(smtpUrl);
	const transport = createTransport({
		url: smtpUrl,
		// A password never crosses the network in the clear; without one, STARTTLS is used where the server has it.
		requireTLS: username !== "" && !isLoopback(hostname),
		connectionTimeout: patience,
		greetingTimeout: patience,
		socketTimeout: patience,
		dnsTimeout: patience,
		disableFileAccess: true,
		disableUrlAccess: true,
	});
	const host = sender.address.slice(sender.address.lastIndexOf("@") + 1);
	return {
		async send(mail) {
			const to = readMailAddress(mail.to);
			if (to === null) return { never: "address" };
			const headers = Object.entries(mail.headers ?? {});
			if (!isOneLine(mail.subject) || !/^[\w-]+$/.test(mail.id)) return { never: "header" };
			if (headers.some(([name, value]) => !allowedHeaders.includes(name) || !isOneLine(value)))
				return { never: "header" };
			try {
				await transport.sendMail({
					from: sender,
					to: { name: "", address: to },
					envelope: { from: sender.address, to },
					messageId: `<${mail.id}@${host}>`,
					subject: mail.subject,
					text: mail.text,
					html: mail.html,
					headers: Object.fromEntries(headers),
					attachments: mail.attachments?.map(({ name, mediaType, content }) => ({
						filename: name,
						contentType: mediaType,
						content,
					})),
					disableFileAccess: true,
					disableUrlAccess: true,
				});
				return { sent: true };
			} catch (error) {
				return classify(error);
			}
		},
		close: () => transport.close(),
	};
}

function isOneLine(text: string): boolean {
	return !/\p{Cc}/u.test(text);
}

/**
 * A lasting refusal (5xx) of the recipient or of the content is the mail's own; everything else (no server, no sign-in,
 * sender not accepted, 4xx) is the operator's or passes by itself, and must not cost a letter.
 */
function classify(error: unknown): Delivery {
	if (!(error instanceof Error)) throw error;
	const { code, command, permanent, responseCode, response, originalCode }: NodemailerError = error;
	const ofTheMail = command?.startsWith("RCPT") || command?.startsWith("DATA") || responseCode === 552;
	const reason = [originalCode ?? code, responseCode, command, response?.slice(0, 200)]
		.filter((part) => part !== undefined && part !== "")
		.join(" ")
		// The reason is shown to operators and logged: no addresses in it.
		.replace(/[^\s<>]+@[^\s<>]+/g, "…");
	return permanent && ofTheMail ? { never: reason } : { retry: reason || error.name };
}
